namespace NlOpt.Policies.Targets;

/// <summary>The reduced program of a <see cref="TargetStage"/> within an engine: f and its gradient at any p. For one thread at a time.</summary>
public sealed class TargetSession : IDisposable
{
    private readonly TargetStage _stage;
    private readonly ISolverSession _session;

    private TargetSession(TargetStage stage, ISolverSession session)
    {
        _stage = stage;
        _session = session;
    }

    /// <summary>Opens the program.</summary>
    /// <returns>The session, or why the engine cannot take it.</returns>
    public static Result<TargetSession> Open(TargetStage stage, ISolver solver, SolveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(solver);
        var opened = solver.Open(stage.Reduced, options);
        return opened.TryGetValue(out var session)
            ? Result.Success(new TargetSession(stage, session))
            : Result.Failure<TargetSession>(opened.Diagnostics);
    }

    /// <summary>Solves at p.</summary>
    /// <param name="parameters">One finite number a parametric row.</param>
    /// <param name="gradient">Takes d f / d p when the solve ends with an optimum; untouched else.</param>
    /// <param name="cancellationToken">Stops the engine; the result then says so.</param>
    /// <returns>The result; its objective is f(p).</returns>
    public SolveResult Solve(ReadOnlySpan<double> parameters, Span<double> gradient, CancellationToken cancellationToken = default)
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            var row = _stage.ParametricRows[index];
            var sides = _stage.Reduced.Rows[row.Index];
            _session.SetRowBounds(row, sides.Lower + parameters[index], sides.Upper + parameters[index]);
        }

        var result = _session.Solve(cancellationToken);
        if (result is { Termination: TerminationReason.Optimal, Dual: { } dual })
            for (var index = 0; index < gradient.Length; index++) gradient[index] = dual[_stage.ParametricRows[index]];
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}

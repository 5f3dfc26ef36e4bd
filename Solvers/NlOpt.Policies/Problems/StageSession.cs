using System.Runtime.InteropServices;

namespace NlOpt.Policies.Problems;

/// <summary>
/// One stage within an engine, solved again and again for other incoming states and noises, optionally with a cost to go that cuts
/// approximate from below. For one thread at a time. On degenerate programs the duals depend on what was solved before, so results that
/// must not depend on the number of threads come from sessions whose history does not.
/// </summary>
public sealed class StageSession : IDisposable
{
    private readonly StageProgram _program;
    private readonly ISolverSession _session;
    private readonly double[] _shifts;

    internal StageSession(StageProgram program, ISolverSession session)
    {
        _program = program;
        _session = session;
        _shifts = new double[program.Stage.Model.Rows.Length];
    }

    /// <summary>Opens a stage without cuts; <see cref="StageProgram.Open"/> opens one with.</summary>
    /// <param name="stage">The stage model.</param>
    /// <param name="solver">An engine with dual values and incremental changes.</param>
    /// <param name="costToGoLowerBound">A bound below all costs to go; null for a stage without cost to go.</param>
    /// <param name="options">How to solve; null for the defaults.</param>
    /// <returns>The session, or why the engine cannot take the stage.</returns>
    public static Result<StageSession> Open(StageModel stage, ISolver solver, double? costToGoLowerBound = null, SolveOptions? options = null) =>
        (costToGoLowerBound is { } bound ? new StageProgram(stage, bound) : new StageProgram(stage)).Open(solver, options);

    /// <summary>Adds a cut.</summary>
    /// <param name="cut">A cut with as many slopes as there are state variables and as many weights as there are parts, or none of them.</param>
    /// <exception cref="InvalidOperationException">The stage was opened without cost to go.</exception>
    public void AddCut(Cut cut)
    {
        ArgumentNullException.ThrowIfNull(cut);
        _session.AddRow(_program.LeftSide(cut), cut.Intercept, null);
    }

    /// <summary>Solves the stage.</summary>
    /// <param name="incoming">One finite number a state variable.</param>
    /// <param name="noise">The noise of the stage.</param>
    /// <param name="cancellationToken">Stops the engine; the outcome then says so.</param>
    public StageOutcome Solve(ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default)
    {
        var stage = _program.Stage;
        foreach (var row in stage.ParametricRows) _shifts[row.Index] = 0;
        foreach (var term in stage.Terms) _shifts[term.Row.Index] += term.Value(incoming, noise);
        foreach (var row in stage.ParametricRows)
        {
            var (shift, sides) = (_shifts[row.Index], stage.Model.Rows[row.Index]);
            _session.SetRowBounds(row, sides.Lower + shift, sides.Upper + shift);
        }

        var result = _session.Solve(cancellationToken);
        if (result is not { Termination: TerminationReason.Optimal, Primal: { } primal, Dual: { } dual })
            return new StageOutcome { Termination = result.Termination == TerminationReason.Optimal ? TerminationReason.Failed : result.Termination, Detail = result.Detail };
        var duals = new double[stage.Outgoing.Length];
        foreach (var term in stage.Terms)
            if (term.State is { } state) duals[state] += dual.DualValues[term.Row.Index] * term.Slope(noise);
        var outgoing = new double[stage.Outgoing.Length];
        for (var state = 0; state < outgoing.Length; state++) outgoing[state] = primal[stage.Outgoing[state]];
        return new StageOutcome
        {
            Termination = TerminationReason.Optimal,
            Cost = primal.ObjectiveValue - (_program.CostToGo is { } variable ? primal[variable] : 0),
            Objective = primal.ObjectiveValue,
            Outgoing = ImmutableCollectionsMarshal.AsImmutableArray(outgoing),
            IncomingDuals = ImmutableCollectionsMarshal.AsImmutableArray(duals),
            Values = primal.Values,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}

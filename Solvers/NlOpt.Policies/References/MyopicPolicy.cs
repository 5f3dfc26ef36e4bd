namespace NlOpt.Policies.References;

/// <summary>Decides each stage as if it were the last. What foresight is worth is measured against it.</summary>
public sealed class MyopicPolicy : IPolicy
{
    private readonly MultistageProblem _problem;
    private readonly ISolver _solver;

    /// <summary>Makes the policy of a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solver">Solves the stages; needs dual values and incremental changes.</param>
    public MyopicPolicy(MultistageProblem problem, ISolver solver)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(solver);
        (_problem, _solver) = (problem, solver);
    }

    /// <inheritdoc/>
    public string Name => "myopic";

    /// <inheritdoc/>
    public Result<IPolicySession> Open()
    {
        foreach (var stage in _problem.Stages)
        {
            var opened = StageSession.Open(stage, _solver);
            if (!opened.TryGetValue(out var session)) return Result.Failure<IPolicySession>(opened.Diagnostics);
            session.Dispose();
        }

        return Result.Success<IPolicySession>(new Session(_problem, _solver));
    }

    private sealed class Session(MultistageProblem problem, ISolver solver) : IPolicySession
    {
        private readonly StageSession?[] _sessions = new StageSession?[problem.Stages.Length];

        // A stage with several optima may end in any of them, by what the engine solved before: hence nothing is kept.
        public void Begin()
        {
            for (var index = 0; index < _sessions.Length; index++)
            {
                _sessions[index]?.Dispose();
                _sessions[index] = null;
            }
        }

        public StageDecision Decide(
            int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default)
        {
            var index = stage % _sessions.Length;
            _sessions[index] ??= StageSession.Open(problem.Stages[index], solver).Value;
            var outcome = _sessions[index]!.Solve(incoming, noise, cancellationToken);
            return outcome.IsSolved
                ? new StageDecision(
                    outcome.Termination,
                    outcome.Cost,
                    outcome.Outgoing,
                    [.. problem.Stages[index].Measures.Select(measure => measure.Evaluate(outcome.Values))])
                : new StageDecision(outcome.Termination, 0, [], [], outcome.Detail);
        }

        public void Dispose() => Begin();
    }
}

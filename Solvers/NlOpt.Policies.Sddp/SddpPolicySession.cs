namespace NlOpt.Policies.Sddp;

/// <summary>The programs of all stages, opened when a scenario comes to them and forgotten when the next begins.</summary>
internal sealed class SddpPolicySession(MultistageProblem problem, ISolver solver, StageProgram[] programs) : IPolicySession
{
    private readonly StageSession?[] _sessions = new StageSession?[programs.Length];

    public void Begin()
    {
        foreach (var session in _sessions) session?.Dispose();
        Array.Clear(_sessions);
    }

    public StageDecision Decide(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default)
    {
        var session = _sessions[stage] ??= programs[stage].Open(solver).Value;
        var solved = session.Solve(incoming, noise, cancellationToken);
        if (!solved.IsSolved) return new StageDecision(solved.Termination, 0, [], [], solved.Detail);
        var measures = problem.StageAt(stage).Measures;
        return new StageDecision(solved.Termination, solved.Cost, solved.Outgoing, [.. measures.Select(measure => measure.Evaluate(solved.Values))]);
    }

    public void Dispose() => Begin();
}

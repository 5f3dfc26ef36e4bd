namespace NlOpt.Policies.Sddp.Passes;

/// <summary>
/// The programs of all stages for one part of the work. What is solved here, and in which order, depends on the part alone, so the bases
/// that solves leave behind do not depend on threads. For one thread at a time.
/// </summary>
internal sealed class StageLane(StageBlock block, ISolver solver) : IDisposable
{
    private readonly StageSession?[] _sessions = new StageSession?[block.StageCount];
    private readonly int[] _cutCounts = new int[block.StageCount];

    /// <summary>Solves a stage with all cuts so far.</summary>
    public StageOutcome Solve(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken) =>
        Open(stage).Solve(incoming, noise, cancellationToken);

    public void Dispose()
    {
        foreach (var session in _sessions) session?.Dispose();
    }

    private StageSession Open(int stage)
    {
        if (_sessions[stage] is not { } session)
        {
            session = _sessions[stage] = block.ProgramOf(stage).Open(solver).Value;
            _cutCounts[stage] = 0;
        }

        var added = block.Added[stage];
        for (; _cutCounts[stage] < added.Count; _cutCounts[stage]++) session.AddCut(added[_cutCounts[stage]]);
        return session;
    }
}

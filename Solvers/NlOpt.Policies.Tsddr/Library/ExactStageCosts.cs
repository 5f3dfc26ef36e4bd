namespace NlOpt.Policies.Tsddr.Library;

/// <summary>Stage costs by exact solves: slow, always right.</summary>
internal sealed class ExactStageCosts(TargetStages stages, ISolver solver) : IStageCosts
{
    public IStageCostSession Open() => new Session(stages, solver);

    private sealed class Session(TargetStages stages, ISolver solver) : IStageCostSession
    {
        private readonly TargetSession?[] _sessions = new TargetSession?[stages.Count];

        public void Evaluate(int stage, ReadOnlySpan<double> points, Span<double> costs, Span<double> gradients, CancellationToken cancellationToken)
        {
            var kind = stages.KindOf(stage);
            var session = _sessions[kind] ??= TargetSession.Open(stages.OfKind(kind), solver).Value;
            var size = stages.At(stage).ParametricRows.Length;
            for (var index = 0; index < costs.Length; index++)
            {
                var gradient = gradients.Slice(index * size, size);
                gradient.Clear();
                var result = session.Solve(points.Slice(index * size, size), gradient, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                costs[index] = result is { Termination: TerminationReason.Optimal, Primal: { } primal, Dual: not null } ? primal.ObjectiveValue : double.NaN;
            }
        }

        public void Dispose()
        {
            foreach (var session in _sessions) session?.Dispose();
        }
    }
}

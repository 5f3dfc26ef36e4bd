using NlOpt.Policies.Tsddr.Library;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Gradients;

/// <summary>
/// Strict targets on the CPU: the horizon decouples into stages whose costs come from exact solves or a library of dual vertices. Scenarios
/// are handled in chunks of a fixed size and summed in their order, so that the number of threads changes nothing.
/// </summary>
internal sealed class StrictGradientEngine(MultistageProblem problem, TargetStages stages, DecisionRule rule, IStageCosts source, int threads)
    : IGradientEngine
{
    public const int ChunkSize = 16;

    private readonly List<Chunk> _chunks = [];
    private readonly double[] _gradient = new double[rule.Network.ParameterCount];
    private double?[] _costs = [];
    private double[] _duals = [];

    /// <summary>Where a scenario of the last evaluation lies.</summary>
    public (StrictCosts Costs, int Sample) Locate(int scenario) => (_chunks[scenario / ChunkSize].Costs, scenario % ChunkSize);

    public GradientBatch Evaluate(ReadOnlyMemory<double> parameters, ScenarioSet scenarios, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var count = (scenarios.Count + ChunkSize - 1) / ChunkSize;
        while (_chunks.Count < count) _chunks.Add(new Chunk(problem, stages, rule));
        if (_costs.Length != scenarios.Count)
        {
            _costs = new double?[scenarios.Count];
            _duals = new double[count * ChunkSize * DualsAScenario]; // the last chunk may reach beyond the scenarios
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, count, options, chunk => Run(chunk, parameters.Span, scenarios, cancellationToken));
        Array.Clear(_gradient);
        for (var chunk = 0; chunk < count; chunk++)
            for (var index = 0; index < _gradient.Length; index++) _gradient[index] += _chunks[chunk].Gradient[index];
        var counted = _costs.Count(cost => cost is not null);
        for (var index = 0; index < _gradient.Length; index++) _gradient[index] /= Math.Max(1, counted);
        return new GradientBatch(_costs, _duals.AsMemory(0, scenarios.Count * DualsAScenario), _gradient);
    }

    public void Restart()
    {
        // Sessions with engines live within one chunk, so nothing is remembered.
    }

    public void Dispose()
    {
        // For the same reason nothing is held.
    }

    private int DualsAScenario => problem.StageCount * problem.State.Length;

    private void Run(int index, ReadOnlySpan<double> parameters, ScenarioSet scenarios, CancellationToken cancellationToken)
    {
        var (chunk, first) = (_chunks[index], index * ChunkSize);
        chunk.Rollout.Forward(parameters, scenarios, first);
        using (var session = source.Open()) chunk.Costs.Price(session, cancellationToken);
        var duals = _duals.AsSpan(first * DualsAScenario, ChunkSize * DualsAScenario);
        duals.Clear();
        for (var sample = 0; sample < Math.Min(ChunkSize, scenarios.Count - first); sample++)
        {
            _costs[first + sample] = chunk.Costs.Cost(sample);
            if (_costs[first + sample] is not null) chunk.Costs.AddTargetDuals(sample, duals.Slice(sample * DualsAScenario, DualsAScenario));
        }

        Array.Clear(chunk.Gradient);
        chunk.Rollout.Backward(parameters, duals, chunk.Gradient);
    }

    private sealed class Chunk
    {
        public Chunk(MultistageProblem problem, TargetStages stages, DecisionRule rule)
        {
            Rollout = new RuleRollout(problem, rule, ChunkSize);
            Costs = new StrictCosts(problem, stages, Rollout);
            Gradient = new double[rule.Network.ParameterCount];
        }

        public RuleRollout Rollout { get; }

        public StrictCosts Costs { get; }

        public double[] Gradient { get; }
    }
}

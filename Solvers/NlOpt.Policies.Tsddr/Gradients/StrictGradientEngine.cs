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

    private readonly List<StrictRollout> _rollouts = [];
    private readonly List<double[]> _gradients = [];
    private double?[] _costs = [];
    private double[] _duals = [];
    private readonly double[] _gradient = new double[rule.Network.ParameterCount];

    /// <summary>The chunk that holds a scenario of the last evaluation, and its place there.</summary>
    public (StrictRollout Rollout, int Sample) Locate(int scenario) => (_rollouts[scenario / ChunkSize], scenario % ChunkSize);

    public GradientBatch Evaluate(ReadOnlyMemory<double> parameters, ScenarioSet scenarios, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var chunks = (scenarios.Count + ChunkSize - 1) / ChunkSize;
        while (_rollouts.Count < chunks)
        {
            _rollouts.Add(new StrictRollout(problem, stages, rule, ChunkSize));
            _gradients.Add(new double[_gradient.Length]);
        }

        if (_costs.Length != scenarios.Count)
        {
            _costs = new double?[scenarios.Count];
            _duals = new double[scenarios.Count * problem.StageCount * problem.State.Length];
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, chunks, options, chunk => Run(chunk, parameters.Span, scenarios, cancellationToken));
        Array.Clear(_gradient);
        for (var chunk = 0; chunk < chunks; chunk++)
            for (var index = 0; index < _gradient.Length; index++) _gradient[index] += _gradients[chunk][index];
        var counted = _costs.Count(cost => cost is not null);
        for (var index = 0; index < _gradient.Length; index++) _gradient[index] /= Math.Max(1, counted);
        return new GradientBatch(_costs, _duals, _gradient);
    }

    public void Dispose()
    {
        // Sessions with engines live within one chunk; nothing is held in between.
    }

    private void Run(int chunk, ReadOnlySpan<double> parameters, ScenarioSet scenarios, CancellationToken cancellationToken)
    {
        var (rollout, first) = (_rollouts[chunk], chunk * ChunkSize);
        var count = Math.Min(ChunkSize, scenarios.Count - first);
        rollout.Forward(parameters, scenarios, first);
        using (var session = source.Open()) rollout.Price(session, cancellationToken);
        Span<double> weights = stackalloc double[ChunkSize];
        weights.Clear();
        for (var sample = 0; sample < count; sample++)
        {
            _costs[first + sample] = rollout.Cost(sample);
            weights[sample] = _costs[first + sample] is null ? 0 : 1;
        }

        var duals = _duals.AsSpan(first * problem.StageCount * problem.State.Length, count * problem.StageCount * problem.State.Length);
        duals.Clear();
        Array.Clear(_gradients[chunk]);
        rollout.Backward(parameters, weights, duals, _gradients[chunk]);
    }
}

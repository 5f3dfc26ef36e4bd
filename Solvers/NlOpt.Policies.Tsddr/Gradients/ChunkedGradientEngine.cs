using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Gradients;

/// <summary>
/// What engines on the CPU share: scenarios are handled in chunks of a fixed size, on as many threads as allowed, and summed in their order, so
/// that the number of threads changes nothing.
/// </summary>
/// <typeparam name="TPricing">What a chunk needs to price its targets; made once a chunk and kept.</typeparam>
internal abstract class ChunkedGradientEngine<TPricing>(MultistageProblem problem, DecisionRule rule, int chunkSize, int threads) : IGradientEngine
{
    private readonly List<(RuleRollout Rollout, TPricing Pricing, double[] Gradient)> _chunks = [];
    private readonly double[] _gradient = new double[rule.Network.ParameterCount];
    private double?[] _costs = [];
    private double[] _duals = [];

    protected IEnumerable<TPricing> Pricings => _chunks.Select(chunk => chunk.Pricing);

    private int DualsAScenario => problem.StageCount * problem.State.Length;

    public GradientBatch Evaluate(ReadOnlyMemory<double> parameters, ScenarioSet scenarios, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var count = (scenarios.Count + chunkSize - 1) / chunkSize;
        while (_chunks.Count < count)
        {
            var rollout = new RuleRollout(problem, rule, chunkSize);
            _chunks.Add((rollout, CreatePricing(rollout), new double[_gradient.Length]));
        }

        if (_costs.Length != scenarios.Count)
        {
            _costs = new double?[scenarios.Count];
            _duals = new double[count * chunkSize * DualsAScenario]; // the last chunk may reach beyond the scenarios
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

    public abstract void Restart();

    public void Dispose() => Restart();

    /// <summary>Where a scenario of the last evaluation was priced, and its place there.</summary>
    public (TPricing Pricing, int Sample) Locate(int scenario) => (_chunks[scenario / chunkSize].Pricing, scenario % chunkSize);

    /// <summary>Makes what a chunk needs.</summary>
    protected abstract TPricing CreatePricing(RuleRollout rollout);

    /// <summary>Prices the targets that the chunk's rollout holds.</summary>
    /// <param name="pricing">That of the chunk.</param>
    /// <param name="costs">Takes one cost a scenario, null where a solve failed.</param>
    /// <param name="duals">All 0; d cost / d target of the solved scenarios is added, [scenario x stage x state].</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    protected abstract void Price(TPricing pricing, Span<double?> costs, Span<double> duals, CancellationToken cancellationToken);

    private void Run(int index, ReadOnlySpan<double> parameters, ScenarioSet scenarios, CancellationToken cancellationToken)
    {
        var ((rollout, pricing, gradient), first) = (_chunks[index], index * chunkSize);
        rollout.Forward(parameters, scenarios, first);
        var duals = _duals.AsSpan(first * DualsAScenario, chunkSize * DualsAScenario);
        duals.Clear();
        Price(pricing, _costs.AsSpan(first, Math.Min(chunkSize, scenarios.Count - first)), duals, cancellationToken);
        Array.Clear(gradient);
        rollout.Backward(parameters, duals, gradient);
    }
}

using NlOpt.Policies.Tsddr.Penalized;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Gradients;

/// <summary>
/// Penalised targets on the CPU (the paper): programs over the whole horizon, or over windows that each start from the target before them
/// (multiple shooting), whose target rows give the duals. Each chunk of scenarios keeps its own engines, so that the number of threads
/// changes nothing.
/// </summary>
internal sealed class PenalizedGradientEngine(
    MultistageProblem problem, DecisionRule rule, PenalizedProblem penalized, int windowLength, ISolver solver, int threads) : IGradientEngine
{
    private const int ChunkSize = 2;

    private readonly List<Chunk> _chunks = [];
    private readonly double[] _gradient = new double[rule.Network.ParameterCount];
    private double?[] _costs = [];
    private double[] _duals = [];

    /// <summary>What the penalty is multiplied by (annealing); above 0.</summary>
    public double PenaltyFactor { get; set; } = 1;

    private int DualsAScenario => problem.StageCount * problem.State.Length;

    public GradientBatch Evaluate(ReadOnlyMemory<double> parameters, ScenarioSet scenarios, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var count = (scenarios.Count + ChunkSize - 1) / ChunkSize;
        while (_chunks.Count < count) _chunks.Add(new Chunk(new RuleRollout(problem, rule, ChunkSize), new double[_gradient.Length]));
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
        foreach (var chunk in _chunks)
        {
            foreach (var window in chunk.Windows.Values) window.Dispose();
            chunk.Windows.Clear();
        }
    }

    public void Dispose() => Restart();

    private void Run(int index, ReadOnlySpan<double> parameters, ScenarioSet scenarios, CancellationToken cancellationToken)
    {
        var (chunk, first) = (_chunks[index], index * ChunkSize);
        chunk.Rollout.Forward(parameters, scenarios, first);
        var duals = _duals.AsSpan(first * DualsAScenario, ChunkSize * DualsAScenario);
        duals.Clear();
        for (var sample = 0; sample < Math.Min(ChunkSize, scenarios.Count - first); sample++)
        {
            var own = duals.Slice(sample * DualsAScenario, DualsAScenario);
            _costs[first + sample] = Price(chunk, sample, own, cancellationToken);
            if (_costs[first + sample] is null) own.Clear();
        }

        Array.Clear(chunk.Gradient);
        chunk.Rollout.Backward(parameters, duals, chunk.Gradient);
    }

    /// <summary>Solves the windows of one scenario.</summary>
    /// <returns>Cost with penalties; null where a window was not solved.</returns>
    private double? Price(Chunk chunk, int sample, Span<double> duals, CancellationToken cancellationToken)
    {
        var (states, cost) = (problem.State.Length, 0.0);
        for (var start = 0; start < problem.StageCount; start += windowLength)
        {
            var length = Math.Min(windowLength, problem.StageCount - start);
            if (!chunk.Windows.TryGetValue(start, out var window))
                chunk.Windows[start] = window = PenalizedWindow.Open(penalized, start, length, solver).Value;
            var noises = new ImmutableArray<double>[length];
            for (var step = 0; step < length; step++)
                noises[step] = [.. chunk.Rollout.Noise(start + step, sample), .. chunk.Rollout.Target(start + step, sample)];
            var outcome = window.Solve(chunk.Rollout.Incoming(start, sample), noises, PenaltyFactor, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (!outcome.IsSolved) return null;
            cost += outcome.Primal!.ObjectiveValue;
            for (var step = 0; step < length; step++)
                for (var state = 0; state < states; state++) duals[(start + step) * states + state] += window.TargetDual(step, state, outcome);
            if (start > 0) window.AddIncomingDuals(outcome, chunk.Rollout.Noise(start, sample), duals.Slice((start - 1) * states, states));
        }

        return cost;
    }

    private sealed record Chunk(RuleRollout Rollout, double[] Gradient)
    {
        public Dictionary<int, PenalizedWindow> Windows { get; } = [];
    }
}

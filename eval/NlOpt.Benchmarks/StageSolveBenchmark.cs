using BenchmarkDotNet.Attributes;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Targets;
using NlOpt.Solving.OrTools;

namespace NlOpt.Benchmarks;

/// <summary>
/// One stage solved again for another state and noise, warm: the unit of SDDP and of every exact evaluation. Each operation is one walk over
/// all stages, counted as so many solves; the engine alone is what remains when the session's checks are taken off.
/// </summary>
public class StageSolveBenchmark
{
    private const int Solves = 126;

    private readonly double[][] _points = new double[Solves][];
    private readonly double[][] _states = new double[Solves][];
    private MultistageProblem _problem = null!;
    private TargetSession _strict = null!;
    private StageSession _free = null!;
    private double[] _gradient = [];

    /// <summary>The engine.</summary>
    [Params("clp", "glop")]
    public string Engine { get; set; } = "";

    /// <summary>Walks a random rule through the stages and keeps the points it asks for.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _problem = HydroSample.Problem();
        var solver = Engine == "clp" ? OrToolsSolvers.Clp : OrToolsSolvers.Glop;
        var stage = new TargetStage(_problem.Stages[0]);
        var random = new RandomNumbers(1);
        double[] incoming = [.. _problem.State.Select(state => state.Initial)], fraction = new double[incoming.Length];
        for (var solve = 0; solve < Solves; solve++)
        {
            var at = solve % _problem.StageCount;
            var noise = _problem.NoiseAt(at).Outcome(random.NextIndex(_problem.NoiseAt(at).Count));
            foreach (ref var share in fraction.AsSpan()) share = 0.6 + 0.4 * random.NextUniform();
            var target = new double[incoming.Length];
            _problem.TargetMap!.Map(at, incoming, noise, fraction, target);
            _points[solve] = new double[stage.ParametricRows.Length];
            stage.Parameters(incoming, noise, target, _points[solve]);
            _states[solve] = incoming;
            incoming = target;
        }

        _gradient = new double[stage.ParametricRows.Length];
        _strict = TargetSession.Open(stage, solver).Value;
        _free = StageSession.Open(_problem.Stages[0], solver).Value;
    }

    /// <summary>For a strict target, duals read.</summary>
    [Benchmark(OperationsPerInvoke = Solves)]
    public double StrictTarget()
    {
        var sum = 0.0;
        foreach (var point in _points) sum += _strict.Solve(point, _gradient).PrimalBound!.Value;
        return sum;
    }

    /// <summary>For any outgoing state, duals read.</summary>
    [Benchmark(OperationsPerInvoke = Solves)]
    public double FreeOutgoingState()
    {
        var sum = 0.0;
        for (var solve = 0; solve < Solves; solve++)
        {
            var stage = solve % _problem.StageCount;
            sum += _free.Solve(_states[solve], _problem.NoiseAt(stage).Outcome(solve % _problem.NoiseAt(stage).Count)).Cost;
        }

        return sum;
    }

    /// <summary>Gives the engines back.</summary>
    [GlobalCleanup]
    public void Close()
    {
        _strict.Dispose();
        _free.Dispose();
    }
}

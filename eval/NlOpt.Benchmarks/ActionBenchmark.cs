using BenchmarkDotNet.Attributes;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Onnx;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Benchmarks;

/// <summary>
/// Targets of one scenario of the case valley, stage after stage, by our networks and by ONNX Runtime from the exported file; one core. The
/// time is that of one action (stage). The limit asked for is 100 microseconds.
/// </summary>
[MemoryDiagnoser]
public class ActionBenchmark
{
    private ITargetRuleSession _session = null!;
    private double[][] _noises = [];
    private double[] _incoming = [], _target = [];
    private int _stage;

    /// <summary>Shape of the network.</summary>
    [Params("mlp 64,64", "lstm 128 head 256,256")]
    public string Shape { get; set; } = "";

    /// <summary>What runs it: our network, or ONNX Runtime from a file of that precision.</summary>
    [Params("ours", nameof(OnnxPrecision.Double), nameof(OnnxPrecision.Single))]
    public string Runner { get; set; } = "";

    /// <summary>Makes a rule with random parameters.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var problem = HydroProblem.Of(HydroCases.Open(HydroCases.Valley, null).Value.Case);
        var rule = new DecisionRule(NetworkShape.Parse(Shape).Value, [], RuleFeatures.Of(problem), new FractionActivation(), problem.TargetMap!);
        var parameters = new double[rule.Network.ParameterCount];
        rule.Network.Initialize(new RandomNumbers(1), parameters);
        rule = rule with { Parameters = [.. parameters] };
        _session = Enum.TryParse<OnnxPrecision>(Runner, out var precision)
            ? OnnxDecisionRule.Read(OnnxExport.ToBytes(problem, rule, 1, precision), problem).Value.Open()
            : rule.Open();
        _noises = [.. Enumerable.Range(0, problem.StageCount).Select(stage => problem.NoiseAt(stage).Outcome(0).ToArray())];
        (_incoming, _target) = ([.. problem.State.Select(state => state.Initial)], new double[problem.State.Length]);
    }

    /// <summary>One action.</summary>
    [Benchmark]
    public double[] Act()
    {
        _session.Target(_stage, _incoming, _noises[_stage], _target);
        _target.CopyTo(_incoming, 0);
        _stage = (_stage + 1) % _noises.Length;
        return _incoming;
    }
}

using BenchmarkDotNet.Attributes;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Gradients;
using NlOpt.Policies.Tsddr.Library;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;
using NlOpt.Solving.OrTools;

namespace NlOpt.Benchmarks;

/// <summary>
/// A full gradient of strict targets over 64 scenarios and all stages, costs by the library of dual vertices, on all processors: rollout,
/// library, and the way back. The network does 6 operations a parameter, scenario and stage, the library 2 a component of each vertex.
/// </summary>
[MemoryDiagnoser]
public class StrictGradientBenchmark
{
    private const int Scenarios = 64;

    private IGradientEngine? _engine;
    private ScenarioSet _scenarios = null!;
    private double[] _parameters = [];

    /// <summary>Shape of the network; on Bolivia 26 inputs and 11 outputs.</summary>
    [Params("linear", "mlp 64,64", "lstm 128 head 256,256")]
    public string Shape { get; set; } = "";

    /// <summary>Fills the library with what a random rule meets.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var problem = HydroSample.Problem();
        var features = RuleFeatures.Of(problem) with { EndLengths = [] };
        var rule = new DecisionRule(NetworkShape.Parse(Shape).Value, [], features, new FractionActivation(), problem.TargetMap!);
        _parameters = new double[rule.Network.ParameterCount];
        rule.Network.Initialize(new RandomNumbers(1), _parameters);
        _scenarios = ScenarioSet.SampleStratified(problem, Scenarios, 1);
        var stages = new TargetStages(problem);
        var library = new LibraryStageCosts(stages);
        var engine = new StrictGradientEngine(problem, stages, rule, library, Environment.ProcessorCount);
        engine.Evaluate(_parameters, _scenarios);
        using var certification = new Certification(stages, library, OrToolsSolvers.Clp, Environment.ProcessorCount);
        certification.Certify(engine, Scenarios, problem.StageCount, 4000, new RandomNumbers(2), CancellationToken.None);
        _engine = engine;
        var operations = (6.0 * _parameters.Length + 2.0 * library.Count * (stages.LargestParameterCount + 1)) * Scenarios * problem.StageCount;
        Console.WriteLine($"// {problem.Name}, {Shape}: {_parameters.Length} parameters, {library.Count} vertices, {operations / 1e6:0} million operations a gradient");
    }

    /// <summary>Costs, target duals and gradient.</summary>
    [Benchmark]
    public double? Gradient() => _engine!.Evaluate(_parameters, _scenarios).MeanCost;

    /// <summary>Gives the engine back.</summary>
    [GlobalCleanup]
    public void Close() => _engine?.Dispose();
}

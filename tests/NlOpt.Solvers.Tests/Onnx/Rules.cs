using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Examples;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Rules;
using NlOpt.Solvers.Tests.Hydro;

namespace NlOpt.Solvers.Tests.Onnx;

/// <summary>Decision rules with random parameters, large enough that some fractions are cut off.</summary>
internal static class Rules
{
    public const ulong Seed = 17;

    public static MultistageProblem Problem(string name) =>
        name == "valley" ? HydroProblem.Of(HydroData.Open(HydroCases.Valley)) : ExampleProblems.Find(name)!.Create();

    public static DecisionRule Make(MultistageProblem problem, string shape)
    {
        var features = RuleFeatures.Of(problem);
        var rule = new DecisionRule(NetworkShape.Parse(shape).Value, [], features, new FractionActivation(), problem.TargetMap!);
        var parameters = new double[rule.Network.ParameterCount];
        var random = new RandomNumbers(Seed);
        rule.Network.Initialize(random, parameters);
        for (var index = 0; index < parameters.Length; index++) parameters[index] += 0.3 * random.NextNormal();
        return rule with { Parameters = [.. parameters] };
    }
}

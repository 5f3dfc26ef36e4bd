using FluentAssertions;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Sddp.RiskMeasures;
using NlOpt.Policies.Sddp.Stopping;
using NlOpt.Policies.Training;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Sddp;

/// <summary>Bounds of converged trainings equal published optima.</summary>
public sealed class PublishedOptimaTests
{
    public static TheoryData<string, CutKind, double> Optima()
    {
        var data = new TheoryData<string, CutKind, double>();
        foreach (var kind in Enum.GetValues<CutKind>())
        {
            data.Add("hydro thermal", kind, 10);
            data.Add("buy then sell", kind, -2);
            data.Add("two goods", kind, -23.96);
            data.Add("farmer", kind, -108_390);
            data.Add("power plants 2", kind, 340_315.52);
            data.Add("power plants 3", kind, 406_712.49);
            data.Add("valley", kind, -835);
            data.Add("valley rain", kind, -838.33);
            data.Add("valley prices", kind, -851.8);
            data.Add("valley rain prices", kind, -855);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Optima))]
    public void Bound_reaches_the_optimum(string name, CutKind kind, double optimum)
    {
        var problem = Make(name);
        Train(problem, new SddpOptions { CutKind = kind }).Should().BeApproximately(optimum, 1e-5 * Math.Abs(optimum));
        DeterministicEquivalent.Solve(problem, OrToolsSolvers.Clp).Value.ExpectedCost.Should().BeApproximately(optimum, 1e-5 * Math.Abs(optimum));
    }

    [Theory]
    [InlineData(CutKind.Single)]
    [InlineData(CutKind.Multiple)]
    public void Bound_of_the_average_value_at_risk_reaches_the_optimum(CutKind kind) =>
        Train(Make("valley rain prices"), Averse(kind, new AverageValueAtRisk(0.66))).Should().BeApproximately(-828.157, 1e-3);

    [Theory]
    [InlineData(CutKind.Single)]
    [InlineData(CutKind.Multiple)]
    public void Bound_of_the_worst_case_reaches_the_optimum(CutKind kind) =>
        Train(Make("valley rain prices"), Averse(kind, new WorstCase())).Should().BeApproximately(-780.867, 1e-3);

    private static SddpOptions Averse(CutKind kind, IRiskMeasure measure) =>
        new() { CutKind = kind, RiskMeasure = new ConvexCombination((0.5, new Expectation()), (0.5, measure)) };

    private static double Train(MultistageProblem problem, SddpOptions options) =>
        new SddpTrainer(OrToolsSolvers.Clp, options with { Stalling = new BoundStalling { Iterations = 20, RelativeMove = 1e-9 } })
            .Train(problem, new TrainingRequest { MaximumUpdates = 100 }).Value.Curve[^1].Bound!.Value;

    private static MultistageProblem Make(string name) => name switch
    {
        "hydro thermal" => PublishedProblems.HydroThermal(),
        "buy then sell" => PublishedProblems.BuyThenSell(),
        "two goods" => PublishedProblems.TwoGoods(),
        "farmer" => PublishedProblems.Farmer(),
        "power plants 2" => PublishedProblems.PowerPlants(2),
        "power plants 3" => PublishedProblems.PowerPlants(3),
        _ => HydroValley.Make(name.Contains("rain", StringComparison.Ordinal), name.Contains("prices", StringComparison.Ordinal)),
    };
}

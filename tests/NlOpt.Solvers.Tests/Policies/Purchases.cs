using NlOpt.Modeling;
using NlOpt.Policies.Problems;

namespace NlOpt.Solvers.Tests.Policies;

/// <summary>
/// The smallest problem with a memory: buy (2 a unit, at most 6), store (0.1 a unit), serve the demand or shed it (10 a unit). Small enough to
/// compute by hand.
/// </summary>
internal static class Purchases
{
    public static MultistageProblem Of(
        int stages, double initial, IReadOnlyList<double> demands, IReadOnlyList<double>? probabilities = null, bool mayShed = true)
    {
        var builder = new ModelBuilder("purchases");
        var stock = builder.AddVariable("stock", upper: 20);
        var bought = builder.AddVariable("bought", upper: 6);
        var shed = builder.AddVariable("shed", upper: mayShed ? 100 : 0);
        var balance = builder.AddRow(LinearExpression.Of([new(stock, 1), new(bought, -1), new(shed, -1)]), 0, 0, "balance");
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of([new(bought, 2), new(stock, 0.1), new(shed, 10)]));
        var stage = new StageModel(
            builder.Build(),
            [stock],
            [new RightHandSideTerm(balance, 1, 0, null), new RightHandSideTerm(balance, -1, null, 0)],
            [LinearExpression.Of([new Term(bought, 1)]), LinearExpression.Of([new Term(shed, 1)])]);
        var noise = NoiseDistribution.Of([.. demands.Select(demand => new[] { demand })], probabilities);
        return new MultistageProblem("purchases", [new StateVariable("stock", null, initial, 0, 20)], [stage], [noise], stages)
        {
            Measures = [new Measure("bought", null, MeasureKind.Quantity), new Measure("shed", null, MeasureKind.Shedding)],
        };
    }
}

using NlOpt.Policies.Targets;

namespace NlOpt.Policies.Examples;

/// <summary>
/// Inventory with backlog. The demand of a stage is met from the position that the stage starts with; what is missing waits (backlog). Then an
/// order is placed, limited by the supplier and here before the next demand. The state is the position after it: stock, or backlog
/// where negative. Only an emergency purchase keeps the backlog within its limit, at a price that nobody pays without need.
/// </summary>
public static class InventoryProblem
{
    private const double Room = 120;
    private const double LargestBacklog = 150;
    private const double LargestOrder = 55;

    private static readonly ImmutableArray<double> Season = [28, 30, 34, 40, 48, 58, 66, 70, 64, 52, 40, 32];

    private static readonly ImmutableArray<double> Factors = [0.6, 0.75, 0.85, 0.95, 1.05, 1.15, 1.3, 1.5];

    /// <summary>The problem: 24 stages of which 18 are reported, one state, 8 equally likely demands a stage.</summary>
    public static MultistageProblem Create()
    {
        var builder = new ModelBuilder("inventory");
        var position = builder.AddVariable("position", lower: -LargestBacklog, upper: Room);
        var stock = builder.AddVariable("stock", upper: Room);
        var backlog = builder.AddVariable("backlog", upper: LargestBacklog);
        var order = builder.AddVariable("order", upper: LargestOrder);
        var emergency = builder.AddVariable("emergency");
        var demand = builder.AddRow(LinearExpression.Of([new(stock, 1), new(backlog, -1), new(emergency, -1)]), 0, 0, "demand");
        builder.AddRow(LinearExpression.Of([new(position, 1), new(stock, -1), new(backlog, 1), new(order, -1)]), 0, 0, "delivery");
        builder.SetObjective(
            ObjectiveSense.Minimize, LinearExpression.Of([new(order, 4), new(stock, 0.4), new(backlog, 6), new(emergency, 60)]));
        var stage = new StageModel(
            builder.Build(),
            [position],
            [new RightHandSideTerm(demand, 1, 0, null), new RightHandSideTerm(demand, -1, null, 0)],
            [.. new[] { stock, backlog, order, emergency }.Select(variable => LinearExpression.Of([new Term(variable, 1)]))]);
        return new MultistageProblem(
            "inventory",
            [new StateVariable("position", "pieces", 30, -LargestBacklog, Room)],
            [stage],
            [.. Season.Select(level => NoiseDistribution.Of([.. Factors.Select(factor => new[] { Math.Round(level * factor) })]))],
            stageCount: 24)
        {
            ReportedStages = 18,
            CostUnit = "EUR",
            NoiseNames = ["demand"],
            Measures =
            [
                new Measure("stock", "pieces", MeasureKind.Quantity),
                new Measure("backlog", "pieces", MeasureKind.Quantity),
                new Measure("order", "pieces", MeasureKind.Quantity),
                new Measure("emergency purchase", "pieces", MeasureKind.Violation),
            ],
            TargetMap = new BoxTargetMap(
            [
                new TargetRange(
                    new ClampedAffine(0, [1], [-1], -LargestBacklog, Room),
                    new ClampedAffine(LargestOrder, [1], [-1], -LargestBacklog, Room)),
            ]),
        };
    }
}

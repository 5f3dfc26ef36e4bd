using NlOpt.Policies.Targets;

namespace NlOpt.Policies.Examples;

/// <summary>
/// A chain of newsvendors. The demand of a stage is served from stock, what is missing is lost; then tomorrow's stock is ordered on top of
/// what is left. The best order fills up to a quantile of the demand (Arrow, Harris and Marschak 1951), so the optimum is known.
/// </summary>
public static class NewsvendorProblem
{
    private const int StageCount = 12;
    private const double InitialStock = 30;
    private const double Room = 60;
    private const double Price = 3;
    private const double StorageCost = 1.5;
    private const double LostSaleCost = 8;

    private static readonly ImmutableArray<double> Demands = [20, 24, 28, 31, 34, 37, 40, 44, 49, 56];

    /// <summary>The problem: 12 stages, one state, 10 equally likely demands.</summary>
    public static MultistageProblem Create()
    {
        var builder = new ModelBuilder("newsvendor");
        var stock = builder.AddVariable("stock", upper: Room);
        var left = builder.AddVariable("left over");
        var lost = builder.AddVariable("lost sales");
        var order = builder.AddVariable("order", upper: Room);
        var sales = builder.AddRow(LinearExpression.Of([new(left, 1), new(lost, -1)]), 0, 0, "sales");
        builder.AddRow(LinearExpression.Of([new(stock, 1), new(left, -1), new(order, -1)]), 0, 0, "delivery");
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of([new(order, Price), new(left, StorageCost), new(lost, LostSaleCost)]));
        var stage = new StageModel(
            builder.Build(),
            [stock],
            [new RightHandSideTerm(sales, 1, 0, null), new RightHandSideTerm(sales, -1, null, 0)],
            [.. new[] { left, order, lost }.Select(variable => LinearExpression.Of([new Term(variable, 1)]))]);
        return new MultistageProblem(
            "newsvendor",
            [new StateVariable("stock", "papers", InitialStock, 0, Room)],
            [stage],
            [NoiseDistribution.Of([.. Demands.Select(demand => new[] { demand })])],
            StageCount)
        {
            CostUnit = "EUR",
            NoiseNames = ["demand"],
            Measures =
            [
                new Measure("left over", "papers", MeasureKind.Quantity),
                new Measure("order", "papers", MeasureKind.Quantity),
                new Measure("lost sales", "papers", MeasureKind.Shedding),
            ],
            TargetMap = new BoxTargetMap([new TargetRange(new ClampedAffine(0, [1], [-1], 0, Room), ClampedAffine.Of(Room))]),
        };
    }

    /// <summary>
    /// The least expected cost over all stages. A paper more is worth its price as long as the chance to lose a sale is above
    /// storage / (lost sale - price + storage), since what is left saves an order; with the last order, whose rest is worth nothing, above
    /// (price + storage) / (lost sale + storage). The demand is at least 20, so what is left never exceeds a later level.
    /// </summary>
    public static double OptimalCost()
    {
        var level = Level(StorageCost / (LostSaleCost - Price + StorageCost));
        var lastLevel = Level((Price + StorageCost) / (LostSaleCost + StorageCost));
        var (cost, stock) = (0.0, InitialStock);
        for (var stage = 0; stage < StageCount; stage++)
        {
            var left = Demands.Average(demand => Math.Max(0, stock - demand));
            cost += StorageCost * left + LostSaleCost * Demands.Average(demand => Math.Max(0, demand - stock));
            if (stage == StageCount - 1) continue;
            stock = stage == StageCount - 2 ? lastLevel : level;
            cost += Price * (stock - left);
        }

        return cost;
    }

    /// <summary>The least demand that is exceeded with at most this probability.</summary>
    private static double Level(double probability) =>
        Demands.First(level => (double)Demands.Count(demand => demand > level) / Demands.Length <= probability);
}

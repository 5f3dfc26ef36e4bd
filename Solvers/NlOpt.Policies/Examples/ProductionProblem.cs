using NlOpt.Policies.Targets;

namespace NlOpt.Policies.Examples;

/// <summary>
/// Production and storage. Two products take hours of one workshop (with overtime up to a limit) and pieces of room in one store; both
/// demands are seen before the stage is decided, what is not served is lost. Chairs sell in summer, lamps in winter.
/// </summary>
public static class ProductionProblem
{
    private const double Room = 80;
    private const double Hours = 84;
    private const double LargestOvertime = 24;

    private static readonly ImmutableArray<Product> Products =
    [
        new(
            "chairs", HoursEach: 1, Cost: 5, Storage: 0.3, Shortage: 40, Initial: 20, Share: 54,
            [20, 22, 28, 38, 50, 60, 62, 54, 40, 30, 24, 20], [0.7, 1, 1.35]),
        new(
            "lamps", HoursEach: 2, Cost: 9, Storage: 0.5, Shortage: 70, Initial: 10, Share: 27,
            [34, 32, 28, 24, 20, 16, 14, 16, 20, 26, 32, 36], [0.75, 1, 1.3]),
    ];

    /// <summary>The demands rise and fall together more often than not: chairs down, lamps across.</summary>
    private static readonly ImmutableArray<double> Probabilities = [0.16, 0.10, 0.04, 0.10, 0.20, 0.10, 0.04, 0.10, 0.16];

    /// <summary>The problem: 18 stages of which 12 are reported, two states, 9 demand pairs a stage with different probabilities.</summary>
    public static MultistageProblem Create()
    {
        var noises = Enumerable.Range(0, Products[0].Season.Length).Select(stage => NoiseDistribution.Of(
            [.. from chairs in Products[0].Demands(stage) from lamps in Products[1].Demands(stage) select new[] { chairs, lamps }], Probabilities));
        return new MultistageProblem(
            "production",
            [.. Products.Select(product => new StateVariable(product.Name, "pieces", product.Initial, 0, Room))],
            [Stage()],
            [.. noises],
            stageCount: 18)
        {
            ReportedStages = 12,
            CostUnit = "EUR",
            NoiseNames = [.. Products.Select(product => $"demand for {product.Name}")],
            Measures =
            [
                .. Products.Select(product => new Measure($"{product.Name} made", "pieces", MeasureKind.Quantity)),
                new Measure("overtime", "hours", MeasureKind.Quantity),
                .. Products.Select(product => new Measure($"{product.Name} not served", "pieces", MeasureKind.Shedding)),
            ],

            // Whatever the demand, a stock grows by its share of the hours and falls by no more than the demand; who aims so high that the
            // hours run out loses sales, which the target duals then tell.
            TargetMap = new BoxTargetMap(
                [
                    .. Products.Select((product, index) => new TargetRange(
                        new ClampedAffine(0, Unit(index, 1), Unit(index, -1), 0, Room),
                        new ClampedAffine(product.Share, Unit(index, 1), [], 0, Room))),
                ],
                Room),
        };
    }

    private static StageModel Stage()
    {
        var builder = new ModelBuilder("production");
        var stocks = Products.Select(product => builder.AddVariable($"stock of {product.Name}")).ToArray();
        var made = Products.Select(product => builder.AddVariable($"{product.Name} made")).ToArray();
        var lost = Products.Select(product => builder.AddVariable($"{product.Name} not served")).ToArray();
        var overtime = builder.AddVariable("overtime", upper: LargestOvertime);
        var (terms, cost) = (new List<RightHandSideTerm>(), new List<Term> { new(overtime, 6) });
        for (var index = 0; index < Products.Length; index++)
        {
            var product = Products[index];
            var balance = builder.AddRow(
                LinearExpression.Of([new(stocks[index], 1), new(made[index], -1), new(lost[index], -1)]), 0, 0, $"balance of {product.Name}");
            var demand = builder.AddRow(LinearExpression.Of([new Term(lost[index], 1)]), null, 0, $"demand for {product.Name}");
            terms.AddRange([new(balance, 1, index, null), new(balance, -1, null, index), new(demand, 1, null, index)]);
            cost.AddRange([new(made[index], product.Cost), new(stocks[index], product.Storage), new(lost[index], product.Shortage)]);
        }

        var hours = made.Select((variable, index) => new Term(variable, Products[index].HoursEach)).Append(new Term(overtime, -1));
        builder.AddRow(LinearExpression.Of(hours), null, Hours, "hours");
        builder.AddRow(LinearExpression.Of(stocks.Select(stock => new Term(stock, 1))), null, Room, "room");
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of(cost));
        return new StageModel(
            builder.Build(),
            [.. stocks],
            [.. terms],
            [.. made.Append(overtime).Concat(lost).Select(variable => LinearExpression.Of([new Term(variable, 1)]))]);
    }

    private static ImmutableArray<double> Unit(int index, double value) => [.. Products.Select((_, other) => other == index ? value : 0)];

    private sealed record Product(
        string Name, double HoursEach, double Cost, double Storage, double Shortage, double Initial, double Share,
        ImmutableArray<double> Season, ImmutableArray<double> Factors)
    {
        public IEnumerable<double> Demands(int stage) => Factors.Select(factor => Math.Round(Season[stage] * factor));
    }
}

using NlOpt.Modeling;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Targets;

namespace NlOpt.Conformance.Policies;

/// <summary>
/// Problems so small that every scenario can be looked at: order today (1 a unit) what is sold tomorrow (lost sales cost 4, storage 0.2).
/// </summary>
internal static class TinyProblems
{
    private const double Room = 8;

    private static readonly double[] Demands = [1, 3, 6];

    /// <summary>Three stages, demands 1, 3 or 6, always feasible.</summary>
    public static MultistageProblem Shop { get; } = Build("shop", 3, mayLose: true);

    /// <summary>The same over more stages; long enough to be interrupted.</summary>
    public static MultistageProblem LongShop { get; } = Build("long shop", 24, mayLose: true);

    /// <summary>Every sale must be served, which the first stage cannot whenever 3 or 6 are wanted.</summary>
    public static MultistageProblem Unservable { get; } = Build("unservable shop", 3, mayLose: false);

    /// <summary>Every scenario of <see cref="Shop"/>, all equally likely: means over it are expectations.</summary>
    public static ScenarioSet Everything { get; } = ScenarioSet.Of(
        "all 27",
        Shop,
        [.. from a in Enumerable.Range(0, 3) from b in Enumerable.Range(0, 3) from c in Enumerable.Range(0, 3) select new[] { a, b, c }]);

    private static MultistageProblem Build(string name, int stages, bool mayLose)
    {
        var builder = new ModelBuilder(name);
        var stock = builder.AddVariable("stock", upper: Room);
        var left = builder.AddVariable("left over");
        var lost = builder.AddVariable("lost", upper: mayLose ? null : 0);
        var ordered = builder.AddVariable("ordered", upper: Room);
        var sales = builder.AddRow(LinearExpression.Of([new(left, 1), new(lost, -1)]), 0, 0, "sales");
        builder.AddRow(LinearExpression.Of([new(stock, 1), new(left, -1), new(ordered, -1)]), 0, 0, "delivery");
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of([new(ordered, 1), new(left, 0.2), new(lost, 4)]));
        var stage = new StageModel(
            builder.Build(),
            [stock],
            [new RightHandSideTerm(sales, 1, 0, null), new RightHandSideTerm(sales, -1, null, 0)],
            [LinearExpression.Of([new Term(lost, 1)])]);
        return new MultistageProblem(
            name,
            [new StateVariable("stock", null, 2, 0, Room)],
            [stage],
            [NoiseDistribution.Of([.. Demands.Select(demand => new[] { demand })])],
            stages)
        {
            Measures = [new Measure("lost", null, MeasureKind.Shedding)],
            TargetMap = new BoxTargetMap([new TargetRange(new ClampedAffine(0, [1], [-1], 0, Room), ClampedAffine.Of(Room))]),
        };
    }
}

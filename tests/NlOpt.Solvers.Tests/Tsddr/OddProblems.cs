using NlOpt.Modeling;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Targets;

namespace NlOpt.Solvers.Tests.Tsddr;

/// <summary>Problems that are legal and unusual.</summary>
internal static class OddProblems
{
    /// <summary>
    /// Wealth grows by the noise; every other stage spends more and has a row more. Noises and stages have different cycles, the outgoing
    /// variable has a cost of its own and no upper bound, the objective a constant, and no lower bound on costs is known.
    /// </summary>
    public static MultistageProblem Wealth { get; } = new(
        "wealth", [new StateVariable("wealth", null, 4, 0, null)], [Spending(3, limit: null), Spending(5, limit: 60)],
        [Rates(1.5, 2), Rates(0.5, 1.25), Rates(1, 3)], stageCount: 7)
    {
        StageCostLowerBound = null,
        TargetMap = new BoxTargetMap([new TargetRange(ClampedAffine.Of(0.5), ClampedAffine.Of(12))]),
    };

    /// <summary>One stage, one outcome, no noise: what is kept costs 1, what is missing to 5 costs 3.</summary>
    public static MultistageProblem Single { get; } = Make();

    /// <summary>A stock without cost; once in a while, 100 are wanted at once, and what is missing costs.</summary>
    /// <param name="kinds">Number of equal stage models, one a stage.</param>
    public static MultistageProblem RareDemand(int kinds)
    {
        var builder = new ModelBuilder();
        var stock = builder.AddVariable("stock", upper: 100);
        var missing = builder.AddVariable("missing");
        var demand = builder.AddRow(LinearExpression.Of([new Term(missing, 1)]), 0, null, "demand");
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of([new Term(missing, 1)]));
        var stage = new StageModel(builder.Build(), [stock], [new(demand, -1, 0, null), new(demand, 100, null, 0)]);
        return new MultistageProblem(
            "rare demand", [new StateVariable("stock", null, 100, 0, 100)], [.. Enumerable.Repeat(stage, kinds)],
            [NoiseDistribution.Of([[0], [1]], [0.9, 0.1])], stageCount: kinds)
        {
            TargetMap = new BoxTargetMap([new TargetRange(ClampedAffine.Of(0), ClampedAffine.Of(100))]),
        };
    }

    private static NoiseDistribution Rates(params double[] rates) => NoiseDistribution.Of([.. rates.Select(rate => new[] { rate })]);

    private static StageModel Spending(double amount, double? limit)
    {
        var builder = new ModelBuilder();
        var borrowed = builder.AddVariable("borrowed");
        var wealth = builder.AddVariable("wealth");
        var wasted = builder.AddVariable("wasted");
        if (limit is { } most) builder.AddRow(LinearExpression.Of([new Term(borrowed, 1)]), null, most);
        var balance = builder.AddRow(LinearExpression.Of([new(wealth, 1), new(borrowed, -1), new(wasted, 1)]), -amount, -amount);
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of([new(borrowed, 1), new(wasted, 0.2), new(wealth, 0.05)], 7));
        return new StageModel(builder.Build(), [wealth], [new RightHandSideTerm(balance, 1, 0, 0)]);
    }

    private static MultistageProblem Make()
    {
        var builder = new ModelBuilder();
        var kept = builder.AddVariable("kept", upper: 9);
        var missing = builder.AddVariable("missing");
        builder.AddRow(LinearExpression.Of([new(kept, 1), new(missing, 1)]), 5, null);
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of([new(kept, 1), new(missing, 3)]));
        return new MultistageProblem(
            "single", [new StateVariable("kept", null, 0, 0, 9)], [new StageModel(builder.Build(), [kept], [])], [NoiseDistribution.Of([[]])], stageCount: 1)
        {
            TargetMap = new BoxTargetMap([new TargetRange(ClampedAffine.Of(0), ClampedAffine.Of(9))]),
        };
    }
}

using NlOpt.Datasets.Generation.Banks;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Sampling;

/// <summary>Draws what is wanted.</summary>
internal sealed class ObjectiveDraw(RandomNumbers random, SituationDraw situation)
{
    private const double ShareOfMinimization = 0.5;
    private const double ShareOfCounts = 0.2;
    private const double ShareOfCountsToMinimize = 0.7;
    private const double ShareOfPriceMinusCost = 0.12;

    /// <summary>An objective of a family.</summary>
    public SampledObjective Draw(Family family, int variableCount)
    {
        if (random.Chance(ShareOfCounts))
            return new(random.Chance(ShareOfCountsToMinimize) ? ObjectiveSense.Minimize : ObjectiveSense.Maximize, ObjectiveClass.Count, null);
        // Counts lean to the small side; the rest leans the other way to keep the halves.
        var minimizes = random.Chance((ShareOfMinimization - ShareOfCounts * ShareOfCountsToMinimize) / (1 - ShareOfCounts));
        var goals = family.Amounts.Where(amount => !amount.Goals.IsEmpty).ToList();
        var fitting = goals.FindAll(amount => WantsMuch(amount) != minimizes);
        if (fitting.Count == 0) fitting = goals;
        var goal = random.Pick(fitting, amount => amount.Flow is AmountFlow.Earns or AmountFlow.Costs ? 1.5 : 1);
        var sense = WantsMuch(goal) ? ObjectiveSense.Maximize : ObjectiveSense.Minimize;
        if (goal.Flow == AmountFlow.Earns && family.Amounts.FirstOrDefault(amount => amount.Flow == AmountFlow.Costs) is { } cost && random.Chance(ShareOfPriceMinusCost))
            return PriceMinusCost(goal, cost, variableCount);
        var objectiveClass = goal.Flow switch
        {
            AmountFlow.Earns => ObjectiveClass.Profit,
            AmountFlow.Costs => ObjectiveClass.Cost,
            _ => ObjectiveClass.Resource,
        };
        return new(sense, objectiveClass, situation.Column(goal, variableCount, maybeShared: false));
    }

    private static bool WantsMuch(Amount amount) => amount.WantsMuch ?? amount.Flow is AmountFlow.Gives or AmountFlow.Earns;

    /// <summary>Things are sold for more than they cost.</summary>
    private SampledObjective PriceMinusCost(Amount profit, Amount cost, int variableCount)
    {
        var price = profit with
        {
            Id = "price",
            What = "price",
            Verbs = ["sells for/sell for", "is sold for/are sold for"],
            From = cost.To + profit.From,
            To = (cost.To + profit.From) * 2,
            Step = Math.Max(profit.Step, cost.Step),
            Goals = [.. profit.Goals.Where(goal => goal.Contains("profit", StringComparison.Ordinal)).DefaultIfEmpty("profit")],
        };
        return new(
            ObjectiveSense.Maximize, ObjectiveClass.RevenueMinusCost,
            situation.Column(price, variableCount, maybeShared: false), situation.Column(cost, variableCount, maybeShared: false));
    }
}

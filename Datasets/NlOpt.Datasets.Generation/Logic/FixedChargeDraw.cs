using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Sampling;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Formulation;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>Draws amounts that count once for things done at all: money of the objective, or part of a limited stock.</summary>
/// <param name="numbers">Draws numbers.</param>
/// <param name="objective">What is wanted.</param>
/// <param name="plan">The plan that limits are kept by.</param>
internal sealed class FixedChargeDraw(NumberDraw numbers, SampledObjective objective, double[] plan)
{
    private readonly RandomNumbers _random = numbers.Random;

    /// <summary>Adds a clause where one fits; at most one of each kind.</summary>
    public void Add(List<Saying> sayings)
    {
        var known = sayings.OfType<FixedChargeSaying>().ToList();
        if (objective.Class is ObjectiveClass.Profit or ObjectiveClass.Cost or ObjectiveClass.RevenueMinusCost
            && objective.Column is { Amount.Unit: "$" } money && !known.Exists(saying => saying.Column is null))
            sayings.Add(OnObjective(money));
        else if (!known.Exists(saying => saying.Column is not null)) OnRow(sayings);
    }

    private FixedChargeSaying OnObjective(AmountColumn money)
    {
        var all = _random.Chance(0.6);
        int[] things = all ? [.. Enumerable.Range(0, plan.Length)] : [_random.NextIndex(plan.Length)];
        return new([.. things], [.. things.Select(thing => numbers.Number(Round(money.Of(thing).Value * _random.Between(2.0, 10.0))))], null);
    }

    /// <summary>A charge that the stock still allows: it fits between the limit and what the plan takes.</summary>
    private void OnRow(List<Saying> sayings)
    {
        var thing = _random.NextIndex(plan.Length);
        for (var index = 0; index < sayings.Count; index++)
        {
            if (sayings[index] is not RowSaying { Limit.Direction: LimitDirection.AtMost, Column.Amount.Flow: Banks.AmountFlow.Uses } row) continue;
            var free = row.Limit.Number.Value - row.Column.Of(plan);
            var charge = Round(free * _random.Between(0.2, 0.9));
            if (charge < 2 || charge > free) continue;
            var saying = new FixedChargeSaying([thing], [numbers.Number(charge)], row.Column);
            sayings[index] = row with { Charges = saying };
            sayings.Add(saying);
            return;
        }
    }

    private static double Round(double value)
    {
        var grain = value < 20 ? 1 : value < 200 ? 5 : Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return NumberDraw.Clean(Math.Max(grain, Math.Floor(value / grain) * grain));
    }
}

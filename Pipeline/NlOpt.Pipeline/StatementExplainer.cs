using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>Says how a plan stands to one statement.</summary>
internal static class StatementExplainer
{
    private const double Tolerance = 1e-6;

    public static StatementOutcome Explain(LoweredModel lowered, int index, PrimalSolution primal, DualSolution? dual)
    {
        var statement = lowered.Formulation.Statements[index];
        var rows = lowered.RowsOf(index).ToList();
        List<(double Activity, double? Lower, double? Upper)> sides =
        [
            .. rows.Select(row => (row.Expression.Evaluate(primal.Values), row.Lower, row.Upper)),
            .. lowered.IndicatorsOf(index).Where(row => IsAt(row.ActiveValue ? 1 : 0, primal[row.Binary]))
                .Select(row => (row.Expression.Evaluate(primal.Values), row.Lower, row.Upper)),
        ];
        var slack = sides.Min(row => (double?)SlackOf(row)) ?? double.PositiveInfinity;
        var isBinding = sides.Exists(row => IsAt(row.Lower, row.Activity) || IsAt(row.Upper, row.Activity));
        var price = dual is null ? null : ShadowPrice.Of(statement, rows.ConvertAll(row => dual[row.Id]), lowered, primal);
        var activity = ActivityOf(statement, lowered, primal);
        return new(
            index,
            statement,
            activity,
            Math.Abs(slack) <= Tolerance ? 0 : slack,
            isBinding,
            price,
            Text(statement, lowered, primal, activity, isBinding),
            price is { } worth ? ShadowPrice.Text(statement, worth, sides[0].Activity, lowered.Formulation) : null);
    }

    /// <summary>True when an activity lies at a limit, within the accuracy that results have.</summary>
    public static bool IsAt(double? limit, double activity) =>
        limit is { } side && Math.Abs(activity - side) <= Tolerance * Math.Max(1, Math.Abs(side));

    private static double SlackOf((double Activity, double? Lower, double? Upper) row) =>
        Math.Min(row.Upper - row.Activity ?? double.PositiveInfinity, row.Activity - row.Lower ?? double.PositiveInfinity);

    private static double Amount(DecisionVariableId variable, LoweredModel lowered, PrimalSolution primal) => primal[lowered.AmountOf(variable)];

    /// <summary>The limited amount under a plan; null where there is none.</summary>
    public static double? ActivityOf(Statement statement, LoweredModel lowered, PrimalSolution primal)
    {
        double Amount(DecisionVariableId variable) => StatementExplainer.Amount(variable, lowered, primal);
        return statement switch
        {
            Statement.SingleVariable(var variable, _) => Amount(variable),
            Statement.Sum(var variables, _) => variables.Sum(Amount),
            Statement.WeightedSum sum => sum.Terms.Sum(term => term.Value * Amount(term.Variable))
                + sum.FixedCharges.Sum(charge => IsMet(new Activity(charge.Variable), lowered, primal) ? charge.Amount.Value : 0),
            Statement.Proportion(var part, var whole, _) => whole.Sum(Amount) is var total && IsAt(0, total) ? null : part.Sum(Amount) / total,
            Statement.Comparison comparison => Amount(comparison.Left),
            Statement.SumComparison comparison => comparison.Left.Sum(Amount),
            Statement.ActivityRequirement(var activity) => Amount(activity.Variable),
            Statement.ConditionalLimit conditional =>
                IsMet(conditional.If, lowered, primal) ? ActivityOf(conditional.Consequence, lowered, primal) : null,
            Statement.Cardinality(var activities, _) => activities.Count(activity => IsMet(activity, lowered, primal)),
            _ => null,
        };
    }

    private static bool IsMet(ActivityGroup group, LoweredModel lowered, PrimalSolution primal) => group.IsAll
        ? group.Activities.All(activity => IsMet(activity, lowered, primal))
        : group.Activities.Any(activity => IsMet(activity, lowered, primal));

    private static bool IsMet(Activity activity, LoweredModel lowered, PrimalSolution primal) =>
        IsAt(1, primal[lowered.ActivityOf(activity.Variable)!.Value]) == activity.IsActive;

    private static string Text(Statement statement, LoweredModel lowered, PrimalSolution primal, double? activity, bool isBinding)
    {
        var formulation = lowered.Formulation;
        switch (statement)
        {
            case Statement.Proportion:
                return activity is { } share
                    ? $"{(isBinding ? "just met: " : "")}the share is {AmountText.Percent(AmountText.Readable(share))}"
                    : "met: there is none of it";
            case Statement.Comparison comparison:
                return Against([comparison.Left], [comparison.Right]);
            case Statement.SumComparison comparison:
                return Against(comparison.Left, comparison.Right);
            case Statement.Implication(var condition, _):
                return IsMet(condition, lowered, primal) ? "met: both hold" : "met: the condition does not hold";
            case Statement.Equivalence(var left, _):
                return IsMet(left, lowered, primal) ? "met: both hold" : "met: neither holds";
            case Statement.ActivityRequirement(var required):
                return $"met: {PlainSentence.OfAmount(formulation[required.Variable], activity ?? 0)}";
            case Statement.ConditionalLimit conditional:
                return activity is null
                    ? "met: the condition does not hold"
                    : $"the condition holds: {Text(conditional.Consequence, lowered, primal, activity, isBinding)}";
            case Statement.Cardinality(var activities, _):
                return $"met: {AmountText.Of(activity ?? 0)} of {activities.Length}";
            default:
                var unit = PlainSentence.UnitOf(statement, formulation);
                var limit = LimitOf(statement);
                string Say(double value) => AmountText.Of(AmountText.Readable(value, unit), unit);
                string SayBare(double value) => AmountText.IsCurrency(unit) ? Say(value) : AmountText.Of(AmountText.Readable(value, unit));
                return OfAmounts(activity!.Value, limit, Say, SayBare);
        }

        string Against(ImmutableArray<DecisionVariableId> left, ImmutableArray<DecisionVariableId> right) =>
            $"{(isBinding ? "just met: " : "")}{Amounts(left)} against {Amounts(right)}";

        string Amounts(ImmutableArray<DecisionVariableId> variables) => PlainSentence.List(
            variables.Select(variable => PlainSentence.OfAmount(formulation[variable], Amount(variable, lowered, primal))));
    }

    private static Limit LimitOf(Statement statement) => statement switch
    {
        Statement.SingleVariable(_, var limit) => limit,
        Statement.Sum(_, var limit) => limit,
        Statement.WeightedSum(_, var limit) => limit,
        _ => throw new ArgumentException($"Statements of the case {statement.GetType().Name} limit no amount.", nameof(statement)),
    };

    /// <param name="activity">The limited amount.</param>
    /// <param name="limit">Its limit.</param>
    /// <param name="say">Says an amount with its unit, which each phrase does once.</param>
    /// <param name="sayBare">Says the other amounts of the phrase.</param>
    private static string OfAmounts(double activity, Limit limit, Func<double, string> say, Func<double, string> sayBare) => limit switch
    {
        Limit.Exactly(var number) => $"exactly {say(number.Value)}",
        Limit.AtMost({ Value: 0 }) when IsAt(0, activity) => "none, as it must be",
        Limit.AtMost(var number) when IsAt(number.Value, activity) => $"used up: all of {say(number.Value)}",
        Limit.AtMost(var number) => $"{sayBare(activity)} of {say(number.Value)}, {sayBare(number.Value - activity)} left",
        Limit.AtLeast(var number) when IsAt(number.Value, activity) => $"just met: {say(number.Value)}",
        Limit.AtLeast(var number) => $"{say(activity)}, {sayBare(activity - number.Value)} more than the least",
        Limit.Between(var low, _) when IsAt(low.Value, activity) => $"at the least: {say(low.Value)}",
        Limit.Between(_, var high) when IsAt(high.Value, activity) => $"at the most: {say(high.Value)}",
        _ => $"{say(activity)}, within the range",
    };
}

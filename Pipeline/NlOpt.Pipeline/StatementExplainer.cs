using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>Says how a plan stands to one statement.</summary>
internal static class StatementExplainer
{
    private const double Tolerance = 1e-6;

    public static StatementOutcome Explain(LoweredModel lowered, int index, PrimalSolution primal, DualSolution? dual)
    {
        var statement = lowered.Formulation.Statements[index];
        var rows = lowered.RowsOf(index).Select(row => (Row: row, Activity: row.Expression.Evaluate(primal.Values))).ToList();
        var slack = rows.Min(row => SlackOf(row.Row, row.Activity));
        var isBinding = rows.Exists(row => IsAt(row.Row.Lower, row.Activity) || IsAt(row.Row.Upper, row.Activity));
        var price = dual is null ? null : ShadowPrice.Of(statement, rows.ConvertAll(row => dual[row.Row.Id]), lowered, primal);
        return new(
            index,
            statement,
            ActivityOf(statement, lowered, primal),
            Math.Abs(slack) <= Tolerance ? 0 : slack,
            isBinding,
            price,
            Text(statement, lowered, primal, rows[0].Activity, isBinding),
            price is { } worth ? ShadowPrice.Text(statement, worth, rows[0].Activity, lowered.Formulation) : null);
    }

    /// <summary>True when an activity lies at a limit, within the accuracy that results have.</summary>
    public static bool IsAt(double? limit, double activity) =>
        limit is { } side && Math.Abs(activity - side) <= Tolerance * Math.Max(1, Math.Abs(side));

    private static double SlackOf(Row row, double activity) =>
        Math.Min(row.Upper - activity ?? double.PositiveInfinity, activity - row.Lower ?? double.PositiveInfinity);

    private static double Amount(DecisionVariableId variable, LoweredModel lowered, PrimalSolution primal) => primal[lowered.AmountOf(variable)];

    private static double? ActivityOf(Statement statement, LoweredModel lowered, PrimalSolution primal)
    {
        double Amount(DecisionVariableId variable) => StatementExplainer.Amount(variable, lowered, primal);
        return statement switch
        {
            Statement.SingleVariable(var variable, _) => Amount(variable),
            Statement.Sum(var variables, _) => variables.Sum(Amount),
            Statement.WeightedSum(var terms, _) => terms.Sum(term => term.Value * Amount(term.Variable)),
            Statement.Proportion(var part, var whole, _) => whole.Sum(Amount) is var total && IsAt(0, total) ? null : part.Sum(Amount) / total,
            Statement.Comparison comparison => Amount(comparison.Left),
            Statement.Cardinality(var activities, _) => activities.Count(activity => IsMet(activity, lowered, primal)),
            _ => null,
        };
    }

    private static bool IsMet(Activity activity, LoweredModel lowered, PrimalSolution primal) =>
        IsAt(1, primal[lowered.ActivityOf(activity.Variable)!.Value]) == activity.IsActive;

    private static string Text(Statement statement, LoweredModel lowered, PrimalSolution primal, double rowActivity, bool isBinding)
    {
        var formulation = lowered.Formulation;
        var activity = ActivityOf(statement, lowered, primal);
        switch (statement)
        {
            case Statement.Proportion:
                return activity is { } share
                    ? $"{(isBinding ? "just met: " : "")}the share is {AmountText.Percent(AmountText.Readable(share))}"
                    : "met: there is none of it";
            case Statement.Comparison comparison:
                var (left, right) = (formulation[comparison.Left], formulation[comparison.Right]);
                return $"{(isBinding ? "just met: " : "")}{PlainSentence.OfAmount(left, Amount(left.Id, lowered, primal))} "
                    + $"against {PlainSentence.OfAmount(right, Amount(right.Id, lowered, primal))}";
            case Statement.Implication(var condition, _):
                return IsMet(condition, lowered, primal) ? "met: both hold" : "met: the condition does not hold";
            case Statement.Cardinality(var activities, _):
                return $"met: {AmountText.Of(activity ?? 0)} of {activities.Length}";
            default:
                var unit = PlainSentence.UnitOf(statement, formulation);
                var limit = LimitOf(statement);
                string Say(double value) => AmountText.Of(AmountText.Readable(value, unit), unit);
                string SayBare(double value) => AmountText.IsCurrency(unit) ? Say(value) : AmountText.Of(AmountText.Readable(value, unit));
                return OfAmounts(rowActivity, limit, Say, SayBare);
        }
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

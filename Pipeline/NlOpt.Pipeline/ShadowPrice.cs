using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>What a unit of a limit is worth, from dual values (d objective / d right-hand side).</summary>
internal static class ShadowPrice
{
    private const double Nothing = 1e-7;

    /// <summary>The price a unit of the limit; null for statements whose limit has no unit of amount or share.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="dualValues">Those of its rows.</param>
    /// <param name="lowered">Gives the amounts their variables.</param>
    /// <param name="primal">The plan.</param>
    public static double? Of(Statement statement, List<double> dualValues, LoweredModel lowered, PrimalSolution primal) => statement switch
    {
        Statement.SingleVariable or Statement.Sum or Statement.WeightedSum => dualValues[0],

        // The share stands in the coefficients of the row: raising it by d shifts the row by d times the whole.
        Statement.Proportion(_, var whole, _) => dualValues.Sum() * whole.Sum(variable => primal[lowered.AmountOf(variable)]),
        _ => null,
    };

    /// <summary>The price as a sentence about easing the limit; null when it is 0.</summary>
    public static string? Text(Statement statement, double price, double activity, ProblemFormulation formulation)
    {
        if (Math.Abs(price) < Nothing) return null;
        if (statement is Statement.Proportion(_, _, var share))
        {
            // Of a range of shares, only the side that costs something has a dual value; its sign tells which.
            var isShareFloor = share is Limit.AtLeast || (share is Limit.Between && IsCostly(price, formulation));
            return $"One percentage point {(isShareFloor ? "less" : "more")} {Effect((isShareFloor ? -price : price) / 100, formulation)}.";
        }

        var isFloor = Floor(statement) is { } floor && StatementExplainer.IsAt(floor, activity);
        var unit = PlainSentence.UnitOf(statement, formulation);
        var step = unit is null ? (isFloor ? "One less" : "One more") : Step(unit, isFloor);
        return $"{step} {Effect(isFloor ? -price : price, formulation)}.";
    }

    private static double? Floor(Statement statement) => statement switch
    {
        Statement.SingleVariable(_, Limit.AtLeast or Limit.Between) single => single.Limit.Lower,
        Statement.Sum(_, Limit.AtLeast or Limit.Between) sum => sum.Limit.Lower,
        Statement.WeightedSum(_, Limit.AtLeast or Limit.Between) sum => sum.Limit.Lower,
        _ => null,
    };

    /// <summary>True when a higher limit makes the objective worse.</summary>
    private static bool IsCostly(double price, ProblemFormulation formulation) =>
        formulation.Objective.Sense == ObjectiveSense.Maximize ? price < 0 : price > 0;

    private static string Step(string unit, bool isLess) =>
        $"{(AmountText.IsCurrency(unit) ? "" : "One ")}{AmountText.OneOf(unit)} {(isLess ? "less" : "more")}";

    private static string Effect(double change, ProblemFormulation formulation)
    {
        var unit = formulation.Objective.Unit;
        var amount = AmountText.Of(AmountText.Readable(Math.Abs(change), unit), unit);
        var name = PlainSentence.ObjectiveName(formulation.Objective);
        return change > 0 ? $"would add {amount} to {name}" : $"would take {amount} off {name}";
    }
}

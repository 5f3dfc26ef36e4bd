using System.Globalization;
using System.Text;
using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>
/// Rows and objectives as one compact line of algebra, for example <c>3 chairs + 5 tables &lt;= 200</c>. For people, not for parsing.
/// </summary>
public static class AlgebraText
{
    /// <summary>A row; its names are those of the model.</summary>
    public static string Of(Row row, Model model)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Limited(row.Expression, row.Lower, row.Upper, model);
    }

    /// <summary>An indicator row, for example <c>y_chairs = 0 implies chairs &lt;= 0</c>.</summary>
    public static string Of(Indicator indicator, Model model)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(model);
        return $"{model.Variables[indicator.Binary.Index].Name} = {(indicator.ActiveValue ? 1 : 0)} implies "
            + Limited(indicator.Expression, indicator.Lower, indicator.Upper, model);
    }

    /// <summary>The objective, for example <c>maximize 20 chairs + 30 tables</c>.</summary>
    public static string OfObjective(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return (model.Objective.Sense == ObjectiveSense.Maximize ? "maximize " : "minimize ") + Of(model.Objective.Expression, model);
    }

    /// <summary>A linear expression, for example <c>3 chairs - tables + 10</c>; the empty one is <c>0</c>.</summary>
    public static string Of(LinearExpression expression, Model model)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder();
        foreach (var (variable, coefficient) in expression.Terms)
        {
            var size = Math.Abs(coefficient) == 1 ? "" : Number(Math.Abs(coefficient)) + " ";
            Append(text, coefficient < 0, size + model.Variables[variable.Index].Name);
        }

        if (expression.Constant != 0 || text.Length == 0) Append(text, expression.Constant < 0, Number(Math.Abs(expression.Constant)));
        return text.ToString();
    }

    private static void Append(StringBuilder text, bool isNegative, string part) =>
        text.Append((text.Length, isNegative) switch
        {
            (0, false) => "",
            (0, true) => "-",
            (_, false) => " + ",
            (_, true) => " - ",
        }).Append(part);

    private static string Limited(LinearExpression expression, double? lower, double? upper, Model model)
    {
        var text = Of(expression, model);
        return (lower, upper) switch
        {
            ({ } low, { } high) when low == high => $"{text} = {Number(low)}",
            ({ } low, { } high) => $"{Number(low)} <= {text} <= {Number(high)}",
            ({ } low, null) => $"{text} >= {Number(low)}",
            (null, { } high) => $"{text} <= {Number(high)}",
            _ => $"{text} is free",
        };
    }

    private static string Number(double value) => value.ToString("G10", CultureInfo.InvariantCulture);
}

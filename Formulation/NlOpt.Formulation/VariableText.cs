namespace NlOpt.Formulation;

/// <summary>Phrases about one decision variable that depend on its unit.</summary>
internal static class VariableText
{
    /// <summary>An amount of it: <c>40 chairs</c>, <c>12 acres of corn</c>, <c>$5,000 in bonds</c>.</summary>
    public static string Amount(double value, DecisionVariable variable) => variable.Unit switch
    {
        var unit when AmountText.IsCurrency(unit) => $"{AmountText.Of(value, unit)} in {variable.Name}",
        var unit when HasOwnUnit(variable) => $"{AmountText.Of(value, unit)} of {variable.Name}",
        _ => $"{AmountText.Of(value)} {variable.Name}",
    };

    /// <summary>The bare number, with a currency sign where the amount has one.</summary>
    public static string Number(double value, DecisionVariable variable) =>
        AmountText.IsCurrency(variable.Unit) ? AmountText.Of(value, variable.Unit) : AmountText.Of(value);

    /// <summary>What a coefficient is counted by: <c>each</c>, <c>an acre</c> said as <c>per acre</c>, <c>per $1</c>.</summary>
    public static string Each(DecisionVariable variable) => HasOwnUnit(variable) ? $"per {AmountText.OneOf(variable.Unit!)}" : "each";

    /// <summary>The left side of a comparison: <c>many chairs</c>, <c>many acres of corn</c>, <c>much in bonds</c>, <c>much corn</c>.</summary>
    public static string ManyOrMuch(DecisionVariable variable) => variable switch
    {
        _ when AmountText.IsCurrency(variable.Unit) => $"much in {variable.Name}",
        _ when HasOwnUnit(variable) => $"many {variable.Unit} of {variable.Name}",
        { Divisibility: Divisibility.Divisible, Unit: null } => $"much {variable.Name}",
        _ => $"many {variable.Name}",
    };

    /// <summary>The right side of a comparison, with its unit where it has another than the left side.</summary>
    public static string OtherSide(DecisionVariable left, DecisionVariable right) => right switch
    {
        _ when AmountText.IsCurrency(right.Unit) => $"in {right.Name}",
        _ when HasOwnUnit(right) => right.Unit == left.Unit && HasOwnUnit(left) ? $"of {right.Name}" : $"{right.Unit} of {right.Name}",
        _ => right.Name,
    };

    /// <summary>True when there is a unit that the name does not already contain, as "acres of corn" does.</summary>
    private static bool HasOwnUnit(DecisionVariable variable) =>
        !string.IsNullOrWhiteSpace(variable.Unit) && !variable.Name.Contains(variable.Unit, StringComparison.OrdinalIgnoreCase);
}

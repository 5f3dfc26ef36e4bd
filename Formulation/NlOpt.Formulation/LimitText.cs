namespace NlOpt.Formulation;

/// <summary>Limits as phrases: <c>at most 40 hours</c>, <c>between 10 and 20 acres</c>.</summary>
internal static class LimitText
{
    /// <summary>A limit in a unit; null for none.</summary>
    public static string Of(Limit limit, string? unit) =>
        Of(limit, value => AmountText.Of(value, unit), value => AmountText.IsCurrency(unit) ? AmountText.Of(value, unit) : AmountText.Of(value));

    /// <param name="limit">The limit.</param>
    /// <param name="say">Says a number with what it counts.</param>
    /// <param name="sayFirst">Says the first number of a range; null when as the others.</param>
    public static string Of(Limit limit, Func<double, string> say, Func<double, string>? sayFirst = null) => limit switch
    {
        Limit.AtMost(var number) => $"at most {say(number.Value)}",
        Limit.AtLeast(var number) => $"at least {say(number.Value)}",
        Limit.Exactly(var number) => $"exactly {say(number.Value)}",
        Limit.Between(var low, var high) => $"between {(sayFirst ?? say)(low.Value)} and {say(high.Value)}",
        _ => throw new ArgumentException($"Unknown limit {limit.GetType().Name}.", nameof(limit)),
    };
}

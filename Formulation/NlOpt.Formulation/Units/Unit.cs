namespace NlOpt.Formulation.Units;

/// <summary>The unit of a number: <c>minutes</c>, <c>$ per kg</c>. Its scale is that of its measures.</summary>
/// <param name="Numerator">What is measured.</param>
/// <param name="Denominator">What one is taken of; null where it is a thing that is counted, or nothing.</param>
public sealed record Unit(Measure Numerator, Measure? Denominator = null)
{
    /// <summary>An amount of this unit in another one.</summary>
    /// <exception cref="ArgumentException">It does not convert, or only one of them has a denominator.</exception>
    public double Convert(double amount, Unit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var converted = Numerator.Convert(amount, other.Numerator);
        return (Denominator, other.Denominator) switch
        {
            (null, null) => converted,
            ({ } from, { } to) => to.Convert(converted, from),
            _ => throw new ArgumentException("A unit with a denominator does not convert into one without.", nameof(other)),
        };
    }

    /// <summary>True when the conversion holds whatever is meant by the words.</summary>
    public bool ConvertsSurelyTo(Unit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Numerator.ConvertsSurelyTo(other.Numerator)
            && (Denominator is null ? other.Denominator is null : other.Denominator is { } denominator && Denominator.ConvertsSurelyTo(denominator));
    }

    /// <summary>An amount in this unit: <c>2 hours</c>, <c>$3 per kg</c>.</summary>
    public string Say(double amount) =>
        AmountText.Of(amount, Numerator.Name) + (Denominator is null ? "" : $" per {AmountText.OneOf(Denominator.Name)}");
}

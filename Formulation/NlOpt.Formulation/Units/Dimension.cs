namespace NlOpt.Formulation.Units;

/// <summary>What a measure measures. Amounts of different dimensions cannot be added.</summary>
public enum Dimension
{
    /// <summary>Seconds, hours, weeks.</summary>
    Time,

    /// <summary>Grams, pounds, tonnes.</summary>
    Mass,

    /// <summary>Metres, miles.</summary>
    Length,

    /// <summary>Acres, square feet.</summary>
    Area,

    /// <summary>Litres, gallons, cubic metres.</summary>
    Volume,

    /// <summary>Watt hours, joules.</summary>
    Energy,

    /// <summary>Dollars, euros; each currency is a measure that converts into no other.</summary>
    Money,
}

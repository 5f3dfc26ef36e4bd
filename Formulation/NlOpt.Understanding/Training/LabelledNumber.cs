namespace NlOpt.Understanding.Training;

/// <summary>A number of the labels.</summary>
/// <param name="Value">Its value as the model uses it.</param>
/// <param name="Start">Where the text says it, a UTF-16 offset; null where the labels do not tell.</param>
public readonly record struct LabelledNumber(double Value, int? Start = null)
{
    /// <summary>A number of which only the value is known.</summary>
    public static implicit operator LabelledNumber(double value) => new(value);

    /// <summary>A number of which only the value is known.</summary>
    public static LabelledNumber FromDouble(double value) => new(value);
}

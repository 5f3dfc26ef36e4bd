namespace NlOpt.Modeling;

/// <summary>Numbers and names in the fields of an MPS file.</summary>
internal static class MpsNumbers
{
    /// <summary>A finite number.</summary>
    public static double Read(FormatInput input, MpsField field) =>
        NumberText.TryParse(field.Text, out var value)
            ? value
            : throw input.Error("mps.number", $"expected a number, found {FormatInput.Quote(field.Text)}", field.At, "numbers go up to about 1.8e308");

    /// <summary>A number or infinity, as bounds may be.</summary>
    public static double ReadBound(FormatInput input, MpsField field)
    {
        var sign = field.Text[0] == '-' ? -1 : 1;
        var size = field.Text.AsSpan(field.Text[0] is '-' or '+' ? 1 : 0);
        return NumberText.IsInfinityWord(size) ? sign * double.PositiveInfinity : Read(input, field);
    }

    /// <summary>The error that a column is not in COLUMNS.</summary>
    public static MalformedInputException UnknownColumn(FormatInput input, MpsField field) =>
        input.Error("mps.unknown-variable", $"there is no column {FormatInput.Quote(field.Text)}", field.At, "give it in COLUMNS");
}

namespace NlOpt.Understanding.Text;

/// <summary>A number of the text.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">One past its last token; percent signs and scales are part of it.</param>
/// <param name="Value">Its value, percentages and cents as fractions.</param>
/// <param name="IsPercent">Written with a percent sign or word, or in cents.</param>
/// <param name="IsFraction">Written as a part: "half", "2/3", "a third".</param>
/// <param name="IsMultiple">Written as a multiple: "twice", "3 times".</param>
/// <param name="IsMoney">Written with a currency.</param>
/// <param name="Word">Its first word where it is written in words; "#" for digits.</param>
internal sealed record Quantity(
    int First, int End, double Value, bool IsPercent, bool IsFraction, bool IsMultiple, bool IsMoney, string Word)
{
    /// <summary>Hash of <see cref="Word"/>.</summary>
    public uint WordHash { get; } = Hash.Of(Word);
}

using System.Collections.Frozen;

namespace NlOpt.Understanding.Text;

/// <summary>Numbers that tell things apart instead of counting: "machine 1 and machine 2", "CO2".</summary>
internal static class NumberedThings
{
    private const int LargestNumber = 20;
    private const int LargestSuffix = 99;

    private static readonly FrozenSet<string> Things = (
        "machine plant warehouse factory line farm field site store shop project product item type model route team shift stage phase process step station "
        + "zone region depot mine refinery supplier customer department group grade option job task worker crew printer oven room building plan class "
        + "resource material ingredient part component source market district location hub port node").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Measures = (
        "hour minute second day week month kilogram gram milligram kg g mg pound ounce ton tonne litre liter gallon metre meter foot mile unit point dollar "
        + "euro worker person people piece time").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Currencies = "us usd eur gbp chf rs inr au ca nz hk s r".Split(' ').ToFrozenSet();

    /// <summary>Whether a number is such a name, or the end of one.</summary>
    public static bool Numbers(Token[] tokens, Quantity quantity)
    {
        if (quantity is not { Word: "#", IsMoney: false, IsPercent: false, IsMultiple: false, IsFraction: false, First: > 0 }) return false;
        if (quantity.End != quantity.First + 1 || quantity.Value != Math.Floor(quantity.Value)) return false;
        var before = tokens[quantity.First - 1];
        if (!before.IsWord) return false;
        if (before.End == tokens[quantity.First].Start)
            return quantity.Value <= LargestSuffix && char.IsUpper(before.Raw[^1]) && !Currencies.Contains(before.Lower);
        return quantity.Value is >= 1 and <= LargestNumber && IsThing(before) && !IsMeasured(tokens, quantity.End) && HasSibling(tokens, quantity, before);
    }

    private static bool IsThing(Token token) => Things.Contains(token.Stem) && token.Lower == token.Stem;

    /// <summary>"Each product 2 hours" leaves the verb out: the number measures what follows.</summary>
    private static bool IsMeasured(Token[] tokens, int next) => next < tokens.Length && Measures.Contains(tokens[next].Stem);

    /// <summary>Whether the text numbers another thing of the kind: two are needed to be told apart.</summary>
    private static bool HasSibling(Token[] tokens, Quantity quantity, Token thing)
    {
        for (var index = 0; index + 1 < tokens.Length; index++)
            if (tokens[index].Stem == thing.Stem && IsThing(tokens[index]) && tokens[index + 1].Shape == TokenShape.Digits
                && tokens[index + 1].Raw != tokens[quantity.First].Raw && tokens[index + 1].Raw.Length <= 2) return true;
        return false;
    }
}

using System.Collections.Immutable;
using NlOpt.Modeling;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Refusals;

/// <summary>
/// Decides what is not read at all, by looks alone and before any learned decision: a formulation is never made up for a text that is no
/// told decision problem.
/// </summary>
internal static class Refusal
{
    private const int MostNamed = 10;

    /// <summary>Why a source is not read, judged by its characters alone; null when it may be.</summary>
    public static Diagnostic? Of(SourceText source) =>
        TextCheck.CheckLength(source) ?? TextCheck.CheckCharacters(source) ?? TableCheck.Check(source) ?? TextCheck.CheckLetters(source);

    /// <summary>Why a source is not read, its tokens and numbers known; empty when it may be.</summary>
    public static ImmutableArray<Diagnostic> Of(SourceText source, Token[] tokens, IReadOnlyList<Quantity> quantities)
    {
        if (LanguageCheck.Check(source, tokens) is { } language) return [language];
        var numbers = NumberCheck.Check(source).Take(MostNamed).ToImmutableArray();
        if (!numbers.IsEmpty) return numbers;
        // "One" alone is mostly no number: "one of them".
        if (quantities.All(quantity => quantity.Word == "one"))
        {
            return [Diagnostic.Error(
                "read.no-numbers", "the text holds no numbers, so there is nothing to compute with", source.Location(0),
                "say how much each thing takes, brings and is limited to")];
        }

        return (ObjectiveCheck.Check(source, tokens, quantities) ?? KindCheck.Check(source)) is { } refusal ? [refusal] : [];
    }
}

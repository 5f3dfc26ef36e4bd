using System.Collections.Frozen;
using NlOpt.Modeling;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Refusals;

/// <summary>
/// Tells English from other languages by the share of its most frequent words: texts of problems have 0.28 and more of function words alone,
/// other languages hardly any.
/// </summary>
internal static class LanguageCheck
{
    private const double LeastShare = 0.15;

    // Shorthand ("profit 20 a chair, 40 hours available") has few function words, but these.
    private static readonly FrozenSet<string> Telling = (
        "maximize minimize maximise minimise profit cost costs least most more than hours hour needs takes requires makes makes make sells "
        + "available each week day number total buy use produce spend earns").Split(' ').ToFrozenSet();

    /// <summary>The refusal; null when the text is English.</summary>
    public static Diagnostic? Check(SourceText source, Token[] tokens)
    {
        int words = 0, known = 0;
        foreach (var token in tokens)
        {
            if (!token.IsWord) continue;
            words++;
            if (token.IsFunctionWord || Telling.Contains(token.Lower)) known++;
        }

        return known >= LeastShare * words && words > 0
            ? null
            : Diagnostic.Error(
                "read.not-english", "the text does not read as English, the only language read so far", source.Location(0), "tell the problem in English");
    }
}

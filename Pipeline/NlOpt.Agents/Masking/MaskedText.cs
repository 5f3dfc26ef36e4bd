using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Agents.Masking;

/// <summary>A stretch of a masked text that stands for other words of the original.</summary>
/// <param name="Masked">Where it stands in the masked text.</param>
/// <param name="Original">What it stands for in the original.</param>
/// <param name="Scale">The masked number divided by the original one; null for a name.</param>
internal readonly record struct MaskedPart(Evidence Masked, Evidence Original, double? Scale);

/// <summary>A text with its names and numbers replaced, and the way back.</summary>
/// <param name="Original">The text as it is.</param>
/// <param name="Masked">The text that may leave the machine.</param>
/// <param name="Parts">What was replaced, in order.</param>
/// <param name="Words">What each masked word stands for.</param>
internal sealed record MaskedText(Source Original, Source Masked, ImmutableArray<MaskedPart> Parts, ImmutableDictionary<string, string> Words)
{
    /// <summary>The span of the original that a span of the masked text stands for; parts that it touches count whole.</summary>
    public Evidence Restore(Evidence masked)
    {
        var start = Position(masked.Start, masked.Turn, isEnd: false);
        var end = Position(masked.End, masked.Turn, isEnd: true);
        return new Evidence(start, Math.Max(end, start + 1), masked.Turn);
    }

    /// <summary>The number that a masked number stands for: what was made of it, as by a conversion, is kept.</summary>
    public SourcedNumber Restore(SourcedNumber number)
    {
        if (number.Evidence is not { } place) return number;
        foreach (var part in Parts)
        {
            if (part.Scale is { } scale && part.Masked.Turn == place.Turn && part.Masked.Start < place.End && place.Start < part.Masked.End)
                return new SourcedNumber(Rounded(number.Value / scale), Restore(place));
        }

        return number with { Evidence = Restore(place) };
    }

    /// <summary>A text with the masked words in it replaced by what they stand for.</summary>
    public string Restore(string text) => WordPattern.Replace(text, word => Words.GetValueOrDefault(word.ToLowerInvariant(), word));

    /// <summary>Dividing by a scale leaves a last digit or two that the original never had.</summary>
    private static double Rounded(double value) => value == 0 ? 0
        : double.Parse(value.ToString("g12", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private int Position(int masked, int turn, bool isEnd)
    {
        var shift = 0;
        foreach (var part in Parts.Where(part => part.Masked.Turn == turn))
        {
            if (masked <= part.Masked.Start) break;
            if (masked < part.Masked.End || (isEnd && masked == part.Masked.End)) return isEnd ? part.Original.End : part.Original.Start;
            shift = part.Original.End - part.Masked.End;
        }

        return masked + shift;
    }
}

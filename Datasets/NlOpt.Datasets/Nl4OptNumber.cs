using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NlOpt.Datasets;

/// <summary>The two ways to read a labelled number: as the official metric does, quirks included, and as it is meant.</summary>
public static partial class Nl4OptNumber
{
    private static readonly FrozenDictionary<string, double> Units = new Dictionary<string, double>
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8,
        ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15,
        ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40,
        ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, double> Scales = new Dictionary<string, double>
    {
        ["dozen"] = 12, ["hundred"] = 100, ["thousand"] = 1e3, ["million"] = 1e6, ["billion"] = 1e9, ["k"] = 1e3, ["m"] = 1e6,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, double> Fractions = new Dictionary<string, double>
    {
        ["half"] = 0.5, ["third"] = 1.0 / 3, ["quarter"] = 0.25, ["fourth"] = 0.25, ["fifth"] = 0.2, ["sixth"] = 1.0 / 6,
        ["seventh"] = 1.0 / 7, ["eighth"] = 0.125, ["ninth"] = 1.0 / 9, ["tenth"] = 0.1,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, double> Multiples = new Dictionary<string, double>
    {
        ["once"] = 1, ["twice"] = 2, ["thrice"] = 3, ["double"] = 2, ["triple"] = 3, ["quadruple"] = 4,
    }.ToFrozenDictionary();

    /// <summary>
    /// The value the official metric gives. Commas, dollar signs, semicolons and trailing dots go; <c>%</c>, <c>percent</c> and <c>cents</c>
    /// divide by 100; then the first of: a plain float; the first digits; a fraction word, <c>twice</c> or <c>thrice</c>; number words; 0.
    /// Quirks that follow: "2 million" is 2, "two thirds" is a third, "1/2" is 1, and anything unknown is 0.
    /// </summary>
    /// <returns>A finite value; 0 when nothing is recognised.</returns>
    public static double OfficialValue(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var text = Clean(raw);
        var rest = Hundredth().Replace(text, "").Trim();
        var divisor = rest == text ? 1.0 : 100.0;
        if (ParseFloat(rest) is { } plain) return plain / divisor;
        if (Digits().Match(rest) is { Success: true } digits && ParseFloat(digits.Value) is { } first) return first / divisor;
        var words = WordsOf(rest);
        foreach (var word in words)
        {
            if (Fractions.TryGetValue(Singular(word), out var fraction)) return fraction / divisor;
            if (word is "twice") return 2 / divisor;
            if (word is "thrice") return 3 / divisor;
        }

        return (SpelledOut(words) ?? 0) / divisor;
    }

    /// <summary>
    /// The value as meant: percentages, per cents and cents as hundredths, "1/2", "two thirds", "3 times", "twice", "2.5 million",
    /// "one hundred thousand", "8000 minutes".
    /// </summary>
    /// <returns>A finite value; null when it is no number, or one too large for a double.</returns>
    public static double? Value(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var text = Clean(raw);
        var rest = Hundredth().Replace(text, "").Trim();
        var divisor = rest == text ? 1.0 : 100.0;
        var value = ParseFloat(rest) ?? ParseQuotient(rest) ?? ParseScaledDigits(rest) ?? ParseWords(rest);
        return value / divisor;
    }

    private static double? ParseQuotient(string text) =>
        Quotient().Match(text) is { Success: true } match
        && ParseFloat(match.Groups[1].Value) is { } numerator
        && ParseFloat(match.Groups[2].Value) is { } denominator and not 0
            ? numerator / denominator
            : null;

    private static double? ParseScaledDigits(string text)
    {
        if (Digits().Match(text) is not { Success: true } match || ParseFloat(match.Value) is not { } value) return null;
        foreach (var word in WordsOf(text[(match.Index + match.Length)..]).TakeWhile(Scales.ContainsKey)) value *= Scales[word];
        return double.IsFinite(value) ? value : null;
    }

    private static double? ParseWords(string text)
    {
        var words = WordsOf(text);
        var fractionAt = Array.FindIndex(words, word => Fractions.ContainsKey(Singular(word)));
        if (fractionAt >= 0) return (SpelledOut(words[..fractionAt]) ?? 1) * Fractions[Singular(words[fractionAt])];
        foreach (var word in words)
            if (Multiples.TryGetValue(word, out var multiple)) return multiple;
        return SpelledOut(words);
    }

    /// <summary>Reads "one hundred and twenty thousand", passing over words that are no numbers; null when no word is one.</summary>
    private static double? SpelledOut(string[] words)
    {
        double total = 0, current = 0;
        var seen = false;
        foreach (var word in words)
        {
            if (Units.TryGetValue(word, out var unit)) current += unit;
            else if (word.Length > 1 && Scales.TryGetValue(word, out var scale))
            {
                if (current == 0) current = 1;
                current *= scale;
                if (scale >= 1000) (total, current) = (total + current, 0);
            }
            else continue;
            seen = true;
        }

        return seen ? total + current : null;
    }

    private static string Clean(string raw) =>
        raw.Trim().ToLowerInvariant().Replace(",", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal)
            .Replace(";", "", StringComparison.Ordinal).Trim().TrimEnd('.').Trim();

    private static string[] WordsOf(string text) => [.. Words().Matches(text).Select(match => match.Value)];

    private static string Singular(string word) => word == "halves" ? "half" : word.TrimEnd('s');

    private static double? ParseFloat(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    [GeneratedRegex(@"%|\bper ?cent\b|percent|\bcents?\b|¢", RegexOptions.CultureInvariant)]
    private static partial Regex Hundredth();

    [GeneratedRegex(@"\d+(?:\.\d+)?|\.\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Quotient();

    [GeneratedRegex("[a-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}

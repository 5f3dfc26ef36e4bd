using System.Text.RegularExpressions;

namespace NlOpt.Formulation.Units;

/// <summary>Reads the unit of a number from the words around it: "$3 per kg", "20 labour hours", "2 and 3 hours".</summary>
internal static partial class UnitReader
{
    // "20 skilled labour hours": words between a number and its measure.
    private const int MostBetween = 2;

    /// <summary>The unit; null where the words say none that is known.</summary>
    public static Unit? Of(Source source, Evidence number)
    {
        var text = source.Turns[number.Turn];
        var quote = text[number.Start..number.End];
        if (quote.Contains('%', StringComparison.Ordinal) || quote.Contains("percent", StringComparison.OrdinalIgnoreCase)) return null;
        var sign = quote.FirstOrDefault(character => character is '$' or '€' or '£');
        if (sign != default) return new Unit(MeasureTable.Find(sign.ToString())!, Denominator(text, number.End));
        var first = PartOf().IsMatch(quote) && OfOne().Match(text, number.End) is { Success: true } one ? one.Index + one.Length : number.End;
        return Numerator(text, first) is var (measure, end) ? new Unit(measure, Denominator(text, end)) : null;
    }

    /// <summary>The measure that a phrase such as <c>hours of sawing</c> starts with or, of short phrases, ends with; null where there is none.</summary>
    public static Measure? In(string phrase) => Numerator(phrase, 0)?.Measure;

    /// <summary>A phrase with its measure replaced by another one; the other one alone where the phrase has none.</summary>
    public static string Replaced(string? phrase, Measure measure)
    {
        if (phrase is null || MeasureTable.Find(phrase) is not null) return measure.Name;
        foreach (Match word in Word().Matches(phrase))
        {
            if (MeasureAt(phrase, word.Index) is var (_, end)) return phrase[..word.Index] + measure.Name + phrase[end..];
        }

        return measure.Name;
    }

    private static (Measure Measure, int End)? Numerator(string text, int position)
    {
        var between = 0;
        while (true)
        {
            if (MeasureAt(text, position) is { } found) return found;

            // "2 and 3 hours" measures both alike; behind a noun, another number has its own.
            if (between == 0 && NextNumber().Match(text, position) is { Success: true } next)
            {
                position = next.Index + next.Length;
                continue;
            }

            var word = NextWord().Match(text, position);
            if (!word.Success || ++between > MostBetween || StopWord().IsMatch(word.Groups["word"].ValueSpan)) return null;
            position = word.Index + word.Length;
        }
    }

    /// <summary>The measure of "per kg", "a pound" or "each hour" behind a numerator.</summary>
    private static Measure? Denominator(string text, int position)
    {
        var per = Per().Match(text, position);
        return per.Success ? MeasureAt(text, per.Index + per.Length)?.Measure : null;
    }

    private static (Measure Measure, int End)? MeasureAt(string text, int position)
    {
        var first = NextWord().Match(text, position);
        if (!first.Success) return null;
        var end = first.Index + first.Length;
        var second = NextWord().Match(text, end);
        if (second.Success && MeasureTable.Find($"{first.Groups["word"].Value} {second.Groups["word"].Value}") is { } pair)
            return (pair, second.Index + second.Length);
        return MeasureTable.Find(first.Groups["word"].Value) is { } measure ? (measure, end) : null;
    }

    [GeneratedRegex(@"\G[ \t\r\n-]*(?<word>[A-Za-z]+)")]
    private static partial Regex NextWord();

    // "half an hour", "a quarter of a tonne".
    [GeneratedRegex(@"\b(?:half|halves|thirds?|quarters?|fifths?|tenths?)$", RegexOptions.IgnoreCase)]
    private static partial Regex PartOf();

    [GeneratedRegex(@"\G\s+(?:of\s+)?an?(?=\s)", RegexOptions.IgnoreCase)]
    private static partial Regex OfOne();

    [GeneratedRegex(@"\b[A-Za-z]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G\s*(?:,|,?\s*\b(?:and|or|to)\b|[-–])\s*\d[\d,.]*\b")]
    private static partial Regex NextNumber();

    [GeneratedRegex(@"\G(?:\s+of(?:\s+[A-Za-z]+){1,2}?)?\s*(?:\bper\b|\ba\b|\ban\b|\beach\b|\bevery\b|/)")]
    private static partial Regex Per();

    [GeneratedRegex(
        @"^(?:per|to|each|every|and|or|of|for|in|on|an?|the|from|with|by|at|as|is|are|has|have|must|can|will|should|while|whereas|but|if|that|which|who|times?|more|less"
        + @"|takes?|requires?|needs?|uses?|costs?|available|worth|it|they|he|she|we|per|using|into|within|during|every|percent)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex StopWord();
}

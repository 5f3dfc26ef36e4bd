using System.Globalization;
using System.Text.RegularExpressions;
using NlOpt.Modeling;
using NlOpt.Understanding.Assembly;

namespace NlOpt.Understanding.Refusals;

/// <summary>Refuses numbers whose value would have to be guessed, or that no solver can carry.</summary>
internal static partial class NumberCheck
{
    private const double Largest = 1e15;

    // Blanks of several widths and apostrophes stand between thousands in many countries; read apart, "6 000" would be 6 and 0.
    private const string Separators = " \u00A0\u2007\u2009\u202F'\u2019";

    /// <summary>The refusals, one a number, in order.</summary>
    public static IEnumerable<Diagnostic> Check(SourceText source)
    {
        foreach (Match match in Number().Matches(source.Text))
        {
            var number = match.Value.TrimEnd('.', ',', '/');
            if (Fault(number) is var (fault, remedy) && !FollowsName(source.Text, match))
                yield return Diagnostic.Error("read.number", $"the number “{number}” cannot be read: {fault}", source.Location(match.Index), remedy);
        }
    }

    /// <summary>"A Server 20 400 requests": the first of two numbers belongs to a name that the text holds elsewhere too.</summary>
    private static bool FollowsName(string text, Match number)
    {
        var blank = number.Value.IndexOf(' ', StringComparison.Ordinal);
        var word = text.LastIndexOf(' ', Math.Max(number.Index - 2, 0)) + 1;
        if (blank < 0 || word >= number.Index || !char.IsAsciiLetterUpper(text[word])) return false;
        var name = text[word..(number.Index + blank)];
        return Regex.Count(text, $@"\b{Regex.Escape(name)}\b(?! \d)") > 0;
    }

    private static (string Fault, string Remedy)? Fault(string number)
    {
        if (number.Any(character => Separators.Contains(character)))
            return ("it could be one number or several", "write 6000 or 6,000 for one number; put a word between two");
        if (number.Any(IsOddDigit)) return ("it has digits other than 0 to 9", "write it in plain digits, a fraction as 1/2 or 0.5");
        if (number[0] is '-' or '−') return ("negative numbers are not read", "say what is lost, spent or taken away as a positive amount");
        if (number.Contains('/', StringComparison.Ordinal))
        {
            var parts = number.Split('/');
            if (parts.Length > 2) return ("it has two fraction bars", "write it as one fraction or as a decimal");
            if (Fault(parts[0]) is { } above) return above;
            if (Fault(parts[1]) is { } below) return below;
            return Value(parts[1]) == 0 ? ("it divides by zero", "write the number that is meant") : null;
        }

        if (number.AsSpan().ContainsAny('e', 'E')) return ("powers of ten are not read", "write all its digits");
        if (number.Count(character => character == '.') > 1) return ("it has two decimal points", "use one point, and commas only between thousands: 1,250.5");
        if (number.Contains(',', StringComparison.Ordinal) && !Grouped().IsMatch(number))
            return ("its commas are not between thousands", "write 1,250.5 with a point for decimals and commas every three digits, or leave the commas out");
        return Value(number) is not (>= 0 and <= Largest) ? ("it is too large", "measure in a larger unit") : null;
    }

    private static bool IsOddDigit(char character) =>
        character is (>= '\u00BC' and <= '\u00BE') or (>= '\u2150' and <= '\u215F') || (char.IsDigit(character) && !char.IsAsciiDigit(character));

    private static double Value(string number) =>
        double.Parse(number.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture);

    // All that hangs together with digits: groups of thousands, signs in front, points, commas, fraction bars, exponents, odd digits.
    [GeneratedRegex(
        @"(?<![\w.,/])\d{1,3}([ \u00A0\u2007\u2009\u202F'\u2019]\d{3})+(?![\w/]|[.,]\d)"
        + @"|(?<![\w)\]])[-−](?=[$€£]?\.?\d)[$€£]?[\d.,/]+"
        + @"|(?<![A-Za-z])(\.?\d[\d.,/\u00BC-\u00BE\u2150-\u215F]*([eE][-+]?\d+)?|[\u00BC-\u00BE\u2150-\u215F]+)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Grouped();
}

using System.Text.RegularExpressions;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Says in the words of written problems what people say otherwise when they talk. What is said stays the same.</summary>
internal static partial class SpokenForms
{
    /// <summary>The text without the numbers and dots before the items of its lists.</summary>
    public static string WithoutMarkers(string text) => Marker().Replace(text, "$1");

    /// <summary>The text in plain words.</summary>
    public static string Plain(string text)
    {
        if (Land().Match(text) is { Success: true } land)
        {
            // A size told in passing is a limit like any other.
            var rest = text[..land.Index] + land.Groups["what"].Value + text[(land.Index + land.Length)..];
            text = $"{rest}\nThere are {land.Groups["size"].Value} {land.Groups["unit"].Value}s of land in total.";
        }

        text = Adds().Replace(text, "${verb} ${much} of ${what}");
        text = ToPerson().Replace(text, "$1");
        return Thrifty().Replace(text, "cheapest");
    }

    [GeneratedRegex(@"(^|\n)\s*(?:\d+[.)]|[-*•])\s+")]
    private static partial Regex Marker();

    /// <summary>"It raises the speed by 3 units": 3 units of speed.</summary>
    [GeneratedRegex(
        @"\b(?<verb>increases?|raises?|reduces?|decreases?) (?:(?:the|its|his|her|their|your|my) )?(?<what>(?!it\b)\w+) by "
        + @"(?<much>\d[\d,.]* (?:units?|points?|grams?|mg|g))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Adds();

    /// <summary>"My 40-acre farm".</summary>
    [GeneratedRegex(
        @"\b(?<size>\d[\d,.]*)[- ](?<unit>acre|hectare|square[- ]met(?:er|re))s? "
        + @"(?<what>land|farm(?:land)?|field|plot|lot|garden|ranch|orchard|property|area)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Land();

    /// <summary>"Each lamp gives us $5": who gets it is no thing to decide on.</summary>
    [GeneratedRegex(
        @"\b(gives?|profits?|brings?|earns?|yields?|nets?|makes?|generates?|provides?|costs?|takes?|saves?|gets?|requires?|allows?) "
        + @"(?:me|us|you|him|her|them)\b(?: in\b)?(?= )(?! to )",
        RegexOptions.IgnoreCase)]
    private static partial Regex ToPerson();

    [GeneratedRegex(
        @"\b(?:most (?:cost|price)[- ](?:effective|efficient)|most (?:economical|affordable|inexpensive)|least expensive|least costly)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Thrifty();
}

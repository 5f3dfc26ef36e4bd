using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Finds the things that a message lists: "how many chairs and how many tables to make" names chairs and tables.</summary>
internal static partial class ThingNames
{
    private const int MostWords = 7;

    /// <summary>The names, in the order of the message; empty when it is no list of names.</summary>
    /// <param name="message">The answer to the question for them.</param>
    /// <param name="reader">Finds names in sentences that are no plain lists.</param>
    public static ImmutableArray<string> Find(string message, NoteReader reader)
    {
        var sentence = FirstListing(Replies.WithoutLead(message));
        var listed = Separator().Split(Intro().Replace(sentence, "")).Select(Clean).Where(name => name.Any(char.IsLetterOrDigit)).ToList();
        if (listed.Count >= 2 && listed.TrueForAll(IsName) && listed.Distinct(StringComparer.OrdinalIgnoreCase).Count() == listed.Count)
            return WithoutCapital(listed);
        var proposed = reader.Propose(message);
        return proposed.Length >= 2 ? proposed : [];
    }

    /// <summary>The first name begins the sentence: where the others are written small, so is it.</summary>
    private static ImmutableArray<string> WithoutCapital(List<string> names)
    {
        var isPlain = names.Skip(1).All(name => char.IsLower(name[0])) && names[0].Length > 1 && !names[0].Skip(1).Any(char.IsUpper);
        return isPlain ? [char.ToLowerInvariant(names[0][0]) + names[0][1..], .. names.Skip(1)] : [.. names];
    }

    /// <summary>The first sentence that lists something; the whole where none does.</summary>
    private static string FirstListing(string message) =>
        Replies.Sentences(message).FirstOrDefault(sentence => Separator().IsMatch(sentence)) ?? message;

    private static bool IsName(string name) => name.Count(char.IsWhiteSpace) < MostWords && !Verb().IsMatch(name);

    private static string Clean(string part)
    {
        var name = part.Trim().TrimStart('-', '*', '•').Trim('.', ',', ';', ':', '!', '?', '"', '“', '”', '(', ')').Trim();
        name = Counting().Replace(name, "");
        name = Doing().Replace(name, "");
        return Article().Replace(name, "").Trim();
    }

    [GeneratedRegex(@"\s*(?:,\s*and\s+|,\s*or\s+|,\s+|;\s*|\s+and\s+|\s+&\s+|\s+or\s+|\n\s*[-*•]?\s*)", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(
        @"^.*?\b(?=how many\b|how much\b|the (?:number|amount|quantity|numbers|amounts|quantities) of\b)"
        + @"|^.*?\b(?:decid(?:e|ing) (?:on|about|between)|choos(?:e|ing) (?:between|among)|it is about|it's about|they are|these are"
        + @"|that would be|would be|the amounts? of|things (?:to choose )?are|to choose are)\s*:?\s*"
        + @"|^.*?:\s+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Intro();

    [GeneratedRegex(
        @"^(?:to know |to decide )?(?:how many|how much|the (?:number|amount|quantity)s? of|the quantities of|(?:number|amount)s? of)\s+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Counting();

    [GeneratedRegex(
        @"\s+(?:to (?!\w+ \w+ing\b)\w+(?: .*)?|(?:i|we|they|she|he) (?:should|must|can|will|want|have|need|make|sell|buy|use)\b.*"
        + @"|should be .*|there should be.*|are needed.*)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Doing();

    [GeneratedRegex(@"^(?:the|a|an|some|my|our|their|both|of)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(?:is|are|was|want|wants|must|have|has|need|needs|takes|costs|we|i)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Verb();
}

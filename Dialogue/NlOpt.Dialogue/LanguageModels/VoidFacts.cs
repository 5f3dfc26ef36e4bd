using System.Text.RegularExpressions;

namespace NlOpt.Dialogue.LanguageModels;

/// <summary>Finds what says nothing in a summary: "there is no limit on chairs", "the budget was not specified".</summary>
internal static partial class VoidFacts
{
    /// <summary>The words of a sentence that say what there is not; null where there are none.</summary>
    /// <param name="sentence">A sentence of a summary.</param>
    /// <param name="things">Names that may stand there whatever they say ("unlimited plans").</param>
    public static string? In(string sentence, IEnumerable<string> things) => Void().Matches(sentence).Select(match => match.Value)
        .FirstOrDefault(words => !things.Any(thing => thing.Contains(words, StringComparison.OrdinalIgnoreCase)
            && sentence.Contains(thing, StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(
        @"\b(no|not any|without( any)?|(is|are)( not|n't) (a|any)) (?!more |less |fewer )(\w+ ){0,3}"
        + @"(limits?|limitations?|restrictions?|minimums?|maximums?|requirements?|caps?|quotas?|rules?|budgets?)\b"
        + @"|\b(unlimited|unrestricted|unspecified|(does not|doesn't) matter)\b"
        + @"|(\bnot|n't) (been )?(limited|restricted|specified|mentioned|given|stated|known|relevant|important)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Void();
}

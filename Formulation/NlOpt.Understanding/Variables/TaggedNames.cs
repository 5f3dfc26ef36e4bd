using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>A place where the tagger saw a variable's name.</summary>
/// <param name="First">First token, determiners left out.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Key">The name.</param>
internal readonly record struct TaggedName(int First, int End, NameKey Key)
{
    /// <summary>The names tagged in a text, in order.</summary>
    public static List<TaggedName> Find(Token[] tokens, int[] labels)
    {
        var names = new List<TaggedName>();
        foreach (var span in Tag.Spans(labels))
        {
            if (span.Kind != TagKind.Variable) continue;
            var (first, end) = (span.First, span.End);
            while (first < end && (WordLists.Determiners.Contains(tokens[first].Lower)
                || tokens[first].Lower is "of" or "with" or "at" or "on" or "in" or "by")) first++;
            while (end > first && (!tokens[end - 1].IsAlphanumeric || IsVerb(tokens, end - 1)
                || (end - first > 1 && (PricingVerbs.IsAt(tokens, end - 1) || IsParticiple(tokens[end - 1]))))) end--;
            // "The wool ones" are what "wool" says.
            while (end > first + 1 && tokens[end - 1].Lower is "ones" or "one") end--;
            // The "2" of "site 2".
            if (end - first == 1 && tokens[first].IsNumber && first > 0
                && tokens[first - 1].IsWord && !WordLists.NeverNames.Contains(tokens[first - 1].Lower)) first--;
            if (end > first && NameKey.Of(tokens, first, end) is { } key) names.Add(new TaggedName(first, end, key));
        }

        return names;
    }

    /// <summary>"the number of buckets used": what happens to them is no part of the name.</summary>
    private static bool IsParticiple(Token token) => token.Lower is "used" or "needed" or "required" or "made" or "produced" or "sold";

    /// <summary>The verb in "large cans can hold": "can" is part of a name only where something else goes before.</summary>
    private static bool IsVerb(Token[] tokens, int index) => tokens[index].Lower is "will" or "must" or "may" or "should" or "has" or "have" or "is" or "are"
        || (tokens[index].Lower == "can" && index > 0 && tokens[index - 1].Stem != tokens[index - 1].Lower);
}

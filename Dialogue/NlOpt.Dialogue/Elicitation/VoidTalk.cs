using System.Text.RegularExpressions;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Sees what a client says to say nothing: "I don't have a specific budget", "I never mentioned 30 days".</summary>
internal static partial class VoidTalk
{
    /// <summary>Whether a sentence takes back what was said, or understood, before.</summary>
    public static bool Retracts(string sentence) => Retraction().IsMatch(sentence) && !But().IsMatch(sentence);

    /// <summary>The sentence without a part that says that there is nothing to say; empty where nothing else is left.</summary>
    public static string Without(string sentence)
    {
        if (Nothing().Match(sentence) is not { Success: true } nothing) return sentence;
        var rest = But().Match(sentence, nothing.Index);
        if (!rest.Success) return NoteReader.Numbers(sentence).IsEmpty ? "" : sentence;
        var left = sentence[(rest.Index + rest.Length)..].Trim();
        return left.Length == 0 ? "" : char.ToUpperInvariant(left[0]) + left[1..];
    }

    [GeneratedRegex(
        @"\b(does ?n[o']t|doesn't) mean\b|^assum(e|ing)\b|\b(did ?n[o']t|didn't|never) (?:\w+ )?(mention|say|state|specif|discuss|give)"
        + @"|\bnot sure where\b|\b(is|are|was|were) ?(n't|not)\b.{0,30}\b(mentioned|specified|provided|stated|discussed|accurate|a factor)\b"
        + @"|\bthere('s| is| was) no (information|mention)\b|\b(is|are|was|were) (just )?(an )?assumptions?\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Retraction();

    [GeneratedRegex(@"[,;.]?\s*\b(but|however),?\s+(?!also\b)", RegexOptions.IgnoreCase)]
    private static partial Regex But();

    [GeneratedRegex(
        @"^(no,? )?(there('s| is| are) (no|not)|(i|we) (do not|don't|have not|haven't) (have|set|know)|i'm not sure|i am not sure|i'm open"
        + @"|it doesn't)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();
}

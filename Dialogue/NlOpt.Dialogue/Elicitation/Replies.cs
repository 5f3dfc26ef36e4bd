using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Tells what a message does besides stating facts: agreeing, denying, passing, ending.</summary>
internal static partial class Replies
{
    private static readonly FrozenSet<string> Filler = FrozenSet.ToFrozenSet((
        "yes yep yeah yup sure ok okay right correct exactly perfect great good fine absolutely indeed true well thanks thank you that thats "
            + "that's is it it's looks sounds all everything this so very much the a now seems me to i we think believe agree confirm accurate "
            + "complete and covers cover covered fully summary please go ahead").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Agreement without a fact or an objection beside it: "Yes, that is right".</summary>
    public static bool Agrees(string message) => Sentences(message).FirstOrDefault() is { } first && Agreement().IsMatch(first)
        && Words(first).All(Filler.Contains) && !Objection().IsMatch(message) && !HoldsFacts(message);

    /// <summary>"I don't know", "can we skip this?", without a fact beside it.</summary>
    public static bool Passes(string message) => Ignorance().IsMatch(message) && !HoldsFacts(message);

    /// <summary>"No, that is all", "nothing else": there is no more of what was asked for.</summary>
    public static bool Ends(string message) => !HoldsFacts(message) && Ending().IsMatch(message);

    /// <summary>"There is no such rule", "leave that out".</summary>
    public static bool Removes(string message) => Removal().IsMatch(message);

    /// <summary>The message without what leads into it: "No, ", "Actually, ", "Sorry, I meant that".</summary>
    public static string WithoutLead(string message)
    {
        var rest = message.Trim();
        while (Lead().Match(rest) is { Success: true, Length: > 0 } lead) rest = rest[lead.Length..].TrimStart();
        return rest.Length == 0 ? "" : char.ToUpperInvariant(rest[0]) + rest[1..];
    }

    /// <summary>The sentences of a message.</summary>
    public static string[] Sentences(string message) => SentenceEnd().Split(message.Trim());

    /// <summary>The message without sentences that have nothing to do with the problem: no number, no name, nothing wanted.</summary>
    public static string Relevant(string message, IReadOnlyList<string> names)
    {
        var kept = Sentences(message).Where(sentence => HoldsFacts(sentence) || NoteReader.SaysGoal(sentence)
            || (names.Count > 0 && !NoteReader.Places(sentence, names).IsEmpty)).ToList();
        return kept.Count == 0 ? message.Trim() : string.Join(' ', kept);
    }

    private static bool HoldsFacts(string message) => NoteReader.Numbers(message).Any(number => !IsPronoun(message, number));

    /// <summary>The "one" of "that one is right".</summary>
    private static bool IsPronoun(string message, SpokenNumber number) =>
        message[number.Evidence.Start..number.Evidence.End].Equals("one", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Words(string message) => WordPattern().Matches(message).Select(match => match.Value);

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu}|\d)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}']+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(
        @"^\W*(yes|yep|yeah|yup|sure|ok|okay|right|correct|exactly|perfect|great|good|fine|absolutely|indeed|true|that|it|looks|sounds|all"
        + @"|everything|i agree|i confirm)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Agreement();

    [GeneratedRegex(
        @"^\W*(no|nope|not|wrong|almost|nearly|but|actually|sorry|wait)\b"
        + @"|\b(not right|isn't right|is wrong|incorrect|not correct|isn't correct|not quite|except|instead|left out|forgot|missing)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Objection();

    [GeneratedRegex(
        @"\b(don't know|do not know|dont know|no idea|not sure|unsure|can't say|cannot say|can't tell|skip|rather not|pass on)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Ignorance();

    [GeneratedRegex(
        @"^\W*(no|nope|none|nothing|that's all|that is all|that's it|that is it|that was all|not that|there (is|are) no|i have no|we have no"
        + @"|all said|nothing else|that is everything|that's everything|done)\b"
        + @"|\b(that is all|that's all|that was all|nothing else|nothing more|no other|no more|no further)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(
        @"\b(no such (rule|limit)|not a rule|no rule|never said|did not say|didn't say|leave (that|this|it) out|drop (that|this|it)|remove"
        + @"|is not one of my|there is no (rule|limit))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Removal();

    [GeneratedRegex(
        @"^(no(?=\s*[,.!;:–—-]|$)|nope|yes|well|actually|sorry|wait|hmm+|um+|uh+|oh|ok|okay|hello|hi|hey|thanks|thank you|please|so|right|sure"
        + @"|of course|let me think|it is this|i think it is this|i believe so|let me see|let me correct that|i think|i believe|i guess|i mean"
        + @"|i meant|maybe|perhaps|i changed my mind|i have changed my mind|that is wrong|that's wrong|that is not right|that's not right"
        + @"|that is not quite right|not quite|you forgot( that| something)?|you left out( that| something)?|you missed( that| something)?"
        + @"|one thing is wrong|one thing is missing|one more thing|also|and|but)(?=\W)[\s,.:;!–—-]*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Lead();
}

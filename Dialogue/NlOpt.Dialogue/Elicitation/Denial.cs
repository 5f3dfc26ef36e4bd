using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>
/// Something that a client denies while putting right what was understood, without saying its numbers: "there's no limit on the number of
/// chairs", "the opening hours were not specified".
/// </summary>
/// <param name="Topic">The stems of what is denied, distinct, in order: the first is what the others tell more of.</param>
/// <param name="IsLimit">Whether only a limit is denied, not that the thing was said at all.</param>
internal sealed partial record Denial(ImmutableArray<string> Topic, bool IsLimit)
{
    private const double MostlySaid = 0.5;
    private const int FewestWords = 2;

    // They stand in denials of anything.
    private static readonly FrozenSet<string> General = NoteReader.Stems(
        "number amount quantity limit limitation maximum minimum cap restriction specific particular exact mention mentioned specified given "
            + "provided information detail day daily week weekly month monthly year type kind thing requirement statement problem summary")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a message of a client puts right what was said or understood before; "no, there is no limit" answers a question.</summary>
    public static bool IsCorrection(string message) => Corrects().IsMatch(message);

    /// <summary>What a sentence denies.</summary>
    public static ImmutableArray<Denial> Of(string sentence) =>
        [.. Denied().Matches(sentence).SelectMany(Of).Where(denial => denial.Topic.Length >= FewestWords)];

    /// <summary>The sentence without an aside that denies something: "..., but there is no information about the opening hours".</summary>
    public static string Without(string sentence) =>
        Aside().Match(sentence) is { Success: true } aside && Denied().IsMatch(aside.Value) ? sentence[..aside.Index] + "." : sentence;

    /// <summary>How much of what is denied a fact says, in [0, 1]; 0 where it is another matter.</summary>
    public double Meets(SaidFact fact)
    {
        if (GoalTalk.IsStrong(fact.Text) || (IsLimit ? !Bounds().IsMatch(fact.Text) : !fact.Speaks(Topic[0]))) return 0;
        var said = Topic.Count(fact.Speaks);
        var share = (double)said / Topic.Length;
        return share >= MostlySaid && said >= FewestWords ? share : 0;
    }

    private static IEnumerable<Denial> Of(Match denied)
    {
        // "No limit on chairs or tables" is one limit; "no information about the hours or the costs" are two things.
        var (topic, isLimit) = (denied.Groups["topic"].Value, Limits().IsMatch(denied.Value));
        return (isLimit ? [topic] : Or().Split(topic))
            .Select(part => new Denial([.. NoteReader.Stems(part).Where(stem => !General.Contains(stem)).Distinct()], isLimit));
    }

    [GeneratedRegex(
        @"\b(correct|accurate|actually|summar\w+|misunderstanding|confusion|clarify|mistake\w*|correction|most of the (details|information))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Corrects();

    [GeneratedRegex(
        @"(?:\bthere(?:'s| is| are| was| were) (?:no|not any)|\bthere (?:is|are|was|were)n't (?:any|an?)|\bnor (?:is|are|was) there (?:any|an?)"
        + @"|\b(?:i|we) (?:do not|don't|did not|didn't) have (?:any|an?)?|\b(?:i|we) have no)"
        + @" *(?:(?!other|further|additional|more)\w+ ){0,2}?"
        + @"(?<topic>(?:limit\w*|maximum|minimum|caps?|restrictions?|budget|information|mention|details?)\b[^.;,]*)"
        + @"|\b(?:did not|didn't|does not|doesn't|do not|don't|never|have not|haven't)(?: \w+)? (?:mention|say|state|specif|discuss|provide)\w*\b"
        + @"(?<topic>[^.;,]+)"
        + @"|(?<=^|[.;,])(?<topic>[^.;,]+)\b(?:is|are|was|were)(?: not|n't) (?:mentioned|specified|provided|stated|discussed|given)\b"
        + @"|\bexcept (?:for|that) (?<topic>[^.;]+)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\b(limit\w*|maximum|minimum|caps?|restrictions?|budget)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Limits();

    [GeneratedRegex(
        @"\b(up to|at most|at least|(no|not|don't|can't|doesn't|cannot)\b.{0,20}\b(more|less|fewer) than|maximum|minimum|max|min|limit\w*"
        + @"|under|within|exceed|budget|spend|can (only |also )?(have|operate|make|produce|sell|run|work|fish|handle))\b|\d ?(-|to) ?\d",
        RegexOptions.IgnoreCase)]
    private static partial Regex Bounds();

    [GeneratedRegex(@",? (?:but|however|although|though)\b,? .*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\bn?or\b", RegexOptions.IgnoreCase)]
    private static partial Regex Or();
}

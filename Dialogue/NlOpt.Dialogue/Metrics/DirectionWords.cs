using System.Text.RegularExpressions;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Metrics;

/// <summary>The words that say which way a number limits, and whether an amount should be small or large.</summary>
internal static partial class DirectionWords
{
    /// <summary>Which way a number limits; null where no word says it.</summary>
    /// <param name="claim">The claim that holds the number.</param>
    /// <param name="number">The number.</param>
    public static SlotOperator? Of(Claim claim, SpokenNumber number)
    {
        // What stands nearer to another number is said of that one.
        var from = claim.Numbers.Where(other => other.Evidence.End <= number.Evidence.Start).Select(other => other.Evidence.End)
            .DefaultIfEmpty(claim.Start).Max();
        var to = claim.Numbers.Where(other => other.Evidence.Start >= number.Evidence.End).Select(other => other.Evidence.Start)
            .DefaultIfEmpty(claim.Start + claim.Text.Length).Min();
        var before = claim.Text[(from - claim.Start)..(number.Evidence.Start - claim.Start)];
        var after = claim.Text[(Math.Min(number.Evidence.End - claim.Start, to - claim.Start))..(to - claim.Start)];
        return Last(Comparing(), before) ?? First(Comparing(), after) ?? Last(Comparing(), claim.Text[..(number.Evidence.Start - claim.Start)])
            ?? Last(Implying(), before) ?? First(Implying(), after) ?? Last(Implying(), claim.Text[..(number.Evidence.Start - claim.Start)]);
    }

    /// <summary>
    /// Which way the words compare the first thing with the second: "more of A than of B", "A may not exceed B"; null where they do not.
    /// </summary>
    public static SlotOperator? Between(string words) => Last(Comparing(), words) is { } said && Than().IsMatch(words) ? said : null;

    /// <summary>Whether a text says that something should be small or large.</summary>
    public static bool Wants(string text, ObjectiveSense sense) => (sense == ObjectiveSense.Maximize ? Large() : Small()).IsMatch(text);

    /// <summary>Whether a text denies something: "there is no limit on A".</summary>
    public static bool Denies(string text) => Denying().IsMatch(text);

    private static SlotOperator? First(Regex words, string text) => words.Match(text) is { Success: true } match ? Meaning(match) : null;

    private static SlotOperator? Last(Regex words, string text) => words.Matches(text) is { Count: > 0 } matches ? Meaning(matches[^1]) : null;

    private static SlotOperator Meaning(Match match) =>
        match.Groups["most"].Success ? SlotOperator.AtMost : match.Groups["least"].Success ? SlotOperator.AtLeast : SlotOperator.Equal;

    [GeneratedRegex(
        @"\b(?:(?<most>(?:no|not|never|cannot|\w+n['’]t)\s+(?:\w+\s+){0,2}?(?:more|greater|higher|larger|exceed\w*|over|above|beyond|surpass\w*)"
        + @"|at most|maximum|max|up to|or (?:less|fewer)|limit\w*|cap|capped|within|below|under)"
        + @"|(?<least>(?:no|not|never|cannot|\w+n['’]t)\s+(?:\w+\s+){0,2}?(?:less|fewer|lower|smaller|below|under)"
        + @"|at least|minimum|min|or more)"
        + @"|(?<most>less than|fewer than|smaller|fewer|less)|(?<least>more than|exceed\w*|greater|larger|more|over|above|outnumber\w*)"
        + @"|(?<equal>exactly|equals?|precisely))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comparing();

    [GeneratedRegex(
        @"\b(?:(?<most>available|budget|capacity|only|ha(?:ve|s)(?!\s+to\b)|hold|supply|access|can|stock|total)"
        + @"|(?<least>needs?|required?|requires|requirement|must|demand|should|wants?|ha(?:ve|s)\s+to|target|ordered|aim))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Implying();

    [GeneratedRegex(@"\b(?:no|not|never|none|neither|nor|without|cannot|any|\w+n['’]t)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denying();

    [GeneratedRegex(@"\b(?:than|exceed\w*|as|outnumber\w*|to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Than();

    [GeneratedRegex(
        @"\bmaximi[sz]\w*|\bas (?:many|much|high|large|great)\b.{0,60}?\bpossible"
        + @"|\b(?:highest|largest|greatest|(?<!\bat )most)\b|\b(?:increas|boost)\w*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Large();

    [GeneratedRegex(
        @"\bminimi[sz]\w*|\bas (?:few|little|low|small|cheap)\w*\b.{0,60}?\bpossible"
        + @"|\b(?:lowest|smallest|fewest|cheapest|(?<!\bat )least)\b|\b(?:reduc|decreas)\w*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Small();
}

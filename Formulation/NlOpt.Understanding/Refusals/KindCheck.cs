using System.Text.RegularExpressions;
using NlOpt.Modeling;
using NlOpt.Understanding.Assembly;

namespace NlOpt.Understanding.Refusals;

/// <summary>
/// Refuses problems of kinds that are not read: networks of nodes and arcs, plans over periods or of jobs in time, and what is no sum of amounts
/// times numbers. Read as if they were plain sums, they would give a plan that answers another question.
/// </summary>
internal static partial class KindCheck
{
    private const int FewestPeriods = 3;
    private const int FewestRoutes = 4;
    private const string OwnModel = "or give the model itself as an .lp, .mps or .json file";

    /// <summary>The refusal; null when nothing tells of such a kind.</summary>
    public static Diagnostic? Check(SourceText source)
    {
        var text = source.Text;
        if (Network().Match(text) is { Success: true } network) return OfNetwork(source, network);
        if (Distinct(Route(), text, FewestRoutes) is { } routes) return OfNetwork(source, routes);
        if (Schedule().Match(text) is { Success: true } schedule) return OfSchedule(source, schedule);
        if (Distinct(NumberedPeriod(), text, FewestPeriods) is { } numbered) return OfSchedule(source, numbered);
        if (Distinct(NamedPeriod(), text, FewestPeriods) is { } named) return OfSchedule(source, named);
        if (Nonlinear().Match(text) is { Success: true } nonlinear)
        {
            return Refusal(
                source, nonlinear, "read.nonlinear", "of what is no sum of amounts times numbers",
                $"say what each piece takes and brings by a fixed number, {OwnModel}");
        }

        return null;
    }

    private static Diagnostic OfNetwork(SourceText source, Match match) => Refusal(
        source, match, "read.network", "of a network of places and ways between them",
        $"say each way as a thing of its own, with what it costs and carries, {OwnModel}");

    private static Diagnostic OfSchedule(SourceText source, Match match) => Refusal(
        source, match, "read.schedule", "of several periods or of jobs in time",
        $"tell the problem of one period, {OwnModel}");

    private static Diagnostic Refusal(SourceText source, Match match, string code, string kind, string remedy) => Diagnostic.Error(
        code, $"the text tells {kind} (“{string.Join(' ', match.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}”), a kind of problem that is not read so far",
        source.Location(match.Index), remedy);

    /// <summary>The first match where there are enough different ones; else null.</summary>
    private static Match? Distinct(Regex pattern, string text, int fewest)
    {
        var matches = pattern.Matches(text);
        return matches.Select(match => match.Value.ToUpperInvariant()).Distinct().Count() >= fewest ? matches[0] : null;
    }

    [GeneratedRegex(
        @"\b(?:shortest (?:path|route|distance)|travel+ing sales(?:man|person)|(?:minimum|minimal) spanning tree|max(?:imum|imal)? flow (?:from|between|through)"
        + @"|from (?:a |the )?source (?:node )?to (?:a |the )?sink|(?:nodes?|vertices|vertex) and (?:\d+ )?(?:arcs?|edges?|links?)|(?:arcs?|edges?) (?:between|from|connecting|connect|\()"
        + @"|(?:from|between|to) node \w+|directed graph|visit (?:each|every|all) (?:of )?(?:the )?(?:city|cities|customers?|locations?) exactly once)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Network();

    // "from Lyon to Store 2": a price list of ways. Names begin with a capital or are single letters, so that "from 3 to 5" is none.
    [GeneratedRegex(@"\bfrom (?:the )?(?:[A-Z]\w*|[a-z]+ [A-Z0-9]\b)(?: [A-Z0-9]\w*)? to (?:the )?(?:[A-Z]\w*|[a-z]+ [A-Z0-9]\b)")]
    private static partial Regex Route();

    [GeneratedRegex(
        @"\b(?:makespan|job[- ]shop|flow[- ]shop|tardiness|(?:inventory|stock)\b[^.]{0,60}\b(?:at the end of|from one) (?:each|every|one|the|a)? ?(?:day|week|month|quarter|period|year|season)"
        + @"|(?:carried|carry|held|hold|kept|keep|stored?)\b[^.]{0,40}\b(?:over )?(?:from one|to the next|into the next|until the next) (?:day|week|month|quarter|period|year|season)"
        + @"|(?:over|during|in|for) (?:each of )?the next (?:two|three|four|five|six|seven|eight|ten|twelve|[2-9]|1[0-2]) (?:periods|quarters|seasons)"
        + @"|(?:cannot|can not|can't|must not|may not|can only) (?:start|begin) (?:until|before|after)|must (?:be (?:finished|completed|done)|finish) before \w+(?: \w+){0,3} (?:starts?|begins?))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Schedule();

    [GeneratedRegex(@"\b(?:month|week|quarter|period|year|season) (?:[1-9]|1[0-2]|one|two|three|four|five|six)\b|\b(?:first|second|third|fourth) (?:month|week|quarter|period|year)\b|\bQ[1-4]\b", RegexOptions.IgnoreCase)]
    private static partial Regex NumberedPeriod();

    [GeneratedRegex(
        @"\b(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|January|February|March|April|June|July|August|September|October|November|December)\b")]
    private static partial Regex NamedPeriod();

    [GeneratedRegex(
        @"(?:\b(?:non-?linear|quadratic|logarithm\w*|exponential\w*|diminishing returns|elasticity|variance|standard deviation)\b"
        + @"|\b(?:the )?square (?:root )?of (?:the|its|their|that|x)\b|\bsquared\b(?! (?:metres?|meters?|feet|foot))|\w\s*\^\s*[2-9]|[²³]"
        + @"|\bproduct of (?:the|their|its) (?:numbers?|amounts?|quantit\w+|lengths?|widths?|two)\b|\bmultiplied by the (?:number|amount|quantity) of\b"
        + @"|\b(?:maximi[sz]e|minimi[sz]e|maximi[sz]ing|minimi[sz]ing) the (?:\w+ )?(?:ratio|quotient|product)\b"
        + @"|\b(?:price|cost|profit|revenue|return|yield|wage|demand)s?\b[^.]{0,50}\b(?:decreas\w+|drops?|falls?|declin\w+|increas\w+|rises?|grows?|goes (?:up|down))\b[^.]{0,30}"
        + @"\b(?:as (?:more|the|you|he|she|it|they|we)|with (?:the (?:number|amount|quantity)|each|every)|for (?:each|every) (?:additional|extra|further|more|unit))\b"
        + @"|\b(?:price|cost|profit)s?\b[^.]{0,30}\bdepends on (?:the|how) (?:number|many|much|amount|quantity)\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Nonlinear();
}

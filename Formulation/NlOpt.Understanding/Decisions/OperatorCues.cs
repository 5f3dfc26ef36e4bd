using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>What the verbs and nouns around a number say without a comparing phrase.</summary>
[Flags]
internal enum OperatorCue
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Something is there to be used up: "has 40 hours available", "a budget of".</summary>
    Supply = 1,

    /// <summary>Something is asked for: "needs to transport", "must contain".</summary>
    Demand = 2,
}

/// <summary>Finds cues of supply and demand around a number: "has 200 hours" offers, "has to make 200" asks.</summary>
internal static class OperatorCues
{
    private static readonly FrozenSet<string> SupplyWords = new[]
    {
        "available", "budget", "budgeted", "access", "afford", "stock", "stocks", "capacity", "supply", "supplies", "allocated", "acquire", "acquired", "purchases",
        "purchased", "bought", "owns", "own", "spare", "possession", "hand", "limited", "limit", "limits", "only", "space", "reserve", "inventory", "storage",
        "remaining", "left", "stored", "holds", "hold", "restricted", "restricts", "allotted", "provided", "given", "obtain", "obtained", "receives", "delivers",
        "spend", "spending", "invest", "imports", "buys", "gets", "receive", "capped", "cap", "holding",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> DemandWords = new[]
    {
        "need", "needs", "needed", "require", "requires", "required", "requirement", "requirements", "must", "demand", "demands", "contract", "order", "orders",
        "quota", "ensure", "want", "wants", "wish", "wishes", "like", "plans", "desires", "guarantee", "reach", "attain", "goal", "target", "obligation", "commitment", "committed", "promised", "promise", "ask", "asks", "asked", "expect", "satisfy", "fulfill", "fulfil", "meet", "expects", "should", "minimum",
        "objective", "aim", "aims",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Consumptions =
        "used consumed shared allocated divided invested assigned split reserved".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Handling =
        "move ship deliver transport carry haul send ferry feed house seat serve clean wash paint process harvest".Split(' ').ToFrozenSet();

    private const int LongestThing = 4;

    /// <summary>
    /// The cues before a number, up to the number before, and after it within the clause. "N of this and M of that" share the cues of N.
    /// </summary>
    public static OperatorCue Around(ReadingContext context, int first, int end)
    {
        var tokens = context.Tokens;
        if (IsAskedFor(context, end)) return OperatorCue.Demand;
        var cues = OperatorCue.None;
        var index = first - 1;
        var isJoined = false;
        for (; IsNear(context, index, first) && !context.IsNumberToken[index]; index--)
        {
            cues |= CueOf(tokens, index);
            isJoined |= tokens[index].Lower is "and" or ",";
        }

        if (cues == OperatorCue.None && isJoined && IsNear(context, index, first))
        {
            while (IsNear(context, index, first) && context.IsNumberToken[index]) index--;
            for (; IsNear(context, index, first) && !context.IsNumberToken[index]; index--) cues |= CueOf(tokens, index);
        }

        for (index = end; index < tokens.Length && index - end < 10 && tokens[index].Sentence == tokens[first].Sentence && !context.IsNumberToken[index]; index++)
        {
            if (tokens[index].Raw is "," or ";") break;
            var cue = CueOf(tokens, index);
            // "40 workers and needs ..." starts another clause.
            if (cue == OperatorCue.Demand && tokens[end..index].Any(token => token.Lower is "and" or "but")) break;
            cues |= cue;
        }

        return cues;
    }

    /// <summary>"There are 1000 crates and 300 barrels to be delivered", "40 samples that need to be tested": what follows asks for all of it.</summary>
    public static bool IsAskedFor(ReadingContext context, int end)
    {
        var tokens = context.Tokens;
        for (var index = end; index + 2 < tokens.Length && index - end < 12 && tokens[index].Sentence == tokens[end].Sentence; index++)
        {
            if (tokens[index].Lower == "to" && context.Text.IsMinimization && IsToDo(tokens, end, index)) return true;
            if (tokens[index] is { IsAlphanumeric: false, Raw: not "$" } || tokens[index].Lower is "but" or "while" or "available") return false;
            var isNeed = tokens[index].Lower is "that" or "which"
                && tokens[index + 1].Lower is "need" or "needs" or "must" or "have" or "has" or "should";
            if (!isNeed && !(tokens[index].Lower == "to" && tokens[index + 1].Lower == "be" && index > end)) continue;
            var verb = index + 1;
            while (verb + 1 < tokens.Length && tokens[verb].Lower is "need" or "needs" or "must" or "have" or "has" or "should" or "to" or "be") verb++;
            return tokens[verb].Lower.EndsWith("ed", StringComparison.Ordinal) && !Consumptions.Contains(tokens[verb].Lower);
        }

        return false;
    }

    /// <summary>
    /// "240 crates to move" where little is wanted, but not "3 vans to move the crates" nor "40 hours to move"; where much is wanted they are there to
    /// be used up.
    /// </summary>
    private static bool IsToDo(Token[] tokens, int number, int to) => to > number && to - number <= LongestThing && Handling.Contains(tokens[to + 1].Lower)
        && (to + 2 >= tokens.Length || !tokens[to + 2].IsWord || tokens[to + 2].Lower is "a" or "per" or "each" or "every" or "this" or "today" or "by" or "in")
        && !(tokens[Math.Min(to + 2, tokens.Length)..Math.Min(to + 4, tokens.Length)] is [{ Lower: "a" }, { Stem: not ("day" or "week" or "month" or "night" or "year") }])
        && tokens[to - 1].Stem is not ("hour" or "minute" or "day" or "week");

    private static bool IsNear(ReadingContext context, int index, int first) =>
        index >= 0 && first - index <= 20 && context.Tokens[index].Sentence == context.Tokens[first].Sentence;

    private static OperatorCue CueOf(Token[] tokens, int index)
    {
        var lower = tokens[index].Lower;
        var next = index + 1 < tokens.Length ? tokens[index + 1].Lower : "";
        if (lower is "has" or "have" or "had" or "having") return next is "to" or "at" ? OperatorCue.Demand : OperatorCue.Supply;
        if (SupplyWords.Contains(lower)) return OperatorCue.Supply;
        return DemandWords.Contains(lower) ? OperatorCue.Demand : OperatorCue.None;
    }
}

using System.Collections.Frozen;
using NlOpt.Understanding.Clauses;

namespace NlOpt.Understanding.Decisions;

/// <summary>
/// What rules say about the roles of numbers: lists of limits and shares of all are limits, reasons are none, both ends of a range play one role, each thing's own
/// capacity is an amount a piece where another number of the same noun is left to be limited, and a number said again plays the role of the first.
/// </summary>
internal static class RoleRules
{
    private const double ShareTrust = 0.8;
    private const double CapacityTrust = 0.8;
    private const double MeasureTrust = 0.7;
    private const double PastTrust = 0.9;
    private const double AgainTrust = 0.95;

    private static readonly FrozenSet<string> Carrying = (
        "hold carry store fit take transport accommodate serve seat contain move ship deliver process handle treat pack clean feed supply cover").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Areas = "acre hectare square sq".Split(' ').ToFrozenSet();

    /// <summary>Blends the verdicts into the probabilities of the roles.</summary>
    public static void Apply(ReadingContext context)
    {
        foreach (var number in context.Numbers)
        {
            if (context.Listed.ContainsKey(number.First)) Favour(number, NumberRole.Limit, ListedLimit.Trust);
            if (context.Plain[number.Position] is not null) Favour(number, NumberRole.Limit, PlainLimits.Trust);
            else if (Past.IsPast(context, number)) Favour(number, NumberRole.None, PastTrust);
            if (number.Part.IsReason)
            {
                Move(number, NumberRole.Multiple, NumberRole.None, ShareTrust);
                Move(number, NumberRole.Limit, NumberRole.None, ShareTrust);
            }
            else if (number.Part.IsShareOfAll)
            {
                Move(number, NumberRole.Multiple, NumberRole.Limit, ShareTrust);
            }
        }

        for (var position = 1; position < context.Numbers.Length; position++)
            if (JoinedNumbers.AreRange(context, context.Numbers[position - 1], context.Numbers[position]))
                ShareRole(context.Numbers[position - 1], context.Numbers[position]);
        foreach (var alike in context.Numbers.Where(number => IsCapacity(context, number)).GroupBy(number => number.Unit))
        {
            var isEach = alike.Select(number => number.Before[0].Variable).Distinct().Count() > 1;
            var isNeeded = context.Numbers.Any(other => other.Unit == alike.Key && !alike.Contains(other));
            if (!isEach || !isNeeded) continue;
            foreach (var number in alike) Favour(number, NumberRole.Coefficient, CapacityTrust);
        }

        foreach (var number in context.Numbers)
        {
            // Amounts are never below zero anyway.
            if (number.Value == 0 && number.RoleProbabilities[(int)NumberRole.Limit] > 0.5) Favour(number, NumberRole.None, AgainTrust);
            if (number.RoleProbabilities[(int)NumberRole.None] > 0.5 && IsMeasured(context, number)) Favour(number, NumberRole.Limit, MeasureTrust);
            if (context.Restated[number.Position] is not (>= 0 and var original) || !Restatements.RefersBack(context, number)) continue;
            if (context.Numbers[original].RoleProbabilities[(int)NumberRole.Limit] > 0.5) Favour(number, NumberRole.Limit, AgainTrust);
        }
    }

    private static void Favour(NumberContext number, NumberRole favoured, double trust) =>
        Verdict.Blend(number.RoleProbabilities, (int)favoured, trust);

    private static void Move(NumberContext number, NumberRole from, NumberRole to, double share)
    {
        var moved = share * number.RoleProbabilities[(int)from];
        number.RoleProbabilities[(int)from] -= moved;
        number.RoleProbabilities[(int)to] += moved;
    }

    private static void ShareRole(NumberContext low, NumberContext high)
    {
        var shared = low.RoleProbabilities.Zip(high.RoleProbabilities, (one, other) => Math.Sqrt(one * other)).ToArray();
        var sum = shared.Sum();
        low.RoleProbabilities = Array.ConvertAll(shared, probability => probability / sum);
        high.RoleProbabilities = [.. low.RoleProbabilities];
    }

    /// <summary>"You have a 30-acre farm" where amounts are told "per acre": how much there is of what everything is measured by.</summary>
    private static bool IsMeasured(ReadingContext context, NumberContext number)
    {
        if (number.Value <= 1 || number.Before.Length > 0 || !Array.Exists(number.Right, token => token.StemHash == number.Unit
            && Areas.Contains(token.Stem))) return false;
        var tokens = context.Tokens;
        if (!number.Left.Any(token => token.Lower is "have" or "has" or "own" or "owns" or "available")) return false;
        for (var index = 1; index < tokens.Length; index++)
        {
            if (tokens[index].StemHash == number.Unit && tokens[index - 1].Lower is "per" or "each" or "every"
                && tokens[index].Sentence != number.Sentence) return true;
        }

        return false;
    }

    /// <summary>"A van can carry up to 120 crates", "the van has a capacity of 120 crates": a noun that names no variable.</summary>
    private static bool IsCapacity(ReadingContext context, NumberContext number)
    {
        if (number.Before.Length == 0 || number.Counted is not null || number.Quantity.IsMoney || number.Quantity.IsPercent
            || number.Quantity.IsMultiple
            || number.Unit == 0 || context.NameStems.Contains(number.Unit)) return false;
        var between = context.Tokens[number.Before[0].End..number.First];
        var last = between.Length - 1;
        if (last < 1 || Array.Exists(between, token => token.IsNumber)) return false;
        if (between[last].Lower is "of" or "for" && between[last - 1].Lower == "capacity") return true;
        if (!Array.Exists(between, token => token.Lower is "can" or "could")) return false;
        if ((between[last - 1].Lower, between[last].Lower) is ("up", "to") or ("at", "most") or ("maximum", "of")) last -= between[last].Lower == "of" ? 3 : 2;
        return last >= 0 && Carrying.Contains(between[last].Lower);
    }
}

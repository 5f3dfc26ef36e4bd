using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>
/// Finds limits that are said a second time: the goal repeats what must hold ("while still delivering at least 500 parcels"), a later sentence
/// refers back ("the 70 hours"), or an amount is worked out beside its share ("30% of the money, which is $3,000").
/// </summary>
internal static class Restatements
{
    private static readonly FrozenSet<string> References = "the this that those these your our their said same all".Split(' ').ToFrozenSet();

    // "the minimum production quantity of 1200": what may stand between a reference and its number.
    private static readonly FrozenSet<string> Between =
        "of $ total overall minimum maximum number amount quantity production limit budget requirement target available required given".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Recaps = (
        "while meet meeting satisfy satisfying fulfil fulfill fulfilling stay staying respect respecting observe observing adhere adhering within honor honoring honouring "
        + "rule goal objective aim apart").Split(' ').ToFrozenSet();

    /// <summary>For each number the position of the one it says again; -1 for what is said once.</summary>
    public static int[] Find(ReadingContext context)
    {
        var numbers = context.Numbers;
        var earlier = new int[numbers.Length];
        Array.Fill(earlier, -1);
        foreach (var number in numbers)
        {
            if (number.Position > 0 && WorksOut(context, numbers[number.Position - 1], number)) earlier[number.Position] = number.Position - 1;
            else if ((IsRecap(context, number) || IsBare(context, number))
                && Original(context, number, earlier) is { } original) earlier[number.Position] = original.Position;
        }

        return earlier;
    }

    /// <summary>The number of another sentence that says the same: the first one that refers to nothing itself, else an earlier one.</summary>
    private static NumberContext? Original(ReadingContext context, NumberContext number, int[] earlier)
    {
        var same = Array.FindAll(context.Numbers, other => other.Sentence != number.Sentence && AreSame(other, number)
            && earlier[other.Position] != number.Position);
        if (!IsRecap(context, number)) return Array.Find(same, other => !IsRecap(context, other) && !IsBare(context, other));
        return Array.Find(same, other => !IsRecap(context, other)) ?? Array.Find(same, other => other.Position < number.Position);
    }

    /// <summary>Whether a number is said as one that is known: by the goal, by reference, or as what a share comes to.</summary>
    public static bool RefersBack(ReadingContext context, NumberContext number) =>
        IsRecap(context, number) || (number.Position > 0 && WorksOut(context, context.Numbers[number.Position - 1], number));

    private static bool IsRecap(ReadingContext context, NumberContext number)
    {
        if (number.Quantity.IsMultiple || number.Value == 1) return false;
        if (context.Text.ObjectiveCue is not null && number.Sentence == context.Text.ObjectiveSentence) return true;
        if (IsEnclosed(context.Tokens, number)) return true;
        var before = number.First - 1;
        while (before >= 0 && Between.Contains(context.Tokens[before].Lower) && context.Tokens[before].Sentence == number.Sentence) before--;
        if (before >= 0 && References.Contains(context.Tokens[before].Lower) && context.Tokens[before].Sentence == number.Sentence) return true;
        return context.Sentence(number.Sentence).Any(token => Recaps.Contains(token.Lower));
    }

    /// <summary>"the number of carts (1000)".</summary>
    private static bool IsEnclosed(Token[] tokens, NumberContext number)
    {
        var before = number.First - 1;
        while (before >= 0 && tokens[before].Raw is "$" or "€" or "£") before--;
        return before >= 0 && tokens[before].Raw == "(" && number.End < tokens.Length && tokens[number.End].Raw == ")";
    }

    /// <summary>"You have 50 workers in total" beside "at least 50 workers are needed": no word says which way, where the other has one.</summary>
    private static bool IsBare(ReadingContext context, NumberContext number) =>
        !number.Quantity.IsMoney && number.UnitStems.Count > 0 && OperatorRules.Judge(context, number.First, number.End, isComparison: false) is null;

    /// <summary>Equal amounts of an equal noun, and of the same thing where both name one.</summary>
    private static bool AreSame(NumberContext other, NumberContext number)
    {
        if (!other.Value.Equals(number.Value) || other.Quantity.IsPercent != number.Quantity.IsPercent
            || other.Quantity.IsMoney != number.Quantity.IsMoney
            || other.Quantity.IsMultiple || other.Counted != number.Counted) return false;
        if (number.Quantity.IsPercent) return SharesVariable(other, number);
        return (other.Unit == number.Unit || number.Unit == 0) && (number.UnitStems.IsSubsetOf(other.UnitStems) || other.UnitStems.IsSubsetOf(number.UnitStems));
    }

    private static bool SharesVariable(NumberContext other, NumberContext number)
    {
        var left = other.Before.Concat(other.After).Select(place => place.Variable).ToHashSet();
        var right = number.Before.Concat(number.After).Select(place => place.Variable).ToHashSet();
        return right.Count == 0 || left.Overlaps(right);
    }

    /// <summary>"at least 30% of your money, or $3,000, in bonds": the amount that a share comes to.</summary>
    private static bool WorksOut(ReadingContext context, NumberContext share, NumberContext amount)
    {
        if (share.Sentence != amount.Sentence || !share.Quantity.IsPercent || amount.Quantity.IsPercent) return false;
        var tokens = context.Tokens;
        var index = amount.First - 1;
        while (index > share.End && tokens[index].Raw is "$" or "€" or "£") index--;
        if (index <= share.End) return false;
        var (before, word) = (tokens[index - 1].Lower, tokens[index].Lower);
        return word switch
        {
            "(" => true,
            "or" => before is "," or "(" && amount.End < tokens.Length && tokens[amount.End].Raw is "," or ")" or ".",
            "is" => before is "which" or "that",
            "equals" => before is "which",
            "to" => before is "amounts" or "equates" or "comes" or "equal",
            _ => false,
        };
    }
}

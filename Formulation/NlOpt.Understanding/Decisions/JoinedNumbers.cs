using System.Collections.Frozen;
using NlOpt.Understanding.Assembly;

namespace NlOpt.Understanding.Decisions;

/// <summary>Numbers that share what is said around them: the ends of a range, "at least 10 but at most 40", "at least 16 posts and 11 beams".</summary>
internal static class JoinedNumbers
{
    private static readonly FrozenSet<string> Bounds = (
        "no not more less fewer than at most least up to a the maximum minimum of max min must can cannot may exceed should be also only greater but and "
        + "or equal never over under below above , it they there needs need has have does do").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Ends = (
        ". , ; ! ? can may must should need needs have has are is because since due as if while and").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Joints = ", and or of on at in with the".Split(' ').ToFrozenSet();

    /// <summary>True for the two ends of "between 10 and 20".</summary>
    public static bool AreRange(ReadingContext context, NumberContext low, NumberContext high) =>
        high.Position == low.Position + 1 && low.Sentence == high.Sentence && LimitWording.IsRange(context.Tokens, low.Quantity, high.Quantity);

    /// <summary>True when both numbers limit one thing that is said once: a range, or two bounds joined by "but" or "and".</summary>
    public static bool LimitOneThing(ReadingContext context, NumberContext low, NumberContext high)
    {
        if (AreRange(context, low, high)) return true;
        if (high.Position != low.Position + 1 || low.Sentence != high.Sentence) return false;
        var between = context.Tokens[low.End..high.First];
        var joint = Array.FindIndex(between, token => token.Lower is "but" or "and");
        if (joint < 0 || !Array.TrueForAll(between[joint..], token => Bounds.Contains(token.Lower))) return false;
        if (OperatorRules.Judge(context, low.First, low.End, false) is not { NumbersBetween: 0 } one) return false;
        if (OperatorRules.Judge(context, high.First, high.End, false) is not { NumbersBetween: 0 } other || one.IsAtLeast == other.IsAtLeast) return false;
        var isBareLow = Array.TrueForAll(between[..joint], token => token.Raw == ",") && !low.Part.HasSubject;
        var isBareHigh = high.End >= context.Tokens.Length || context.Tokens[high.End].Sentence != high.Sentence || Ends.Contains(context.Tokens[high.End].Lower);
        var namesOther = Array.Exists(high.After, place => context.Parts.Of(place.First) == context.Parts.Of(high.First));
        return isBareLow != (isBareHigh && !namesOther);
    }

    /// <summary>The number that says the direction for all of a list: the first of "at least 16 posts, 11 beams and 27 sleepers".</summary>
    public static NumberContext HeadOfList(ReadingContext context, NumberContext number)
    {
        while (number.Position > 0 && context.Numbers[number.Position - 1] is var previous && IsListed(context, previous, number)) number = previous;
        return number;
    }

    private static bool IsListed(ReadingContext context, NumberContext previous, NumberContext number)
    {
        if (previous.Sentence != number.Sentence || number.First - previous.End < 2) return false;
        if (OperatorRules.Judge(context, number.First, number.End, false) is { NumbersBetween: 0 }) return false;
        for (var index = previous.End; index < number.First; index++)
        {
            var token = context.Tokens[index];
            if (context.VariableAt[index] < 0 && !Joints.Contains(token.Lower) && !previous.UnitStems.Contains(token.StemHash)) return false;
        }

        return context.Tokens[number.First - 1].Lower is "and" or "or" or ",";
    }
}

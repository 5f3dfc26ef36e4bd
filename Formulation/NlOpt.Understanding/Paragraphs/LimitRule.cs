using System.Collections.Frozen;
using NlOpt.Formulation;
using NlOpt.Understanding.Clauses;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Paragraphs;

/// <summary>Tells which numeric limit or comparison a paragraph states: of one thing, of several together, of what they take or give, of a
/// share.</summary>
internal static class LimitRule
{
    private static readonly FrozenSet<string> Totals = "total together combined altogether overall sum both jointly collectively".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Comparisons =
        "exceed exceeds outnumber outnumbers twice thrice double times equal same".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Wholes = "total all entire whole everything overall".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Periods = "day week month year season hour shift quarter night morning".Split(' ').ToFrozenSet();

    /// <summary>The template; null where no limit or comparison is stated.</summary>
    public static Template? Read(TextContext text)
    {
        var context = new ReadingContext(text, new VariableSet([]));
        var numbers = context.Numbers.Where(number => !IsLabel(text.Tokens, number.Quantity)).ToArray();
        var cutter = new SentenceItems(text.Tokens, text.Quantities, context.Variables, []);
        if (LimitOf(context, numbers, cutter) is not { } found) return Compares(text.Tokens) ? Template.Find("comparison") : null;
        var (limit, isAtLeast, isExact) = found;
        var suffix = isExact ? "equality" : isAtLeast ? "lower-bound" : "upper-bound";
        var others = numbers.Where(number => number != limit).ToList();
        if (limit.Quantity.IsMultiple || (limit.Value <= 1 && (limit.Quantity.IsPercent || limit.Quantity.IsFraction)))
            return Template.Find(!limit.Quantity.IsMultiple
                && IsShareOfWhole(text.Tokens, limit.Quantity) ? "proportion-" + suffix : isExact ? "comparison-equality" : "comparison");
        if (others.Exists(IsAmountApiece)) return Template.Find("weighted-sum-" + suffix);
        if (ComparesBeside(text.Tokens, limit)) return Template.Find("comparison");
        return Template.Find((IsOfSeveral(text, limit) ? "sum-" : "") + suffix);
    }

    /// <summary>The number that limits and the way it does; null where none does.</summary>
    private static (NumberContext Number, bool IsAtLeast, bool IsExact)? LimitOf(ReadingContext context, NumberContext[] numbers,
        SentenceItems cutter)
    {
        foreach (var number in numbers.Reverse())
        {
            if (Explicit(context, number, cutter) is { } limit) return (number, limit is Limit.AtLeast, limit is Limit.Exactly);
        }

        foreach (var number in numbers.Reverse())
            if (OperatorRules.Judge(context, number.First, number.End, isComparison: false) is { NumbersBetween: 0 } verdict) return (number,
                verdict.IsAtLeast, false);
        // What there is limits sooner than what each piece needs; money that someone wants to invest is there to be spent.
        var cues = numbers.Where(number => !IsOfOnePiece(context.Tokens, number)).Select(number =>
            (number, Cue: OperatorCues.Around(context, number.First, number.End))).ToList();
        var supply = cues.FindLast(item => item.Cue == OperatorCue.Supply || (item.number.Quantity.IsMoney && item.Cue.HasFlag(OperatorCue.Supply)));
        if (supply.number is not null) return (supply.number, false, false);
        var demand = cues.FindLast(item => item.Cue.HasFlag(OperatorCue.Demand));
        return demand.number is null ? null : (demand.number, true, false);
    }

    /// <summary>"Each box holds 4", "a table requires 7 hours", "to make one takes 3".</summary>
    private static bool IsOfOnePiece(Token[] tokens, NumberContext number)
    {
        var sentence = tokens.Where(token => token.Sentence == number.Sentence && token.Start < tokens[number.First].Start).ToList();
        return sentence.Exists(token => token.Lower is "each" or "every" or "per")
            || Following(tokens, number.End, 6).Zip(Following(tokens, number.End + 1, 6)).Any(pair => pair.First.Lower is "per" or "each"
            && !Periods.Contains(pair.Second.Stem))
            || (sentence.Exists(token => token.Lower is "requires" or "require" or "takes" or "needs" or "contains" or "costs" or "uses" or "holds")
            && sentence[0].Lower is "a" or "an" or "one" or "to" or "making" or "producing");
    }

    private static Limit? Explicit(ReadingContext context, NumberContext number, SentenceItems cutter)
    {
        var tokens = context.Tokens;
        var first = number.First;
        while (first > 0 && tokens[first - 1].Sentence == number.Sentence) first--;
        var end = number.End;
        while (end < tokens.Length && tokens[end].Sentence == number.Sentence) end++;
        var segment = new Segment(cutter.Cut(first, end, []), 0);
        var at = segment.Items.FindIndex(item => item.First == number.First);
        if (at < 0) return null;
        var direction = AmountLimit.DirectionOf(segment, Math.Max(0, at - 8), at, segment.Count);
        return direction?.Invoke(new SourcedNumber(number.Value));
    }

    private static bool IsShareOfWhole(Token[] tokens, Quantity share)
    {
        for (var index = share.End; index < tokens.Length && index < share.End + 5 && tokens[index].Sentence == tokens[share.First].Sentence; index++)
            if (Wholes.Contains(tokens[index].Lower)) return true;
        return !Following(tokens, share.End, 4).Any(token => token.Lower is "number" or "amount" or "as" or "quantity");
    }

    private static bool IsAmountApiece(NumberContext number) => !number.Quantity.IsMultiple;

    /// <summary>"The number of A must be at least 2 more than B" and the like compare in spite of a number.</summary>
    private static bool ComparesBeside(Token[] tokens, NumberContext limit) =>
        Following(tokens, limit.End, 3).Any(token => token.Lower is "times" or "more" or "fewer")
            && Following(tokens, limit.End, 12).Any(token => token.Lower is "than" or "as" or "number");

    private static bool IsOfSeveral(TextContext text, NumberContext limit)
    {
        var tokens = text.Tokens;
        var sentence = tokens.Where(token => token.Sentence == limit.Sentence).ToList();
        if (sentence.Exists(token => Totals.Contains(token.Lower))) return true;
        // "A and B" of which at most 50 are made.
        for (var index = 1; index + 1 < tokens.Length; index++)
        {
            if (tokens[index].Sentence != limit.Sentence || tokens[index].Lower is not ("and" or "or" or "plus" or "&")) continue;
            if (IsNameWord(tokens, index - 1) && Following(tokens, index + 1, 3).Any(token => token.IsWord && !token.IsFunctionWord)) return true;
        }

        return false;
    }

    private static bool IsNameWord(Token[] tokens, int index) => tokens[index].IsAlphanumeric && !tokens[index].IsFunctionWord
        && !ClauseWords.Doing.Contains(tokens[index].Lower);

    /// <summary>A comparison of two things without a number that limits.</summary>
    private static bool Compares(Token[] tokens)
    {
        for (var index = 0; index < tokens.Length; index++)
        {
            var lower = tokens[index].Lower;
            if (Comparisons.Contains(lower)) return true;
            if (lower == "than" && index > 0
                && tokens[index - 1].Lower is "more" or "less" or "fewer" or "greater" or "larger" or "smaller" or "higher" or "lower") return true;
            if (lower == "as" && Following(tokens, index + 1, 1).Any(token => token.Lower is "many" or "much" or "large" or "high")) return true;
            if (lower is "more" or "fewer" or "less" && Following(tokens, index + 1, 8).Any(token => token.Lower == "than")) return true;
        }

        return false;
    }

    private static IEnumerable<Token> Following(Token[] tokens, int index, int most) =>
        tokens.Skip(index).Take(most).TakeWhile(token => index > 0 && token.Sentence == tokens[index - 1].Sentence);

    /// <summary>"Project 3", "type 2".</summary>
    private static bool IsLabel(Token[] tokens, Quantity quantity) =>
        quantity.Word == "#" && tokens[quantity.First].Raw.Length <= 2 && quantity.First > 0
            && ClauseWords.GenericNouns.Contains(tokens[quantity.First - 1].Lower)
        && tokens[quantity.First - 1].Lower is not ("number" or "amount" or "quantity" or "units");
}

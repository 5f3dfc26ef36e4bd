using System.Collections.Frozen;

namespace NlOpt.Understanding.Decisions;

/// <summary>Numbers that describe and decide nothing: "opens at 7 in the morning", "25 years of experience", "is 60 metres long", "the network has 41 stops".</summary>
internal static class Asides
{
    private const int ReachOfShape = 3;
    private const int LongestSentence = 9;

    private static readonly FrozenSet<string> Shapes = "long wide tall high deep old large big away apart".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Limiting = (
        "available only most least must can cannot may should need needs require requires want wants budget limit limited up maximum minimum more less fewer "
        + "than total each every per if stock room space capacity").Split(' ').ToFrozenSet();

    /// <summary>Whether the words around a number say that it describes something.</summary>
    public static bool Is(ReadingContext context, NumberContext number)
    {
        if (number.Quantity.IsMoney || number.Quantity.IsPercent || number.Quantity.IsFraction || number.Quantity.IsMultiple) return false;
        return IsTimeOfDay(context, number) || IsDescription(context, number) || IsPossession(context, number);
    }

    /// <summary>"At 7 in the morning", "at 9 o'clock".</summary>
    private static bool IsTimeOfDay(ReadingContext context, NumberContext number) =>
        number.First > 0 && context.Tokens[number.First - 1].Lower is "at" or "until" or "till" or "before" or "after"
        && (number.Right is [{ Lower: "o'clock" or "o’clock" or "am" or "pm" }, ..]
            || number.Right is [{ Lower: "in" }, { Lower: "the" }, { Lower: "morning" or "evening" or "afternoon" }, ..]
            || number.Right is [{ Lower: "o" }, ..]);

    /// <summary>"Is 60 metres long", "25 years of experience": no thing to decide on stands in the sentence.</summary>
    private static bool IsDescription(ReadingContext context, NumberContext number)
    {
        if (number.Before.Length + number.After.Length > 0 || number.First == 0) return false;
        if (number.Right is [{ Stem: "year" }, { Lower: "of" }, { Lower: "experience" or "practice" or "service" or "history" }, ..]) return true;
        return context.Tokens[number.First - 1].Lower is "is" or "are" or "was" or "were"
            && number.Right.Take(ReachOfShape).Any(token => Shapes.Contains(token.Lower));
    }

    /// <summary>"The network has 41 stops": a short sentence that limits nothing and counts what is spoken of nowhere else.</summary>
    private static bool IsPossession(ReadingContext context, NumberContext number)
    {
        if (number.Before.Length + number.After.Length > 0 || number.Right is not [{ IsWord: true } noun, ..]) return false;
        var sentence = context.Sentence(number.Sentence).ToArray();
        if (sentence.Length > LongestSentence || Array.Exists(sentence, token => Limiting.Contains(token.Lower))) return false;
        return context.Tokens[number.First - 1 < 0 ? 0 : number.First - 1].Lower is "has" or "have" or "had" or "won" or "owns"
            && !context.Tokens.Any(token => token.StemHash == noun.StemHash && token.Sentence != number.Sentence);
    }
}

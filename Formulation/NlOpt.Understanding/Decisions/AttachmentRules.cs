using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>
/// What words say about the variable of a coefficient, blended with what was learned: "each kind takes 3 hours", "every piece costs $5", "all of them
/// need two screws" in a sentence that names no variable speak of all alike.
/// </summary>
internal static class AttachmentRules
{
    private const double KindTrust = 0.85;
    private const double PieceTrust = 0.65;

    private static readonly FrozenSet<string> Quantifiers = "each every any all both either".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Kinds = "kind type sort variety category model option product item piece".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Others = "other another latter former first second third last rest remaining".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Times = "second minute hour day week month year morning night time season shift".Split(' ').ToFrozenSet();

    /// <summary>Blends the verdict into the probabilities of the variables and, last, of all alike.</summary>
    public static void Apply(ReadingContext context, NumberContext number, double[] probabilities)
    {
        if (context.Count < 2 || number.Before.Length + number.After.Length > 0) return;
        var sentence = context.Sentence(number.Sentence).ToArray();
        if (Array.Exists(sentence, token => Others.Contains(token.Lower))) return;
        if (SpeaksOfAllKinds(sentence)) Verdict.Blend(probabilities, context.Count, KindTrust);
        else if (SpeaksOfEveryPiece(sentence)) Verdict.Blend(probabilities, context.Count, PieceTrust);
    }

    /// <summary>"Each kind", "whatever the type", "regardless of the model", "all of them".</summary>
    private static bool SpeaksOfAllKinds(Token[] sentence)
    {
        for (var index = 0; index + 1 < sentence.Length; index++)
        {
            var (lower, next) = (sentence[index].Lower, sentence[index + 1]);
            if (lower is "whatever" or "whichever" or "regardless" or "irrespective") return true;
            if (Quantifiers.Contains(lower) && Kinds.Contains(next.Stem)) return true;
            if (Quantifiers.Contains(lower) && next.Lower == "of" && index + 2 < sentence.Length && sentence[index + 2].Lower is "them" or "these") return true;
            if (lower is "they" or "all" && next.Lower is "all" or "both") return true;
        }

        return false;
    }

    /// <summary>"Every parcel": a noun that is no time.</summary>
    private static bool SpeaksOfEveryPiece(Token[] sentence)
    {
        for (var index = 0; index + 1 < sentence.Length; index++)
        {
            if (sentence[index].Lower is not ("each" or "every" or "all" or "any")) continue;
            if (sentence[index + 1] is { IsWord: true, IsFunctionWord: false, IsNumber: false } noun && !Times.Contains(noun.Stem)) return true;
        }

        return false;
    }
}

using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>
/// What the words of the goal say by themselves about its column, blended with what was learned: a column that alone is told with the goal's own
/// noun, amounts of time where time is wanted, and the doubt that a noun which names none of the things counts them.
/// </summary>
internal static class ObjectiveRules
{
    private const double CountTrust = 0.6;
    private const double NamedTrust = 0.4;
    private const double TimeTrust = 0.6;
    private const double StrangerDoubt = 0.15;
    private const int NounReach = 3;

    private static readonly FrozenSet<string> TimeUnits = "second minute hour day week month year".Split(' ').ToFrozenSet();

    // A goal begins with its noun; what describes it is passed over.
    private static readonly FrozenSet<string> Vague = (
        "total number amount unit overall daily weekly monthly maximum minimum quantity combined average possible final net gross whole entire").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Described = (
        "needed required used made produced sold transported delivered spent earned correct right while possible").Split(' ').ToFrozenSet();

    /// <summary>Blends the verdicts into the probabilities of the columns and, last, of a plain count.</summary>
    /// <param name="context">The reading.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="probabilities">Changed in place.</param>
    /// <param name="isCount">True where limits and shares say that the goal's noun counts all variables.</param>
    public static void Apply(ReadingContext context, List<Column> columns, double[] probabilities, bool isCount)
    {
        if (isCount)
        {
            Verdict.Blend(probabilities, probabilities.Length - 1, CountTrust);
            return;
        }

        var noun = Noun(context);
        if (columns.Count == 0 || noun.Length == 0) return;
        var complete = Enumerable.Range(0, columns.Count).Where(column => columns[column].IsComplete(context.Count)).ToList();
        if (complete.Count == 0) return;
        if (WantsTime(context.Text) && Only(complete, column => columns[column].Numbers.All(IsTime)) is { } timed) Favour(probabilities, timed, TimeTrust);
        else if (Only(complete, column => columns[column].Numbers.Any(number =>
            IsToldWith(context, number, noun))) is { } named) Favour(probabilities, named, NamedTrust);
        // What is counted is named by the noun itself: "the number of carts".
        var head = noun[^1].StemHash;
        if (context.NameStems.Contains(head) || context.MeasureStems.Contains(head)) return;
        var moved = probabilities[^1] * StrangerDoubt;
        probabilities[^1] -= moved;
        foreach (var column in complete) probabilities[column] += moved / complete.Count;
    }

    private static void Favour(double[] probabilities, int favoured, double trust) =>
        Verdict.Blend(probabilities, favoured, trust, probabilities.Sum());

    /// <summary>The only one of several that something holds for; null where it holds for none or for more.</summary>
    private static int? Only(List<int> columns, Predicate<int> holds) => columns.FindAll(holds) is [var only] ? only : null;

    /// <summary>The words that name what is wanted, the head last: "sugar intake", "smoothies delivered" without its participle.</summary>
    private static Token[] Noun(ReadingContext context) =>
        [.. context.Text.GoalWords.SkipWhile(token => !IsNaming(token)).TakeWhile(token => IsNaming(token)
            || token.Lower is "of" or "the" or "-").Where(IsNaming)];

    private static bool IsNaming(Token token) => token.IsWord && !token.IsFunctionWord && !Vague.Contains(token.Stem)
        && !Described.Contains(token.Lower);

    /// <summary>"the total brewing time", "the time spent on deliveries".</summary>
    private static bool WantsTime(TextContext text) =>
        text.GoalWords.TakeWhile(token => token.IsWord && !token.IsNumber
            && token.Lower is not ("while" or "for" or "in" or "within" or "number" or "per"))
            .Any(token => token.Lower is "time" or "duration");

    private static bool IsTime(NumberContext number) => number.Right.Length > 0 && TimeUnits.Contains(number.Right[0].Stem);

    /// <summary>Whether a word of the goal that names no variable stands around a number, no other number between.</summary>
    private static bool IsToldWith(ReadingContext context, NumberContext number, Token[] noun)
    {
        var tokens = context.Tokens;
        for (var index = number.First - 1; index >= 0 && tokens[index].Sentence == number.Sentence; index--)
        {
            if (context.IsNumberToken[index] && tokens[index].Lower != "one") break;
            if (IsWord(tokens[index])) return true;
        }

        return number.Right.Take(NounReach).Any(IsWord);

        bool IsWord(Token token) => !context.NameStems.Contains(token.StemHash) && Array.Exists(noun, word => word.StemHash == token.StemHash);
    }
}

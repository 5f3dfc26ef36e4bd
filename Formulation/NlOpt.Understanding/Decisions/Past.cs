using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>Finds numbers that tell what was: "last year they recorded 40 podcasts", "yesterday we had 35 visitors".</summary>
internal static class Past
{
    private static readonly FrozenSet<string> Spans =
        "year month week season night summer winter spring autumn fall time sunday saturday".Split(' ').ToFrozenSet();

    // What is said of now or asked for, even if it was so before.
    private static readonly FrozenSet<string> Present =
        "must should can cannot could will than least most need needs want wants so therefore is are has have".Split(' ').ToFrozenSet();

    /// <summary>True where a sentence opens with a time that is over and asks for nothing.</summary>
    public static bool IsPast(ReadingContext context, NumberContext number)
    {
        var words = context.Sentence(number.Sentence);
        return OpensWithPast(words) && !words.Any(token => Present.Contains(token.Lower));
    }

    private static bool OpensWithPast(ArraySegment<Token> words) => words.Count > 3
        && (words[0].Lower == "yesterday" || (words[0].Lower is "last" or "previous" or "past" && Spans.Contains(words[1].Stem)));
}

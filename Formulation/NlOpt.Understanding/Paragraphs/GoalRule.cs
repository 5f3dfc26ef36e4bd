using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Paragraphs;

/// <summary>Tells a goal from a rule by its verbs and superlatives.</summary>
internal static class GoalRule
{
    private static readonly FrozenSet<string> Superlatives =
        ("lowest highest cheapest smallest largest greatest best least most fewest minimal maximal optimal shortest fastest quickest maximum "
            + "minimum").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Goals = ("profit cost revenue income return earning time number total amount expense waste distance "
        + "output yield pollution").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Changes = "decrease reduce lower cut increase raise boost improve".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Wishes = ("goal aim objective want wants wish wishes seek seeks aims target hopes hope like tries "
        + "try plans").Split(' ').ToFrozenSet();

    /// <summary>True when a text says what is wanted, not what must hold.</summary>
    public static bool StatesGoal(Token[] tokens)
    {
        for (var index = 0; index < tokens.Length; index++)
        {
            var lower = tokens[index].Lower;
            if (IsExtremeVerb(lower)
                || (Changes.Contains(lower) && !Array.Exists(tokens, token => token.IsNumber) && IsGoal(tokens, index))) return true;
            if (lower is "possible" && index > 0 && tokens[index - 1].Lower == "as" && Stands(tokens, index - 6, index - 2, "as")) return true;
            var isSuperlative = Superlatives.Contains(lower) && !(index > 0 && tokens[index - 1].Lower is "at" or "a" or "of" or "than");
            if (!isSuperlative) continue;
            // "The lowest possible cost", "wants the largest profit": a limit is "a maximum of 40".
            var next = tokens[Math.Min(index + 1, tokens.Length - 1)].Lower;
            if (next == "possible") return true;
            if (IsGoal(tokens, index) && !tokens.Any(token => token.IsNumber && token.Sentence == tokens[index].Sentence)
                && tokens.Any(token => Wishes.Contains(token.Lower) && token.Sentence == tokens[index].Sentence)) return true;
        }

        return false;
    }

    private static bool IsGoal(Token[] tokens, int index) => tokens.Skip(index + 1).Take(3).Any(token => Goals.Contains(token.Stem));

    private static bool IsExtremeVerb(string lower) =>
        lower.StartsWith("maximi", StringComparison.Ordinal) && lower.Length > 7 || lower.StartsWith("minimi", StringComparison.Ordinal)
            && lower.Length > 7 || lower is "optimize" or "optimise";

    private static bool Stands(Token[] tokens, int from, int to, string word)
    {
        for (var index = Math.Max(0, from); index < to; index++)
            if (tokens[index].Lower == word) return true;
        return false;
    }
}

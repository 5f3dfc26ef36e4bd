using System.Collections.Frozen;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Assembly;

/// <summary>
/// Finds names that stand in one list with two of the variables and were not taken: in "wheat, rye and maize", rye is what wheat and maize are.
/// A list after a number or a word for kinds ("two tools, a hammer and a saw") is the explanation of that word.
/// </summary>
internal static class ListedNames
{
    private static readonly FrozenSet<string> KindWords =
        "type kind sort option product item model way category method class brand size style thing good machine vehicle".Split(' ').ToFrozenSet();

    /// <summary>The first and end token of each such name, once a name.</summary>
    public static IEnumerable<(int First, int End)> Find(ReadingContext context)
    {
        var tokens = context.Tokens;
        var places = context.Occurrences;
        var seen = new HashSet<string>();
        for (var index = 0; index + 1 < places.Count; index++)
        {
            if (places[index].Variable == places[index + 1].Variable) continue;
            var names = IsJoint(tokens, places[index].End, places[index + 1].First)
                ? new[] { Before(context, places[index]), After(context, places[index + 1]) }
                : [Between(context, places[index].End, places[index + 1].First)];
            foreach (var name in names)
                if (name is { } found && seen.Add(tokens[found.First].Stem)) yield return found;
        }
    }

    private static (int First, int End)? Before(ReadingContext context, Occurrence place)
    {
        var tokens = context.Tokens;
        var end = place.First;
        while (end > 0 && tokens[end - 1].Lower is "a" or "an" or "the") end--;
        if (end == 0 || tokens[end - 1].Lower is not ("," or "and")) return null;
        while (end > 0 && tokens[end - 1].Lower is "," or "and") end--;
        return Enumerable.Range(Math.Max(0, end - 5), Math.Min(4, Math.Max(0, end - 1))).Any(index => SaysKind(tokens[index])) ? null : Name(context, end - 1, end);
    }

    /// <summary>"wheat, rye and maize" with wheat and maize known.</summary>
    private static (int First, int End)? Between(ReadingContext context, int from, int to)
    {
        var words = Enumerable.Range(from, Math.Max(0, to - from))
            .Where(index => context.Tokens[index].Lower is not ("," or "and" or "or" or "a" or "an" or "the")).ToList();
        var isList = words.Count == 1 && words[0] > from && words[0] < to - 1 && context.Tokens[from].Raw == ",";
        return isList ? Name(context, words[0], words[0] + 1) : null;
    }

    private static (int First, int End)? After(ReadingContext context, Occurrence place)
    {
        var tokens = context.Tokens;
        var first = place.End;
        if (first >= tokens.Length || tokens[first].Lower is not ("," or "and")) return null;
        while (first < tokens.Length && tokens[first].Lower is "," or "and" or "a" or "an" or "the") first++;
        // The last of a list is followed by the end of its clause, never by a verb of its own.
        var isLast = first + 1 >= tokens.Length || !tokens[first + 1].IsAlphanumeric;
        return isLast ? Name(context, first, first + 1) : null;
    }

    /// <summary>A single noun that is no variable, is said again elsewhere and does not name the kind of the others.</summary>
    private static (int First, int End)? Name(ReadingContext context, int first, int end)
    {
        var tokens = context.Tokens;
        if (first < 1 || end > tokens.Length || context.VariableAt[first] >= 0) return null;
        var token = tokens[first];
        var isNoun = token.IsWord && !token.IsNumber && !WordLists.NeverNames.Contains(token.Lower) && !KindWords.Contains(token.Stem);
        var isSaidAgain = tokens.Count(other => other.StemHash == token.StemHash) >= 2;
        return isNoun && !SaysKind(tokens[first - 1]) && isSaidAgain ? (first, end) : null;
    }

    /// <summary>A word before the name of a kind: "two tools", "types of nail paint".</summary>
    private static bool SaysKind(Token token) => token.IsNumber || KindWords.Contains(token.Stem) || token.Lower is "of" or "different" or "several" or "many" or "either";

    private static bool IsJoint(Token[] tokens, int from, int to)
    {
        if (to <= from || to - from > 3) return false;
        var joins = false;
        for (var index = from; index < to; index++)
        {
            if (tokens[index].Lower is not ("," or "and" or "a" or "an" or "the")) return false;
            joins |= tokens[index].Lower is "," or "and";
        }

        return joins;
    }
}

using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Assembly;

/// <summary>Pairs the variables of two readings of one text by the places where it names them.</summary>
internal static class VariablePairing
{
    /// <summary>For each variable of one reading that of the other; null where they do not pair up one to one.</summary>
    public static int[]? Of(ReadingContext one, ReadingContext other)
    {
        if (one.Count != other.Count) return null;
        // Two contexts of one set are told apart by the goal alone; known variables may not be named at all.
        if (ReferenceEquals(one.Variables, other.Variables)) return [.. Enumerable.Range(0, one.Count)];
        var pairs = new int[one.Count];
        for (var variable = 0; variable < pairs.Length; variable++)
        {
            pairs[variable] = one.Occurrences.Where(place => place.Variable == variable)
                .SelectMany(place => other.VariableAt[place.First..place.End]).FirstOrDefault(found => found >= 0, -1);
            if (pairs[variable] < 0 || Array.IndexOf(pairs, pairs[variable], 0, variable) >= 0) return null;
        }

        return pairs;
    }

    /// <summary>True when each variable has the same position in both readings.</summary>
    public static bool IsSameOrder(int[] pairs) => !pairs.Where((other, variable) => other != variable).Any();
}

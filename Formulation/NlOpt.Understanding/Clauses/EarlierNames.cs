using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>Finds what a clause without names speaks of.</summary>
internal static class EarlierNames
{
    /// <summary>"One of them", "two of the four projects": the list said before, else all variables.</summary>
    public static ImmutableArray<DecisionVariableId> Of(Segment segment, ImmutableArray<DecisionVariableId> earlier)
    {
        ImmutableArray<DecisionVariableId> all = [.. Enumerable.Range(0, segment.VariableCount).Select(variable =>
            new DecisionVariableId(variable))];
        if (segment.Find("of|among|from|out of") is not { } of)
            return segment.Has("@ different|@ distinct|one different") ? all : segment.Has("both|they|them|these|the two|all")
                && earlier.Length > 1 ? earlier : [];
        // "At least two kinds of pills" counts what there is to choose from.
        if (segment.Has("kinds of|types of|sorts of|varieties of|different kinds|different types|different sorts")) return all;
        // "A minimum of two of the three" counts three.
        var index = of.End;
        if (index + 1 < segment.Count && segment.Items[index].Kind == ItemKind.Number && segment.Items[index + 1].Is("of")) index += 2;
        int? size = null;
        while (index < segment.Count
            && (segment.Items[index].IsIn(WordClass.Determiners)
            || segment.Items[index].Is("them", "all", "of", "these", "those", "which", "available", "possible", "candidate", "following",
            "different", "proposed")))
            index++;
        if (index < segment.Count
            && segment.Items[index] is { Kind: ItemKind.Number, Quantity: var quantity }) (size, index) = ((int)quantity!.Value, index + 1);
        var isThem = segment.Items[index - 1].Is("them", "these", "those", "which");
        var isGeneric = index < segment.Count && segment.Items[index].IsIn(WordClass.GenericNouns);
        if (size is { } expected) return earlier.Length == expected ? earlier : all.Length == expected ? all : [];
        if (isThem) return earlier.Length > 1 ? earlier : all.Length > 1 ? all : [];
        return isGeneric && all.Length > 1 ? all : [];
    }
}

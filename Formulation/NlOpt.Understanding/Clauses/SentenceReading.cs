using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Reads one sentence: as a whole, else in two parts where it is joined, each by itself: "if A then B, and at most two of them".
/// </summary>
internal static class SentenceReading
{
    private const double Sure = 0.95;
    private const int MostDepth = 3;
    private const int MostNumbers = 6;
    private const int FewestItems = 3;

    /// <summary>What rules make of a sentence or a part of one.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="from">First item.</param>
    /// <param name="to">One past the last item.</param>
    /// <param name="mentioned">Variables named before, for "one of them".</param>
    /// <param name="depth">How often it may still be cut.</param>
    public static ClauseReading Read(Segment sentence, int from, int to, IReadOnlyList<int> mentioned, int depth = MostDepth)
    {
        var whole = Whole(sentence, from, to, mentioned);
        if (!whole.Clauses.IsEmpty || depth == 0) return whole;
        // A charge is told loosely: what is joined to it may say something of its own.
        var (parts, isWhole) = Parts(sentence, from, to, mentioned, depth);
        return isWhole || parts.Size > whole.Size ? parts : whole;
    }

    /// <summary>The best cut in two: where both parts say something before where only one does, at a plain joint before a bare "and".</summary>
    private static (ClauseReading Reading, bool IsWhole) Parts(Segment sentence, int from, int to, IReadOnlyList<int> mentioned, int depth)
    {
        var (best, bestRank) = (ClauseReading.None, (IsWhole: false, Size: 0));
        for (var index = from + 2; index < to - 2; index++)
        {
            if (JoinAt(sentence, index) is not { } join || !IsSaying(sentence, from, index) || !IsSaying(sentence, join.Next, to)) continue;
            var left = Whole(sentence, from, index, mentioned);
            // "A cart holds 40 litres, and at least 2 of these are needed": two carts.
            var said = ListOf(sentence, from, index) is { Count: > 0 } list && (list.Count > 1 || HasNumber(sentence, from, index))
                ? list : mentioned;
            var right = Read(sentence, join.Next, to, said, depth - 1);
            // A bare "and" may join names: it parts sayings only where the other one says something of its own.
            if (!join.IsPlain && left.IsEmpty && !HasNumber(sentence, from, index)) continue;
            if (!join.IsPlain && right.IsEmpty && !HasNumber(sentence, join.Next, to)) continue;
            var both = new ClauseReading(left.Clauses.AddRange(right.Clauses), left.Charges.AddRange(right.Charges));
            var rank = (IsWhole: join.IsPlain && !left.IsEmpty && !right.IsEmpty, both.Size);
            if (both.IsEmpty || rank.CompareTo(bestRank) <= 0) continue;
            (best, bestRank) = (both, rank);
        }

        return (best, bestRank.IsWhole);
    }

    private static ClauseReading Whole(Segment sentence, int from, int to, IReadOnlyList<int> mentioned)
    {
        while (to > from && sentence.Items[to - 1].Is(".", "!", ";", ",", ":")) to--;
        while (from < to && sentence.Items[from].Is("-", "*", "•", ",", ")", "and", "but", "also", "then", "while", "though")) from++;
        if (to - from < FewestItems || sentence.Numbers(from, to).Count() > MostNumbers) return ClauseReading.None;
        var (first, end) = (sentence.Items[from].First, sentence.Items[to - 1].End);
        ImmutableArray<DecisionVariableId> earlier = [.. mentioned.Distinct().Select(variable => new DecisionVariableId(variable))];
        foreach (var (start, stop) in ClauseCores.Of(sentence, from, to))
        {
            var segment = sentence.Part(start, stop);
            if (FixedCharges.Read(segment) is { IsEmpty: false } charges) return new ClauseReading([], charges);
            if (sentence.VariableCount < 2 || Statements(segment, earlier) is not { IsEmpty: false } statements) continue;
            var numbers = segment.Numbers(0, segment.Count).ToImmutableArray();
            return new ClauseReading([.. statements.Select(statement =>
                new RegularClause(statement with { Probability = Sure }, first, end, numbers))], []);
        }

        return ClauseReading.None;
    }

    private static ImmutableArray<Statement> Statements(Segment segment, ImmutableArray<DecisionVariableId> earlier)
    {
        if (PerPieceClauses.Read(segment) is { } perPiece) return [perPiece];
        if (ConditionalAmounts.Read(segment) is { IsEmpty: false } amounts) return amounts;
        if (ConditionalClauses.Read(segment) is { } conditional) return [conditional];
        return ChoiceClauses.Read(segment, earlier) is { IsEmpty: false } choices ? choices : SumClauses.Read(segment);
    }

    /// <summary>Where the part behind a joint begins, and whether the joint can join nothing but sayings; null where there is no joint.</summary>
    private static (int Next, bool IsPlain)? JoinAt(Segment sentence, int index)
    {
        var items = sentence.Items;
        if (items[index].Is(";", ":")) return (index + 1, true);
        var at = items[index].Is(",") ? index + 1 : index;
        if (at + 2 >= sentence.Count || !items[at].Is("and", "but", "while", "whereas", "however", "though")) return null;
        var isPlain = at > index || !items[at].Is("and") || items[at + 1].Is("if", "unless", "also", "must", "either", "of", "there");
        return (items[at + 1].Is("also") ? at + 2 : at + 1, isPlain);
    }

    private static bool IsSaying(Segment sentence, int from, int to)
    {
        var (hasName, hasVerb) = (false, false);
        for (var index = from; index < to; index++)
        {
            var item = sentence.Items[index];
            hasName |= item.Kind is ItemKind.Variable or ItemKind.Number || item.Is("them", "these");
            hasVerb |= item.Is("is", "are") || item.IsIn(WordClass.Duties) || item.IsIn(WordClass.Permissions)
                || VerbPlaces.IsVerb(sentence.Items, from, index);
        }

        return hasName && hasVerb;
    }

    private static bool HasNumber(Segment sentence, int from, int to) => sentence.Numbers(from, to).Any();

    /// <summary>The last list of names of a part; the names of all of it where there is no list.</summary>
    private static List<int> ListOf(Segment sentence, int from, int to)
    {
        var list = VariableGroup.ReadAll(sentence.Items, from, to)?.FindLast(group => group.Members.Length > 1);
        return list is null
            ? [.. sentence.Items.Take(to).Skip(from).SelectMany(item => item.Variables)]
            : [.. list.Variables.Select(variable => variable.Index)];
    }
}

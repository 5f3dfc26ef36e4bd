using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Reads what must be there of one thing for so many pieces of another: "for every table, there must be at least four chairs", "no more than two
/// trainers per receptionist", "one adult for every six children".
/// </summary>
internal static class PerPieceClauses
{
    private const int LatestNumber = 8;
    private const int MostBetween = 3;

    /// <summary>What a clause says; null where it is nothing of the kind.</summary>
    public static Statement.Comparison? Read(Segment segment)
    {
        var items = segment.Items;
        if (PerAt(items) is not { } per || segment.Groups is not [{ Variables: [var one] } first, { Variables: [var two] } second] || one == two) return null;
        // "For every table, four chairs" tells the pieces first, "four chairs for every table" last.
        var isFirst = per.First <= 1;
        var (piece, pieces, other, others) = isFirst ? (one, first, two, second) : (two, second, one, first);
        if (isFirst ? pieces.First < per.End : !(others.End <= per.First && per.First - others.End <= MostBetween && pieces.First >= per.End)) return null;
        if (pieces.First - per.End > MostBetween || NumberOf(items, per.End, pieces.First) is not { } divisor) return null;
        var from = isFirst ? pieces.End : 0;
        if (others.First - from > LatestNumber || NumberOf(items, Math.Max(from, others.First - MostBetween), others.First) is not { } count) return null;
        // Every number of the clause must have been understood.
        if (items.Count(item => item.Kind == ItemKind.Number) != count.Numbers + divisor.Numbers) return null;
        if (Operator(segment) is not { } comparison) return null;
        var (start, end) = isFirst ? (divisor.First, count.End) : (count.First, divisor.End);
        var factor = divisor.Value == 1 ? new SourcedNumber(count.Value, new Evidence(count.First, count.End))
            : new SourcedNumber(count.Value / divisor.Value, new Evidence(start, end));
        return new Statement.Comparison(other, comparison, factor, piece);
    }

    /// <summary>"For every", "per": its items; null where there is none, or several.</summary>
    private static (int First, int End)? PerAt(List<ClauseItem> items)
    {
        (int, int)? found = null;
        for (var index = 0; index < items.Count; index++)
        {
            var isEach = items[index].Is("every", "each") && index > 0 && items[index - 1].Is("for", "to", "with");
            if (!isEach && !items[index].Is("per")) continue;
            if (found is not null) return null;
            found = (isEach ? index - 1 : index, index + 1);
        }

        return found;
    }

    /// <summary>How many are said right before a name: a number or "one"; 1 where none is, null where it is an amount of another kind.</summary>
    private static (double Value, int First, int End, int Numbers)? NumberOf(List<ClauseItem> items, int from, int to)
    {
        for (var index = to - 1; index >= from; index--)
        {
            var item = items[index];
            if (item.Kind == ItemKind.Number)
                return item.Quantity is { IsPercent: false, IsMoney: false, IsFraction: false, IsMultiple: false, Value: > 0 } quantity
                    ? (quantity.Value, quantity.First, quantity.End, 1) : null;
            if (item.Is("one", "a", "an", "single")) return (1, item.First, item.End, 0);
            // "Two full-time trainers", but not "two hours of trainers".
            if (item.Is("of", "than", "for") || item.Kind != ItemKind.Word) break;
        }

        return to > 0 ? (1, items[to - 1].First, items[to - 1].End, 0) : null;
    }

    private static ComparisonOperator? Operator(Segment segment)
    {
        var isNegated = segment.Items.Exists(AmountLimit.IsNegation);
        if (segment.Has("at most|no more than|not more than|up to|a maximum of|maximum of|not exceed|no greater than")
            || (isNegated && segment.Has("more than|exceed|over|above"))) return ComparisonOperator.AtMost;
        if (segment.Has("exactly|precisely")) return isNegated ? null : ComparisonOperator.Equal;
        if (segment.Has("at least|no fewer than|no less than|a minimum of|minimum of|or more")
            || (isNegated && segment.Has("fewer than|less than|below"))) return ComparisonOperator.AtLeast;
        var isDuty = segment.Items.Exists(item => item.IsIn(WordClass.Duties)
            || item.Is("need", "needs", "want", "wants", "require", "requires", "required"));
        return isDuty && !isNegated ? ComparisonOperator.AtLeast : null;
    }
}

using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>Reads what must be there of one thing for every piece of another: "for every table, there must be at least four chairs".</summary>
internal static class PerPieceClauses
{
    private const int LatestNumber = 8;

    /// <summary>What a clause says; null where it is nothing of the kind.</summary>
    public static Statement.Comparison? Read(Segment segment)
    {
        var items = segment.Items;
        if (!segment.Starts("for every #|for each #") || items.Exists(AmountLimit.IsNegation)) return null;
        if (segment.Groups is not [{ Variables: [var piece] } first, { Variables: [var other] } second]
            || piece == other) return null;
        var at = items.FindIndex(item => item.Kind == ItemKind.Number);
        if (at < first.End || second.First != at + 1 || items.FindIndex(at + 1, item => item.Kind == ItemKind.Number) >= 0) return null;
        if (items[at].Quantity is not { IsPercent: false, IsMoney: false, Value: > 0 } factor) return null;
        if (at - first.End > LatestNumber || !items.Take(at).Skip(first.End).Any(item => item.IsIn(WordClass.Duties))) return null;
        var comparison = segment.Has("at most|no more than|up to|a maximum of") ? ComparisonOperator.AtMost
            : segment.Has("exactly|precisely") ? ComparisonOperator.Equal : ComparisonOperator.AtLeast;
        return new Statement.Comparison(other, comparison, ClauseNumbers.Of(factor), piece);
    }
}

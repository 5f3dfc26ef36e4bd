using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>
/// Pairs the gold rows that were missed with the wrong predicted rows that look like attempts at them, the closest kind of miss first, so
/// that an error is called a wrong operator rather than one missing and one spurious row.
/// </summary>
internal sealed class RowPairing
{
    private static readonly ImmutableArray<(ErrorKind Kind, Func<ComparedRow, ComparedRow, bool> Fits)> Misses =
    [
        (ErrorKind.Operator, (gold, predicted) => gold.Canonical!.IsOppositeOf(predicted.Canonical!)),
        (ErrorKind.LimitValue, (gold, predicted) => gold.Canonical!.HasCoefficientsOf(predicted.Canonical!)),
        (ErrorKind.ComparisonOrder, (gold, predicted) => IsComparison(gold) && IsComparison(predicted) && SameColumns(gold, predicted)),
        (ErrorKind.Coefficients, (gold, predicted) => gold.Type == predicted.Type && gold.Canonical!.HasLimitOf(predicted.Canonical!)),
        (ErrorKind.RowType, (gold, predicted) => IsOtherType(gold, predicted) && SameNonzeroLimit(gold, predicted)),
        (ErrorKind.RowType, (gold, predicted) => IsOtherType(gold, predicted) && SameColumns(gold, predicted)),
    ];

    /// <summary>Pairs the rows of a comparison.</summary>
    public RowPairing(SemanticComparison comparison)
    {
        var missed = comparison.GoldRows.Where(row => !comparison.IsMatched(row)).ToList();
        var wrong = comparison.PredictedRows.Where(row => !comparison.IsRight(row)).ToList();
        var pairs = new List<(ErrorKind, ComparedRow, ComparedRow)>();
        foreach (var (kind, fits) in Misses)
        {
            foreach (var gold in missed.ToList())
            {
                if (wrong.Find(row => row.Canonical is not null && fits(gold, row)) is not { } predicted) continue;
                pairs.Add((kind, gold, predicted));
                missed.Remove(gold);
                wrong.Remove(predicted);
            }
        }

        (Pairs, Missing, Spurious) = ([.. pairs], [.. missed], [.. wrong]);
    }

    /// <summary>The near misses.</summary>
    public ImmutableArray<(ErrorKind Kind, ComparedRow Gold, ComparedRow Predicted)> Pairs { get; }

    /// <summary>Gold rows without any attempt.</summary>
    public ImmutableArray<ComparedRow> Missing { get; }

    /// <summary>Wrong predicted rows that are no attempt at a gold row.</summary>
    public ImmutableArray<ComparedRow> Spurious { get; }

    private static bool IsComparison(ComparedRow row) => row.Type is "xy" or "xby";

    private static bool IsOtherType(ComparedRow gold, ComparedRow predicted) => gold.Type != predicted.Type;

    // Limits of zero are the mark of comparisons and shares, not of one number read twice.
    private static bool SameNonzeroLimit(ComparedRow gold, ComparedRow predicted) =>
        gold.Canonical!.Limit != 0 && gold.Canonical.HasLimitOf(predicted.Canonical!);

    private static bool SameColumns(ComparedRow gold, ComparedRow predicted) => gold.Canonical!.Columns.SequenceEqual(predicted.Canonical!.Columns);
}

namespace NlOpt.Understanding.Decoding;

/// <summary>
/// The factors of a whole reading and their weights: the one decision is the reading with the highest weighted sum. Log probabilities of all
/// local decisions come first, then what only shows in the whole (unused columns, gaps, repetition, a missing limit).
/// </summary>
/// <param name="Values">One weight a factor.</param>
internal sealed record GlobalWeights(double[] Values)
{
    /// <summary>Names of the factors, by position.</summary>
    public static readonly string[] Names =
    [
        "log variable set", "preferred variable set", "log roles", "log attachments", "log columns", "log objective", "log limits", "log operators",
        "log comparisons", "unused complete columns", "unused incomplete columns", "incomplete columns", "repeated targets", "unused numbers",
        "no limit", "nothing stops growth", "nothing forces effort", "variables without coefficient", "variables beyond two", "fewer than two variables",
        "names never said", "unnamed mention tags", "mixed columns", "columns of one noun", "limits of the column's noun", "limits of another noun",
        "contradicting bounds", "repeated rows", "shared coefficients", "limits below a coefficient", "limits of the objective", "bounds in percent",
        "sums measured like a column", "joined limits apart", "told apart by clauses", "clauses", "logic left unread",
    ];

    /// <summary>Weights to start from, by judgement.</summary>
    public static GlobalWeights Default { get; } = new(
        [1, 0.5, 1, 1, 1, 1, 1, 1, 0.5, -2, -1, -1.2, -0.7, 0, -1, -1, -0.5, -1, 0, -2, -1, -0.1, -0.5, 0, 0.3, -0.5, -1, -0.5, 0, -0.5, -0.5, -0.5, -0.5, -1, 0.5, 0.5, -0.5]);

    /// <summary>The weighted sum.</summary>
    public double Score(double[] factors)
    {
        double sum = 0;
        for (var index = 0; index < factors.Length; index++) sum += Values[index] * factors[index];
        return sum;
    }
}

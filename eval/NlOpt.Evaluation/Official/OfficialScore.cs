using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>What one problem adds to the official declaration-level mapping accuracy, which is 1 - sum(FP + FN) / sum(D).</summary>
/// <param name="FalsePositives">Wrong declarations, the objective included; at most <paramref name="Declarations"/>.</param>
/// <param name="FalseNegatives">How many fewer different rows were predicted than the gold has.</param>
/// <param name="Declarations">The gold declarations, the objective included.</param>
public readonly record struct OfficialScore(int FalsePositives, int FalseNegatives, int Declarations)
{
    /// <summary>Scores a problem. Numbers are compared exactly, as the metric does.</summary>
    /// <param name="goldObjective">The gold objective vector.</param>
    /// <param name="goldRows">The gold rows.</param>
    /// <param name="objective">The predicted objective vector; null when there is none or it cannot be written in the gold columns.</param>
    /// <param name="rows">The predicted rows; null for a row that cannot be written in the gold columns, which equals no gold row.</param>
    internal static OfficialScore Of(
        ImmutableArray<double> goldObjective,
        ImmutableArray<ImmutableArray<double>> goldRows,
        ImmutableArray<double>? objective,
        ImmutableArray<ImmutableArray<double>?> rows)
    {
        var unique = new List<ImmutableArray<double>>();
        var unwritable = 0;
        foreach (var row in rows)
        {
            if (row is not { } values) unwritable++;
            else if (!unique.Any(other => other.SequenceEqual(values))) unique.Add(values);
        }

        var declarations = 1 + goldRows.Length;
        var wrongObjective = objective is { } vector && vector.SequenceEqual(goldObjective) ? 0 : 1;
        var wrongRows = unwritable + unique.Count(row => !goldRows.Any(gold => gold.SequenceEqual(row)));
        return new(
            Math.Min(wrongObjective + wrongRows, declarations),
            Math.Max(goldRows.Length - unique.Count - unwritable, 0),
            declarations);
    }
}

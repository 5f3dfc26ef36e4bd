using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>Names what is wrong with a prediction.</summary>
internal static class ErrorAnalysis
{
    /// <summary>The errors in the order of <see cref="ErrorKind"/>; empty when the model is right.</summary>
    public static ImmutableArray<ErrorFinding> Of(SemanticComparison comparison, VariableMatching matching, RowPairing pairing)
    {
        if (comparison.ModelRight) return [];
        var errors = new List<ErrorFinding>();
        if (!comparison.VariableCountRight) errors.Add(new(ErrorKind.VariableCount));
        else if (!matching.NamesAgree) errors.Add(new(ErrorKind.VariableNames));
        if (!comparison.SenseRight) errors.Add(new(ErrorKind.ObjectiveSense));
        if (!comparison.ObjectiveRight)
        {
            var isCountWrong = IsCount(comparison.GoldObjective) != IsCount(comparison.PredictedObjective);
            errors.Add(new(isCountWrong ? ErrorKind.ObjectiveCount : ErrorKind.ObjectiveCoefficients));
        }

        foreach (var (kind, gold, predicted) in pairing.Pairs)
            errors.Add(new(kind, gold.Type, kind == ErrorKind.RowType ? predicted.Type : null));
        errors.AddRange(pairing.Missing.Select(row => new ErrorFinding(ErrorKind.Missing, row.Type)));
        errors.AddRange(pairing.Spurious.Select(row => new ErrorFinding(ErrorKind.Spurious, row.Type)));
        return [.. errors.OrderBy(error => error.Kind)];
    }

    private static bool IsCount(ImmutableArray<double>? objective) => objective is { } vector && vector.All(coefficient => coefficient == 1);
}

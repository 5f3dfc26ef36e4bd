using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>A score before and after.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Before">Its value before; null when it had none.</param>
/// <param name="After">Its value after; null when it has none.</param>
public readonly record struct ScoreChange(string Id, double? Before, double? After)
{
    /// <summary>After less before; null unless both have a value.</summary>
    public double? Difference => After - Before;
}

/// <summary>What changed from one report to another, over the problems that both measured.</summary>
/// <param name="Problems">Number of problems that both measured; all scores here are over these alone.</param>
/// <param name="Scores">Every score of either report.</param>
/// <param name="ToRight">Ids of the problems whose model became right.</param>
/// <param name="ToWrong">Ids of the problems whose model became wrong.</param>
/// <param name="ExecutionToRight">Ids of the problems whose integer optimum became right.</param>
/// <param name="ExecutionToWrong">Ids of the problems whose integer optimum became wrong.</param>
public sealed record ReportComparison(
    int Problems,
    ImmutableArray<ScoreChange> Scores,
    ImmutableArray<string> ToRight,
    ImmutableArray<string> ToWrong,
    ImmutableArray<string> ExecutionToRight,
    ImmutableArray<string> ExecutionToWrong)
{
    /// <summary>Compares two reports.</summary>
    /// <returns>
    /// The comparison, with the warning <c>eval.other-labels</c> when the data sets differ and <c>eval.other-problems</c> when a problem
    /// stands in one report only; or the error <c>eval.nothing-shared</c>.
    /// </returns>
    public static Result<ReportComparison> Of(EvaluationReport before, EvaluationReport after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var earlier = before.Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal);
        var pairs = after.Items.Where(item => earlier.ContainsKey(item.Id)).Select(item => (Before: earlier[item.Id], After: item)).ToList();
        if (pairs.Count == 0)
            return Result.Failure<ReportComparison>(Diagnostic.Error("eval.nothing-shared", "the two reports have no problem in common"));

        var warnings = ImmutableArray.CreateBuilder<Diagnostic>();
        if (before.DatasetSha256 != after.DatasetSha256)
            warnings.Add(Diagnostic.Warning("eval.other-labels", "the two reports were made with different files of labels"));
        if (pairs.Count < before.Items.Length || pairs.Count < after.Items.Length)
            warnings.Add(Diagnostic.Warning("eval.other-problems", $"only the {pairs.Count} problems that both reports hold are compared"));
        var oldScores = ScoreTable.Of([.. pairs.Select(pair => pair.Before)]).ToDictionary(score => score.Id, score => score.Value);
        var newScores = ScoreTable.Of([.. pairs.Select(pair => pair.After)]).ToDictionary(score => score.Id, score => score.Value);
        return Result.Success(
            new ReportComparison(
                pairs.Count,
                [
                    .. newScores.Keys.Union(oldScores.Keys)
                        .Select(id => new ScoreChange(id, oldScores.GetValueOrDefault(id), newScores.GetValueOrDefault(id))),
                ],
                Changed(item => item.ModelRight, to: true),
                Changed(item => item.ModelRight, to: false),
                Changed(item => item.Integer?.Agrees, to: true),
                Changed(item => item.Integer?.Agrees, to: false)),
            warnings.ToImmutable());

        ImmutableArray<string> Changed(Func<ProblemResult, bool?> isRight, bool to) =>
            [.. pairs.Where(pair => isRight(pair.Before) == !to && isRight(pair.After) == to).Select(pair => pair.After.Id)];
    }
}

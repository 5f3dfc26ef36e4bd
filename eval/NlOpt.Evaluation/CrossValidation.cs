using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NlOpt.Datasets;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>
/// k-fold cross-validation: data sets are joined, the problem at position i of the joined list belongs to fold i modulo k and is read by a
/// system that never saw that fold, so that every score is out of sample.
/// </summary>
public static class CrossValidation
{
    /// <summary>The problems that the system of a fold may be trained on: those of the other folds.</summary>
    /// <param name="splits">The data sets, joined in this order.</param>
    /// <param name="folds">Number of folds.</param>
    /// <param name="fold">The fold to hold out, from 0.</param>
    public static ImmutableArray<Nl4OptProblem> TrainingOf(IReadOnlyList<Nl4OptSplit> splits, int folds, int fold)
    {
        ArgumentNullException.ThrowIfNull(splits);
        return [.. Joined(splits).Where((_, index) => index % folds != fold)];
    }

    /// <summary>Measures, fold by fold.</summary>
    /// <param name="splits">The data sets, joined in this order; at least one.</param>
    /// <param name="folds">Number of folds, at least 2 and at most the number of problems.</param>
    /// <param name="chosen">The folds to measure, each in [0, <paramref name="folds"/>); null for all.</param>
    /// <param name="systemOf">
    /// The system for a fold; asked once a fold, in order. It must be one that was trained on <see cref="TrainingOf"/> and nothing else of these data. It
    /// may throw when the token is cancelled.
    /// </param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run early: the report then holds what was measured by then.</param>
    /// <returns>The reports, errors as for <see cref="EvaluationRun.Execute"/>, or those of <paramref name="systemOf"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of folds makes no sense.</exception>
    public static Result<CrossValidationReport> Execute(
        IReadOnlyList<Nl4OptSplit> splits,
        int folds,
        IReadOnlyCollection<int>? chosen,
        Func<int, Result<EvaluationSystem>> systemOf,
        EvaluationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(splits);
        ArgumentNullException.ThrowIfNull(systemOf);
        ArgumentOutOfRangeException.ThrowIfZero(splits.Count, nameof(splits));
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, splits.Sum(split => split.Problems.Length));
        options ??= new EvaluationOptions();
        var held = Joined(splits).Select((problem, index) => (Problem: problem, Fold: index % folds, Split: SplitOf(splits, index)))
            .Where(item => chosen is null || chosen.Contains(item.Fold)).ToImmutableArray();
        var references = EvaluationRun.References(held.Select(item => item.Problem));
        if (!references.TryGetValue(out var gold)) return Result.Failure<CrossValidationReport>(references.Diagnostics);
        var items = new ItemCollector(gold.Length, options.Progress);
        var name = "";
        for (var fold = 0; fold < folds && !cancellationToken.IsCancellationRequested; fold++)
        {
            var indices = Enumerable.Range(0, held.Length).Where(index => held[index].Fold == fold).ToList();
            if (indices.Count == 0) continue;
            try
            {
                var found = systemOf(fold);
                if (!found.TryGetValue(out var system)) return Result.Failure<CrossValidationReport>(found.Diagnostics);
                name = system.Name;
                EvaluationRun.Measure(gold, indices, system, options, items, cancellationToken, fold);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
        }

        var all = splits.Count == 1 ? splits[0] : new Nl4OptSplit(string.Join(" + ", splits.Select(split => split.Name)), [], Checksum(splits), null);
        return Result.Success(new CrossValidationReport(Report(all, _ => true), [.. splits.Select((split, position) => Report(split, item => item == position))]));

        EvaluationReport Report(Nl4OptSplit split, Func<int, bool> belongs)
        {
            var indices = Enumerable.Range(0, held.Length).Where(index => belongs(held[index].Split)).ToList();
            var measured = split with { Problems = [.. indices.Select(index => held[index].Problem)] };
            return EvaluationRun.Report(measured, name, inSample: false, folds, items.At(indices), options.Errata);
        }
    }

    private static IEnumerable<Nl4OptProblem> Joined(IEnumerable<Nl4OptSplit> splits) => splits.SelectMany(split => split.Problems);

    private static int SplitOf(IReadOnlyList<Nl4OptSplit> splits, int index)
    {
        var split = 0;
        for (; index >= splits[split].Problems.Length; split++) index -= splits[split].Problems.Length;
        return split;
    }

    private static string Checksum(IEnumerable<Nl4OptSplit> splits) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', splits.Select(split => split.Sha256)))));
}

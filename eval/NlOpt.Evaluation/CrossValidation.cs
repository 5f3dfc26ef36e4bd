using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>
/// k-fold cross-validation: the problem at position i belongs to fold i modulo k and is read by a system trained on the other folds, so that
/// every score is out of sample.
/// </summary>
public static class CrossValidation
{
    /// <summary>Runs it, fold by fold.</summary>
    /// <param name="split">The problems.</param>
    /// <param name="folds">Number of folds, at least 2 and at most the number of problems.</param>
    /// <param name="train">
    /// Trains a system on the problems of the other folds; called once a fold, in order. It may throw when the token is cancelled.
    /// </param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run early: the report then holds what was measured by then.</param>
    /// <returns>One report over all problems, or errors as for <see cref="EvaluationRun.Execute"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of folds makes no sense.</exception>
    public static Result<EvaluationReport> Execute(
        Nl4OptSplit split,
        int folds,
        Func<ImmutableArray<Nl4OptProblem>, EvaluationSystem> train,
        EvaluationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, split.Problems.Length);
        options ??= new EvaluationOptions();
        var references = EvaluationRun.References(split);
        if (!references.TryGetValue(out var gold)) return Result.Failure<EvaluationReport>(references.Diagnostics);
        var items = new ItemCollector(gold.Length, options.Progress);
        var name = "";
        for (var fold = 0; fold < folds && !cancellationToken.IsCancellationRequested; fold++)
        {
            EvaluationSystem system;
            try
            {
                system = train([.. split.Problems.Where((_, index) => index % folds != fold)]);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            name = system.Name;
            var held = Enumerable.Range(0, gold.Length).Where(index => index % folds == fold);
            EvaluationRun.Measure(gold, held, system, options, items, cancellationToken);
        }

        return Result.Success(EvaluationRun.Report(split, name, inSample: false, folds, items.Items, options.Errata));
    }
}

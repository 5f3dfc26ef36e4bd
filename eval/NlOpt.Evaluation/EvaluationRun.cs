using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>Runs a system on a data set. The system sees documents only: no labels, ids or names of variables.</summary>
public static class EvaluationRun
{
    /// <summary>Measures a system.</summary>
    /// <param name="split">The problems.</param>
    /// <param name="system">The system.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the run early: the report then holds what was measured by then.</param>
    /// <returns>
    /// The report; its items do not depend on the parallelism, times aside. Or <c>eval.gold-number</c> for labels that are no numbers.
    /// </returns>
    public static Result<EvaluationReport> Execute(
        Nl4OptSplit split, EvaluationSystem system, EvaluationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(system);
        options ??= new EvaluationOptions();
        var references = References(split.Problems);
        if (!references.TryGetValue(out var gold)) return Result.Failure<EvaluationReport>(references.Diagnostics);
        var items = new ItemCollector(gold.Length, options.Progress);
        Measure(gold, Enumerable.Range(0, gold.Length), system, options, items, cancellationToken);
        return Result.Success(Report(split, system.Name, system.TrainingChecksums.Contains(split.Sha256), null, items.Items, options.Errata));
    }

    internal static Result<ImmutableArray<ReferenceModel>> References(IEnumerable<Nl4OptProblem> problems)
    {
        var references = problems.Select(ReferenceModel.Of).ToList();
        var errors = references.Where(reference => !reference.IsSuccess).SelectMany(reference => reference.Diagnostics).ToImmutableArray();
        return errors.IsEmpty
            ? Result.Success(references.Select(reference => reference.Value).ToImmutableArray())
            : Result.Failure<ImmutableArray<ReferenceModel>>(errors);
    }

    internal static void Measure(
        ImmutableArray<ReferenceModel> gold,
        IEnumerable<int> indices,
        EvaluationSystem system,
        EvaluationOptions options,
        ItemCollector items,
        CancellationToken cancellationToken,
        int? fold = null)
    {
        var scorer = new ProblemScorer(system, options.Execution, options.Clock);
        try
        {
            Parallel.ForEach(
                indices,
                new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
                index => items.Add(index, scorer.Score(gold[index], cancellationToken) with { Fold = fold }));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was measured by then is kept; the report says that it is not complete.
        }
    }

    internal static EvaluationReport Report(
        Nl4OptSplit split, string system, bool inSample, int? folds, ImmutableArray<ProblemResult> items, Errata errata)
    {
        var listed = items.Select(item => errata.Find(item.Id)).OfType<Erratum>().ToImmutableArray();
        var clean = listed.IsEmpty ? items : [.. items.Where(item => errata.Find(item.Id) is null)];
        return new EvaluationReport
        {
            Version = EvaluationReport.CurrentVersion,
            Dataset = split.Name,
            DatasetSha256 = split.Sha256,
            ProblemCount = split.Problems.Length,
            System = system,
            InSample = inSample,
            Folds = folds,
            Scores = ScoreTable.Of(items),
            ScoresWithoutErrata = listed.IsEmpty ? null : ScoreTable.Of(clean),
            Doubt = DoubtMeasures.Of(items),
            DoubtWithoutErrata = listed.IsEmpty ? null : DoubtMeasures.Of(clean),
            Errata = listed,
            Errors = ErrorFrequency.Of(items),
            Confusion = TypeConfusion.Of(items),
            Timing = Timing.Of(items.Select(item => item.Milliseconds)),
            Items = items,
        };
    }
}

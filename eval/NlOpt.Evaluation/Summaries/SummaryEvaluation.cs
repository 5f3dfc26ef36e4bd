using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Datasets.Dialogues;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>
/// Text of another author: summaries that agents gave of NL4Opt problems are read, and compared with the labels of the problem. A summary belongs
/// to the fold of its problem, so that it is read by a system that saw neither.
/// </summary>
public static class SummaryEvaluation
{
    /// <summary>A summary with its problem, which bears the text of the summary, and the position of the problem in the joined data.</summary>
    private sealed record Item(ProblemDialogue Dialogue, Nl4OptProblem Problem, int Position);

    /// <summary>Measures.</summary>
    /// <param name="splits">The data sets whose problems the dialogues are about, joined in this order.</param>
    /// <param name="dialogues">The dialogues; those without a summary are left out.</param>
    /// <param name="folds">Number of folds.</param>
    /// <param name="chosen">The folds to measure; null for all.</param>
    /// <param name="systemOf">The system for a fold, as for <see cref="CrossValidation.Execute"/>.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <param name="textOf">What the system reads of a dialogue; null for those to leave out. Used from many threads. Null for the summary.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// The report; or <c>dialogues.problem</c> for a dialogue about no problem of the data, errors as for
    /// <see cref="EvaluationRun.Execute"/>, or those of <paramref name="systemOf"/>.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Result<SummaryReport> Execute(
        IReadOnlyList<Nl4OptSplit> splits,
        IEnumerable<ProblemDialogue> dialogues,
        int folds,
        IReadOnlyCollection<int>? chosen,
        Func<int, Result<EvaluationSystem>> systemOf,
        EvaluationOptions? options = null,
        Func<ProblemDialogue, EvaluationSystem, string?>? textOf = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(splits);
        ArgumentNullException.ThrowIfNull(dialogues);
        ArgumentNullException.ThrowIfNull(systemOf);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        options ??= new EvaluationOptions();
        var joined = splits.SelectMany(split => split.Problems).ToImmutableArray();
        var placed = PlacedDialogue.Place(joined, textOf is null ? dialogues.Where(dialogue => dialogue.Summary is not null) : dialogues);
        if (!placed.TryGetValue(out var all)) return Result.Failure<SummaryReport>(placed.Diagnostics);
        all = [.. all.Where(dialogue => chosen is null || chosen.Contains(dialogue.Position % folds))];
        var systems = new Dictionary<int, EvaluationSystem>();
        foreach (var fold in all.Select(dialogue => dialogue.Position % folds).Distinct().Order())
        {
            var found = systemOf(fold);
            if (!found.TryGetValue(out var system)) return Result.Failure<SummaryReport>(found.Diagnostics);
            systems[fold] = system;
        }

        ImmutableArray<Item> items = [.. all.AsParallel().AsOrdered().WithDegreeOfParallelism(options.Parallelism).WithCancellation(cancellationToken)
            .Select(one => ItemOf(one, joined, textOf is null ? one.Dialogue.Summary : textOf(one.Dialogue, systems[one.Position % folds])))
            .OfType<Item>()];
        var statements = items.DistinctBy(item => item.Position).ToImmutableArray();
        var gold = EvaluationRun.References([.. items.Select(item => item.Problem), .. statements.Select(item => joined[item.Position])]);
        if (!gold.TryGetValue(out var references)) return Result.Failure<SummaryReport>(gold.Diagnostics);
        ImmutableArray<int> positions = [.. items.Concat(statements).Select(item => item.Position)];
        var collected = new ItemCollector(references.Length, options.Progress);
        foreach (var fold in positions.Select(position => position % folds).Distinct().Order())
        {
            var indices = Enumerable.Range(0, positions.Length).Where(index => positions[index] % folds == fold);
            EvaluationRun.Measure(references, indices, systems[fold], options, collected, cancellationToken, fold);
        }

        var name = systems.Count == 0 ? "" : systems[systems.Keys.Max()].Name;
        cancellationToken.ThrowIfCancellationRequested();
        var bestProblems = items.Where(IsBest).Select(item => item.Position).ToHashSet();
        var errata = options.Errata.Under(items.Select(item => (item.Problem.Id, joined[item.Position].Id)));
        return Result.Success(new SummaryReport(
            Summaries("summaries rated best", IsBest),
            Statements("statements of their problems", item => bestProblems.Contains(item.Position)),
            Summaries("all summaries", _ => true),
            Statements("statements of all their problems", _ => true)));

        EvaluationReport Summaries(string what, Func<Item, bool> belongs) => Report(what, items, 0, belongs, errata);

        EvaluationReport Statements(string what, Func<Item, bool> belongs) => Report(what, statements, items.Length, belongs, options.Errata);

        EvaluationReport Report(string what, ImmutableArray<Item> from, int offset, Func<Item, bool> belongs, Errata listed)
        {
            var indices = Enumerable.Range(0, from.Length).Where(index => belongs(from[index])).ToList();
            var split = new Nl4OptSplit(what, [.. indices.Select(index => from[index].Problem)], splits[0].Sha256, null);
            return EvaluationRun.Report(split, name, inSample: false, folds, collected.At(indices.Select(index => offset + index)), listed);
        }
    }

    private static bool IsBest(Item item) => item.Dialogue.Rating is { IsBest: true };

    private static Item? ItemOf(PlacedDialogue placed, ImmutableArray<Nl4OptProblem> problems, string? text) => text is { Length: > 0 }
        ? new Item(placed.Dialogue, problems[placed.Position] with { Id = placed.Dialogue.Id, Text = text, Entities = null }, placed.Position)
        : null;
}

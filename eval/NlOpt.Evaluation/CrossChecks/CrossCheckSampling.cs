using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Datasets.Generation;
using NlOpt.Understanding.Weights;

namespace NlOpt.Evaluation;

/// <summary>Chooses problems for the cross-check: labels known to be wrong are left out, and so are those that no formulation can say.</summary>
public static class CrossCheckSampling
{
    /// <summary>Chooses problems of NL4Opt.</summary>
    /// <param name="splits">The data sets, joined in this order.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="seed">Another seed chooses others.</param>
    /// <param name="weightsOf">Weights that never saw the problem at a position of the joined list; null where there are none.</param>
    /// <param name="errata">The problems to leave out.</param>
    public static ImmutableArray<CrossCheckProblem> Choose(
        IReadOnlyList<Nl4OptSplit> splits, int count, int seed, Func<int, ReaderWeights?> weightsOf, Errata errata)
    {
        ArgumentNullException.ThrowIfNull(splits);
        ArgumentNullException.ThrowIfNull(weightsOf);
        ArgumentNullException.ThrowIfNull(errata);
        var joined = splits.SelectMany(split => split.Problems.Select(problem => (Split: split.Name, Problem: problem))).Index()
            .Where(item => errata.Find(item.Item.Problem.Id) is null).ToArray();
        new Random(seed).Shuffle(joined);
        var chosen = new List<(int Index, CrossCheckProblem Problem)>();
        foreach (var (index, (split, problem)) in joined)
        {
            if (chosen.Count >= count) break;
            if (weightsOf(index) is { } weights && GoldFormulations.Of(problem) is { } gold) chosen.Add(
                (index, new CrossCheckProblem(problem.Id, split, gold, weights)));
        }

        return [.. chosen.OrderBy(item => item.Index).Select(item => item.Problem)];
    }

    /// <summary>Generated problems with logic, from words that readers may learn from but of a seed of their own.</summary>
    /// <param name="generator">Makes them.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed; not one of those that the reader's training uses.</param>
    /// <param name="weights">The reader's weights.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImmutableArray<CrossCheckProblem> Logic(
        ProblemGenerator generator, int count, int seed, ReaderWeights weights, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(generator);
        var options = new GenerationOptions { Count = count, Seed = seed, Templates = GenerationOptions.LogicTemplateIds };
        return [.. generator.Generate(options, cancellationToken: cancellationToken)
            .Select(problem => new CrossCheckProblem(problem.Id, "generated", GoldFormulations.Of(problem), weights))];
    }
}

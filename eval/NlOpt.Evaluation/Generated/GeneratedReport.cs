using System.Collections.Immutable;
using NlOpt.Datasets.Generation;

namespace NlOpt.Evaluation;

/// <summary>How generated problems were read.</summary>
/// <param name="System">Name of the system.</param>
/// <param name="Sha256">Checksum of the file of problems.</param>
/// <param name="Items">The problems in the order of the file.</param>
public sealed record GeneratedReport(string System, string Sha256, ImmutableArray<GeneratedResult> Items)
{
    /// <summary>Right whole models of all.</summary>
    public Score Whole => ScoreOf("model-accuracy", Items);

    /// <summary>Right whole models of the problems that hold a logic template.</summary>
    public Score Logic => ScoreOf("model-accuracy/logic", Items.Where(HasLogic));

    /// <summary>Right whole models of the others.</summary>
    public Score Plain => ScoreOf("model-accuracy/plain", Items.Where(item => !HasLogic(item)));

    /// <summary>Right whole models by template, the worst first; a problem counts for each of its templates.</summary>
    public ImmutableArray<Score> ByTemplate => By(problem => problem.Templates);

    /// <summary>The same by domain.</summary>
    public ImmutableArray<Score> ByDomain => By(problem => [problem.Domain]);

    /// <summary>The same by phenomenon.</summary>
    public ImmutableArray<Score> ByPhenomenon => By(problem => problem.Phenomena);

    /// <summary>Errors with the number of problems they occur in, the most frequent first.</summary>
    public ImmutableArray<(string Error, int Problems)> Errors =>
    [
        .. Items.SelectMany(item => item.Errors.Distinct()).CountBy(error => error).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, pair.Value)),
    ];

    /// <summary>Times of the readings.</summary>
    public Timing Timing => Timing.Of(Items.Select(item => item.Milliseconds));

    /// <summary>Whether confidences are what they say.</summary>
    public Reliability Reliability => Reliability.Of(Items.Where(item => item.Probability is not null).Select(item => (item.Probability!.Value, item.IsRight)));

    private static bool HasLogic(GeneratedResult item) => item.Problem.Templates.Any(GenerationOptions.LogicTemplateIds.Contains);

    private static Score ScoreOf(string id, IEnumerable<GeneratedResult> items)
    {
        var all = items.ToList();
        return Score.OfProblems(id, all.Count(item => item.IsRight), all.Count);
    }

    private ImmutableArray<Score> By(Func<GeneratedProblem, ImmutableArray<string>> groups) =>
    [
        .. Items.SelectMany(item => groups(item.Problem).Select(group => (Group: group, Item: item))).GroupBy(pair => pair.Group, pair => pair.Item)
            .Select(group => ScoreOf(group.Key, group)).OrderBy(score => score.Value).ThenBy(score => score.Id, StringComparer.Ordinal),
    ];
}

using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>Reduces the results of problems to scores.</summary>
internal static class ScoreTable
{
    private static readonly ImmutableArray<string> GoldTypes = ["linear", "sum", "lowerbound", "upperbound", "ratio", "xby", "xy"];

    /// <summary>Every score, in the order of docs/reference/evaluation.md.</summary>
    public static ImmutableArray<Score> Of(IReadOnlyCollection<ProblemResult> results)
    {
        var scores = new List<Score>
        {
            Official(results),
            Share("model-accuracy", result => result.ModelRight),
            Share("objective-accuracy", result => result.ObjectiveRight),
            Share("sense-accuracy", result => result.SenseRight),
            Share("variable-count-accuracy", result => result.VariableCountRight),
        };
        AddExecution("execution-integer", result => result.Integer);
        AddExecution("execution-continuous", result => result.Continuous);
        var goldRows = results.SelectMany(result => result.GoldRows).ToList();
        var predictedRows = results.SelectMany(result => result.PredictedRows).ToList();
        scores.Add(OfRows("constraint-recall", goldRows));
        scores.Add(OfRows("constraint-precision", predictedRows));
        foreach (var type in GoldTypes) scores.Add(OfRows($"constraint-recall/{type}", goldRows.Where(row => row.Type == type)));
        foreach (var type in GoldTypes) scores.Add(OfRows($"constraint-precision/{type}", predictedRows.Where(row => row.Type == type)));
        var pairs = results.SelectMany(result => result.Types).Where(pair => pair is { Gold: not null, Predicted: not null }).ToList();
        scores.Add(Score.OfParts("type-accuracy", pairs.Count(pair => pair.Gold == pair.Predicted), pairs.Count));
        AddEntities();
        scores.Add(Share("declined", result => result.Outcome == ReadingOutcome.Declined));
        scores.Add(Share("failed", result => result.Outcome == ReadingOutcome.Failed));
        return [.. scores];

        Score Share(string id, Func<ProblemResult, bool> isRight) => Score.OfProblems(id, results.Count(isRight), results.Count);

        void AddExecution(string id, Func<ProblemResult, ExecutionResult?> execution)
        {
            var executed = results.Select(execution).OfType<ExecutionResult>().ToList();
            if (executed.Count == 0) return;
            scores.Add(Score.OfProblems(id, executed.Count(result => result.Agrees), executed.Count));
            scores.Add(Score.OfProblems(id + "-loose", executed.Count(result => result.AgreesLoosely), executed.Count));
        }

        void AddEntities()
        {
            var counts = results.Select(result => result.Entities).OfType<EntityCounts>().ToList();
            if (counts.Count == 0) return;
            scores.Add(Score.OfParts("entity-f1", 2.0 * counts.Sum(count => count.Matched), counts.Sum(count => count.Gold + count.Predicted)));
        }
    }

    private static Score OfRows(string id, IEnumerable<RowResult> rows)
    {
        var all = rows.ToList();
        return Score.OfParts(id, all.Count(row => row.IsRight), all.Count);
    }

    private static Score Official(IReadOnlyCollection<ProblemResult> results)
    {
        var declarations = results.Sum(result => result.Official.Declarations);
        var wrong = results.Sum(result => result.Official.FalsePositives + result.Official.FalseNegatives);
        return Score.OfParts("declaration-accuracy", declarations - wrong, declarations);
    }
}

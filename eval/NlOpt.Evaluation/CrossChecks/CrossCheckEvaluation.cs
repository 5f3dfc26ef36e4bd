using System.Collections.Concurrent;
using System.Collections.Immutable;
using NlOpt.Agents.Checking;
using NlOpt.Understanding.Weights;

namespace NlOpt.Evaluation;

/// <summary>
/// Puts right formulations to the cross-check, untouched and with one error each, and counts what is flagged. The errors of one problem are trials of
/// their own, so that each is the only one in its formulation.
/// </summary>
public static class CrossCheckEvaluation
{
    /// <summary>Measures.</summary>
    /// <param name="problems">The right formulations.</param>
    /// <param name="seed">Another seed makes the errors in other places.</param>
    /// <param name="options">How the check is done; null for the defaults.</param>
    /// <param name="run">How the run is done; execution, errata and clock are not used. Null for the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CrossCheckScores Execute(
        IReadOnlyList<CrossCheckProblem> problems, int seed, CrossCheckOptions? options = null, EvaluationOptions? run = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        run ??= new EvaluationOptions();
        var checkers = new ConcurrentDictionary<ReaderWeights, CrossChecker>();
        var trials = new ImmutableArray<CrossCheckTrial>[problems.Count];
        var done = 0;
        Parallel.For(
            0,
            problems.Count,
            new ParallelOptions { MaxDegreeOfParallelism = run.Parallelism, CancellationToken = cancellationToken },
            index =>
            {
                var checker = checkers.GetOrAdd(problems[index].Weights, weights => new CrossChecker(weights, options));
                trials[index] = [.. Trials(problems[index], unchecked(seed * 7919 + index), checker, cancellationToken)];
                run.Progress?.Invoke(new EvaluationProgress(
                    Interlocked.Increment(ref done), trials.Length, problems[index].Id, !trials[index][0].IsFlagged));
            });
        return new CrossCheckScores([.. trials.SelectMany(own => own)]);
    }

    private static IEnumerable<CrossCheckTrial> Trials(CrossCheckProblem problem, int seed, CrossChecker checker, CancellationToken cancellationToken)
    {
        yield return Trial(problem, null, new FaultyFormulation(problem.Gold, null, ""), checker, cancellationToken);
        foreach (var error in Enum.GetValues<InjectedError>())
        {
            // Every kind draws by itself, so that a new kind does not move the others.
            if (new ErrorInjection(problem.Gold, new Random(unchecked(seed * 31 + (int)error))).Make(error) is { } faulty)
                yield return Trial(problem, error, faulty, checker, cancellationToken);
        }
    }

    private static CrossCheckTrial Trial(
        CrossCheckProblem problem, InjectedError? error, FaultyFormulation formulation, CrossChecker checker, CancellationToken cancellationToken)
    {
        var what = error is null ? null : formulation.What;
        // What cannot even be lowered is refused before any check: that is a finding too, and the gravest.
        return checker.Check(formulation.Formulation, formulation.Solved, cancellationToken).TryGetValue(out var result)
            ? new CrossCheckTrial(problem.Id, problem.Source, error, what, result.Confidence, result.Findings)
            {
                IsReaderRight = result.Own is { } own && FormulationComparison.AreEqual(own, problem.Gold),
            }
            : new CrossCheckTrial(problem.Id, problem.Source, error, what, 0,
                [new CheckFinding("formulation", "it is no formulation", 1) { IsGrave = true }]);
    }
}

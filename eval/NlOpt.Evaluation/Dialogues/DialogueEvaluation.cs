using System.Collections.Concurrent;
using NlOpt.Dialogue.Simulation.Users;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Evaluation;

/// <summary>Measures the simulated dialogues of a folder, one at a time in memory a thread.</summary>
public static class DialogueEvaluation
{
    /// <summary>Measures.</summary>
    /// <param name="folder">A folder of <see cref="DialogueGeneration"/>, perhaps not finished.</param>
    /// <param name="solver">Solves problems and summaries.</param>
    /// <param name="progress">Told the number of dialogues done; may be called from many threads. Null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The report; or <c>data.not-found</c>, <c>dialogues.problems</c>, <c>dialogues.plan</c>, or errors of a damaged transcript.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Result<DialogueReport> Execute(
        string folder, ISolver solver, Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        var files = new DialogueFolder(folder);
        var kept = files.Problems();
        if (!kept.TryGetValue(out var written)) return Result.Failure<DialogueReport>(kept.Diagnostics);
        var read = HiddenProblemFile.Read(written);
        if (!read.TryGetValue(out var problems)) return Result.Failure<DialogueReport>(read.Diagnostics);
        if (DialogueGenerationOptions.Parse(files.Plan()) is not { } options || problems.IsEmpty)
        {
            return Result.Failure<DialogueReport>(Diagnostic.Error(
                "dialogues.plan",
                "the folder does not say what was to be made",
                new DiagnosticLocation(Source: folder),
                "name a folder that 'nlopt dialogue generate' has made"));
        }

        var planned = options.Dialogues(problems.Length).ToList();
        var results = new ConcurrentBag<DialogueResult>();
        var failures = new ConcurrentBag<Diagnostic>();
        var (missing, done) = (0, 0);
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(planned, parallel, dialogue =>
        {
            if (!files.Has(dialogue)) Interlocked.Increment(ref missing);
            else if (files.Load(dialogue) is var loaded && loaded.TryGetValue(out var saved))
                results.Add(DialogueResult.Of(dialogue, saved, problems[dialogue.Problem], solver, cancellationToken));
            else foreach (var diagnostic in loaded.Diagnostics) failures.Add(diagnostic);
            progress?.Invoke(Interlocked.Increment(ref done), planned.Count);
        });
        if (!failures.IsEmpty) return Result.Failure<DialogueReport>([.. failures.Take(1)]);
        return Result.Success(new DialogueReport(
            Figures("all", [.. results]),
            [.. Enum.GetValues<Persona>().Select(persona => (persona, Own: results.Where(result => result.Persona == persona).ToList()))
                .Where(item => item.Own.Count > 0).Select(item => Figures(item.persona.ToString(), item.Own))],
            missing));
    }

    private static DialogueFigures Figures(string persona, List<DialogueResult> results)
    {
        double Share(Func<DialogueResult, bool> holds) => results.Count == 0 ? 0 : (double)results.Count(holds) / results.Count;
        double Mean(Func<DialogueResult, double> of) => results.Count == 0 ? 0 : results.Select(of).Order().Average();
        var questions = results.Where(result => result.QuestionsOfTwo is not null).Select(result => (double)result.QuestionsOfTwo!).Order().ToList();
        var ease = results.Where(result => result.ReadingEase is not null).Select(result => result.ReadingEase!.Value).Order().ToList();
        return new DialogueFigures(
            persona,
            results.Count,
            Share(result => result.IsAccepted),
            Share(result => result.IsRight),
            Share(result => result.HasEqualOptimum),
            Share(result => result.IsFirstAccepted),
            Median(questions),
            Mean(result => result.Slots.Recall ?? 0),
            Mean(result => result.Slots.Precision ?? 0),
            Mean(result => result.Slots.Repetition ?? 0),
            Mean(result => result.Overlap?.One.F1 ?? 0),
            Mean(result => result.Overlap?.Two.F1 ?? 0),
            Mean(result => result.Overlap?.Longest.F1 ?? 0),
            ease.Count == 0 ? null : ease.Average(),
            Mean(result => result.Measures.Turns),
            Mean(result => result.Measures.QuestionsPerMessage ?? 0),
            Mean(result => result.Measures.AgentWordsPerMessage ?? 0),
            Mean(result => result.Measures.ClientWordsPerMessage ?? 0),
            results.Sum(result => result.BrokenRules));
    }

    private static double? Median(List<double> ordered) => ordered.Count == 0
        ? null
        : (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
}

using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Dialogue.Conversation;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>Lets agents talk with simulated users, many at a time; what a folder already holds is not made again.</summary>
public static class DialogueGeneration
{
    /// <summary>Makes the dialogues.</summary>
    /// <param name="problems">The hidden problems, at least one.</param>
    /// <param name="engines">Who talks.</param>
    /// <param name="options">What to make.</param>
    /// <param name="folder">Where to; taken up where it was left.</param>
    /// <param name="progress">Told the number of dialogues that are there; may be called from many threads. Null for nobody.</param>
    /// <param name="cancellationToken">Stops it; what is made stays.</param>
    /// <returns>
    /// The full path of the folder, with the warning <c>dialogues.failed</c> where conversations ended because what a language model said could
    /// not be used; or errors of <see cref="DialogueFolder.Open"/>; or those of a language model that cannot be asked any more. What was said of
    /// such conversations is kept beside the others, and they are begun anew when the folder is taken up.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Result<string> Execute(
        ImmutableArray<NamedProblem> problems, DialogueEngines engines, DialogueGenerationOptions options, string folder,
        Action<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engines);
        ArgumentNullException.ThrowIfNull(options);
        if (problems.IsDefaultOrEmpty) throw new ArgumentException("There must be a problem.", nameof(problems));
        var files = new DialogueFolder(folder);
        var opened = files.Open(HiddenProblemFile.Write(problems), options.Plan);
        if (!opened.IsSuccess) return opened;
        var planned = options.Dialogues(problems.Length).ToList();
        var left = planned.Where(dialogue => !files.Has(dialogue)).ToList();
        var done = planned.Count - left.Count;
        var failed = 0;
        Result<string>? failure = null;
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(left, parallel, (dialogue, state) =>
        {
            var problem = problems[dialogue.Problem];
            // One seed a dialogue, so that each is the same however many are made beside it.
            var user = engines.User(problem.Problem, unchecked((options.Seed * 1_000_003) + dialogue.Index), dialogue.Persona);
            var outcome = DialogueRunner.Run(engines.Agent(), user, null, cancellationToken);
            var cause = outcome.Findings.LastOrDefault(finding => finding.Severity == DiagnosticSeverity.Error);
            if (cause is not null) Interlocked.Increment(ref failed);
            var isEnd = cause is not null && IsEndOfAll(cause.Code);
            var saved = isEnd ? files.SaveUnfinished(dialogue, outcome) : files.Save(dialogue, problem, outcome);
            if (isEnd && saved.IsSuccess) saved = Result.Failure<string>(cause!);
            if (!saved.IsSuccess)
            {
                failure = saved;
                state.Stop();
            }

            progress?.Invoke(Interlocked.Increment(ref done));
        });
        return failure ?? Result.Success(opened.Value, failed == 0 ? [] :
        [
            Diagnostic.Warning(
                "dialogues.failed",
                string.Create(CultureInfo.InvariantCulture, $"{failed} conversations ended because what the language model said could not be used")),
        ]);
    }

    /// <summary>Whether no other conversation can do better: the model cannot be asked. What it says is a matter of one conversation.</summary>
    private static bool IsEndOfAll(string code) => code is FailureCode.NotOnRecord || (code.StartsWith("model.", StringComparison.Ordinal)
        && !code.StartsWith("model.reply.", StringComparison.Ordinal)
        && code is not (FailureCode.Refused or FailureCode.Empty or FailureCode.OverLong or FailureCode.Malformed or FailureCode.PromptTooLong));
}

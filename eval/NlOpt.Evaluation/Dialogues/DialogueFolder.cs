using System.Text;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Files;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>
/// The folder of simulated dialogues: <c>problems.jsonl</c> with the gold, <c>plan.txt</c> with what decides them, <c>published/</c> in the
/// format of the published data, <c>transcripts/</c> in our own, <c>unfinished/</c> what was said where a language model failed. Every file
/// appears whole or not at all.
/// </summary>
/// <param name="path">The folder.</param>
public sealed class DialogueFolder(string path)
{
    private const string PlanName = "plan.txt";
    private const string ProblemsName = "problems.jsonl";

    /// <summary>Begins or takes up a folder.</summary>
    /// <param name="problems">The problems as <see cref="HiddenProblemFile.Write"/> writes them.</param>
    /// <param name="plan">What decides the dialogues besides the problems, in words.</param>
    /// <returns>
    /// The full path; or <c>output.unwritable</c>; or <c>dialogues.other-plan</c> where the folder holds dialogues of another plan.
    /// </returns>
    public Result<string> Open(string problems, string plan)
    {
        var text = $"{plan}\nproblems {HiddenProblemFile.Sha256Of(problems)}\n";
        try
        {
            Directory.CreateDirectory(path);
            var planPath = Path.Combine(path, PlanName);
            if (File.Exists(planPath))
            {
                return File.ReadAllText(planPath) == text
                    ? Result.Success(Path.GetFullPath(path))
                    : Result.Failure<string>(Diagnostic.Error(
                        "dialogues.other-plan",
                        "the folder holds dialogues that were made of other problems or with other options",
                        new DiagnosticLocation(Source: planPath),
                        "name another folder, or remove this one"));
            }

            Put(Path.Combine(path, ProblemsName), problems);
            Put(planPath, text);
            return Result.Success(Path.GetFullPath(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Result.Failure<string>(Diagnostic.Error(
                "output.unwritable", $"it cannot be written: {error.Message}", new DiagnosticLocation(Source: path)));
        }
    }

    /// <summary>The problems of the folder as written; or <c>data.not-found</c>.</summary>
    public Result<string> Problems()
    {
        var file = Path.Combine(path, ProblemsName);
        try
        {
            return Result.Success(File.ReadAllText(file, Encoding.UTF8));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Result.Failure<string>(Diagnostic.Error(
                "data.not-found", $"there is no readable file '{file}'", null, "name a folder that 'nlopt dialogue generate' has made"));
        }
    }

    /// <summary>Whether a dialogue is there.</summary>
    public bool Has(PlannedDialogue dialogue) => File.Exists(TranscriptPath(dialogue.Name));

    /// <summary>Saves a dialogue; the transcript last, by which it counts as done.</summary>
    /// <returns>The full path of the transcript; or <c>output.unwritable</c>.</returns>
    public Result<string> Save(PlannedDialogue dialogue, NamedProblem problem, DialogueOutcome outcome)
    {
        var published = TranscriptFile.Save(
            Path.Combine(path, "published", dialogue.Name + ".json"), new PublishedDialogue(outcome.Transcript, problem.Problem.Text, problem.Id));
        return published.IsSuccess
            ? TranscriptFile.Save(TranscriptPath(dialogue.Name), new SavedTranscript(outcome.Transcript, outcome.End))
            : published;
    }

    /// <summary>Keeps what was said of a dialogue that could not be ended; it does not count as done.</summary>
    /// <returns>The full path; or <c>output.unwritable</c>.</returns>
    public Result<string> SaveUnfinished(PlannedDialogue dialogue, DialogueOutcome outcome) => TranscriptFile.Save(
        Path.Combine(path, "unfinished", dialogue.Name + ".json"), new SavedTranscript(outcome.Transcript, outcome.End));

    /// <summary>Loads a dialogue.</summary>
    /// <returns>The dialogue; or errors of <see cref="TranscriptFile.Load"/>.</returns>
    public Result<SavedTranscript> Load(PlannedDialogue dialogue) => TranscriptFile.Load(TranscriptPath(dialogue.Name));

    /// <summary>The plan's options in words, one line; null where there is none.</summary>
    public string? Plan()
    {
        var file = Path.Combine(path, PlanName);
        return File.Exists(file) ? File.ReadLines(file).FirstOrDefault() : null;
    }

    private string TranscriptPath(string name) => Path.Combine(path, "transcripts", name + ".json");

    private static void Put(string file, string text)
    {
        File.WriteAllText(file + ".partial", text);
        File.Move(file + ".partial", file, overwrite: true);
    }
}

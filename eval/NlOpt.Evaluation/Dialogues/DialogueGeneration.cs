using System.Collections.Immutable;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.Simulation.Users;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Evaluation;

/// <summary>Lets the embedded agent talk with simulated users, many at a time; what a folder already holds is not made again.</summary>
public static class DialogueGeneration
{
    /// <summary>Makes the dialogues.</summary>
    /// <param name="problems">The hidden problems, at least one.</param>
    /// <param name="reader">What the agent reads with.</param>
    /// <param name="options">What to make.</param>
    /// <param name="folder">Where to; taken up where it was left.</param>
    /// <param name="progress">Told the number of dialogues that are there; may be called from many threads. Null for nobody.</param>
    /// <param name="cancellationToken">Stops it; what is made stays.</param>
    /// <returns>The full path of the folder; or errors of <see cref="DialogueFolder.Open"/>.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Result<string> Execute(
        ImmutableArray<NamedProblem> problems, NoteReader reader, DialogueGenerationOptions options, string folder, Action<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(options);
        if (problems.IsDefaultOrEmpty) throw new ArgumentException("There must be a problem.", nameof(problems));
        var files = new DialogueFolder(folder);
        var opened = files.Open(HiddenProblemFile.Write(problems), options.Plan);
        if (!opened.IsSuccess) return opened;
        var planned = options.Dialogues(problems.Length).ToList();
        var left = planned.Where(dialogue => !files.Has(dialogue)).ToList();
        var done = planned.Count - left.Count;
        Result<string>? failure = null;
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(left, parallel, (dialogue, state) =>
        {
            var problem = problems[dialogue.Problem];
            // One seed a dialogue, so that each is the same however many are made beside it.
            var user = new ScriptedUser(problem.Problem, unchecked((options.Seed * 1_000_003) + dialogue.Index), dialogue.Persona);
            var saved = files.Save(dialogue, problem, DialogueRunner.Run(new EmbeddedAgent(reader), user, null, cancellationToken));
            if (!saved.IsSuccess)
            {
                failure = saved;
                state.Stop();
            }

            progress?.Invoke(Interlocked.Increment(ref done));
        });
        return failure ?? opened;
    }
}

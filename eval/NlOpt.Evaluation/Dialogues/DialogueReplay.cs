using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Datasets.Dialogues;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.Metrics;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>
/// Hears recorded dialogues message by message, each with a system that never saw its problem, and compares what it understands with the labels.
/// </summary>
public static class DialogueReplay
{
    private const int MostTurns = 12;

    private static readonly ImmutableArray<double> Shares = [0.25, 0.5, 0.75, 1];

    /// <summary>Replays.</summary>
    /// <param name="splits">The data sets whose problems the dialogues are about, joined in this order.</param>
    /// <param name="dialogues">The dialogues; those about problems whose labels hold no slots are left out.</param>
    /// <param name="folds">Number of folds.</param>
    /// <param name="chosen">The folds to measure; null for all.</param>
    /// <param name="systemOf">The system for a fold, as for <see cref="CrossValidation.Execute"/>.</param>
    /// <param name="options">Parallelism and progress; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// The report; or <c>dialogues.problem</c> for a dialogue about no problem of the data, errors as for
    /// <see cref="EvaluationRun.Execute"/>, or those of <paramref name="systemOf"/>.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Result<ReplayReport> Execute(
        IReadOnlyList<Nl4OptSplit> splits,
        IEnumerable<ProblemDialogue> dialogues,
        int folds,
        IReadOnlyCollection<int>? chosen,
        Func<int, Result<EvaluationSystem>> systemOf,
        EvaluationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(splits);
        ArgumentNullException.ThrowIfNull(dialogues);
        ArgumentNullException.ThrowIfNull(systemOf);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        options ??= new EvaluationOptions();
        var joined = splits.SelectMany(split => split.Problems).ToImmutableArray();
        var placed = PlacedDialogue.Place(joined, dialogues);
        if (!placed.TryGetValue(out var all)) return Result.Failure<ReplayReport>(placed.Diagnostics);
        all = [.. all.Where(dialogue => chosen is null || chosen.Contains(dialogue.Position % folds))];
        var gold = EvaluationRun.References(all.Select(dialogue => joined[dialogue.Position]));
        if (!gold.TryGetValue(out var references)) return Result.Failure<ReplayReport>(gold.Diagnostics);
        var paths = new ImmutableArray<ReplayState>[all.Length];
        var done = 0;
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = options.Parallelism };
        foreach (var fold in Enumerable.Range(0, all.Length).GroupBy(index => all[index].Position % folds).OrderBy(fold => fold.Key))
        {
            var found = systemOf(fold.Key);
            if (!found.TryGetValue(out var system)) return Result.Failure<ReplayReport>(found.Diagnostics);
            Parallel.ForEach(fold, parallel, index =>
            {
                paths[index] = Nl4OptSlots.Of(references[index].Problem) is { } slots
                    ? Path(all[index].Dialogue, system.Formulator, slots, references[index], cancellationToken)
                    : [];
                lock (paths) options.Progress?.Invoke(new EvaluationProgress(
                    ++done, all.Length, all[index].Dialogue.Id, paths[index] is [.., { IsRight: true }]));
            });
        }

        var known = paths.Where(path => !path.IsEmpty).ToImmutableArray();
        return Result.Success(new ReplayReport(
            known.Length,
            [.. Shares.Select(share => Point(null, share, known.Select(path => path[(int)Math.Ceiling(share * path.Length) - 1])))],
            [.. Enumerable.Range(1, MostTurns).Select(turn => Point(turn, null, known.Select(path => path[Math.Min(turn, path.Length) - 1])))]));
    }

    /// <summary>What is understood after each message of the client; empty where there is none.</summary>
    private static ImmutableArray<ReplayState> Path(
        ProblemDialogue dialogue, IFormulator formulator, SlotSheet slots, ReferenceModel gold, CancellationToken cancellationToken)
    {
        var turns = RecordedConversation.Of(dialogue, withSummary: false);
        var reader = new ConversationReader(formulator);
        var path = ImmutableArray.CreateBuilder<ReplayState>();
        var heard = "";
        ReplayState state = default;
        for (var turn = 0; turn < turns.Length; turn++)
        {
            if (turns[turn].Speaker != Speaker.Client) continue;
            // Talk changes nothing; only what does is read anew.
            if (ConversationText.Of(turns[..(turn + 1)]) is var text && text != heard)
            {
                heard = text;
                var chosen = reader.Choose(turns[..(turn + 1)], cancellationToken);
                state = ReplayState.Of(
                    formulator.Formulate(Source.Of(chosen), cancellationToken).TryGetValue(out var read) ? read.Best : null, slots, gold);
            }

            path.Add(state);
        }

        return path.ToImmutable();
    }

    private static ReplayPoint Point(int? turn, double? share, IEnumerable<ReplayState> states)
    {
        var all = states.ToList();
        double Mean(Func<ReplayState, double> of) => all.Count == 0 ? 0 : all.Average(of);
        return new ReplayPoint(
            turn,
            share,
            Mean(state => state.Recall),
            Mean(state => state.Precision),
            Mean(state => state.IsRight ? 1 : 0),
            Mean(state => state.IsRead ? 1 : 0));
    }
}

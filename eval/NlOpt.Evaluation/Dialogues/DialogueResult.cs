using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Files;
using NlOpt.Dialogue.Metrics;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.Dialogue.Simulation.Users;
using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Evaluation;

/// <summary>What is measured of one dialogue.</summary>
internal sealed record DialogueResult(
    Persona Persona, bool IsAccepted, bool IsRight, bool HasEqualOptimum, bool IsFirstAccepted, int? QuestionsOfTwo, SlotCounts Slots, Rouge? Overlap,
    double? ReadingEase, ConversationMeasures Measures, int BrokenRules)
{
    private static readonly LoweringOptions AllWhole = new() { Kinds = AmountKinds.AllInteger };

    /// <summary>Measures a dialogue.</summary>
    public static DialogueResult Of(
        PlannedDialogue planned, SavedTranscript saved, NamedProblem problem, ISolver solver, CancellationToken cancellationToken)
    {
        var turns = saved.Transcript.Turns;
        var summary = turns.LastOrDefault(turn => turn.Kind == TurnKind.Summary);
        var gold = problem.Problem.Gold;
        var questions = turns.Count(turn => turn.Kind == TurnKind.Question);
        return new DialogueResult(
            planned.Persona,
            saved.End == DialogueEnd.Accepted,
            summary?.Formulation is { } said && SummaryCheck.Of(gold, said).IsRight,
            summary?.Formulation is { } found && HaveEqualOptima(gold, found, solver, cancellationToken),
            saved.End == DialogueEnd.Accepted && turns.Count(turn => turn.Kind == TurnKind.Summary) == 1,
            gold.Variables.Length == 2 ? questions : null,
            summary?.Formulation is { } last ? SlotComparison.Count(SlotSheet.Of(gold), SlotSheet.Of(last)) : default,
            summary is null ? null : Rouge.Of(summary.Text, problem.Problem.Text),
            summary is null ? null : Readability.Of(summary.Text).ReadingEase,
            ConversationMeasures.Of(saved.Transcript),
            turns.Where(turn => turn.Speaker == Speaker.Agent).Sum(turn => MessageRules.Broken(turn).Length));
    }

    private static bool HaveEqualOptima(ProblemFormulation gold, ProblemFormulation said, ISolver solver, CancellationToken cancellationToken)
    {
        if (!Lowering.Lower(gold, AllWhole).TryGetValue(out var expected) || !Lowering.Lower(said, AllWhole).TryGetValue(out var found))
            return false;
        if (!solver.Solve(expected.Model, cancellationToken: cancellationToken).TryGetValue(out var one)
            || !solver.Solve(found.Model, cancellationToken: cancellationToken).TryGetValue(out var other))
            return false;
        if (one.Termination != other.Termination) return false;
        return one.PrimalBound is not { } left || (other.PrimalBound is { } right && CanonicalRow.Close(left, right));
    }
}

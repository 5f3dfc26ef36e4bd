using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>
/// Questions weighed by what the answer would change. Rival readings are solved, and so is the formulation under the opposite answer where the
/// question alone says it; the expected loss of a question is then the probability that another answer is right, times what that would change.
/// </summary>
internal sealed class WeighedQuestions
{
    /// <param name="lowered">The reading taken.</param>
    /// <param name="result">Its outcome.</param>
    /// <param name="rivals">Other readings by falling probability.</param>
    /// <param name="solver">Solves them.</param>
    /// <param name="options">How, and how many rivals; with none the questions stay as they are.</param>
    /// <param name="cancellationToken">Stops solving.</param>
    public WeighedQuestions(
        LoweredModel lowered, SolveResult result, ImmutableArray<ProblemFormulation> rivals, ISolver solver, ProblemOptions options, CancellationToken cancellationToken)
    {
        var formulation = lowered.Formulation;
        var change = new ReadingChange(lowered, result, solver, options, cancellationToken);
        List<Answer> solved = options.RivalsToSolve == 0 ? [] : [.. rivals.Take(options.RivalsToSolve).Select(rival => Solved(change, rival, formulation))];
        Rivals = [.. solved.Select(rival => rival.Outcome)];
        var questions = new List<(Question Question, QuestionConsequence? Consequence)>();
        var answered = new HashSet<Answer>();
        foreach (var question in formulation.Questions.Concat(lowered.Questions))
        {
            List<Answer> answers = [.. solved.Where(rival => rival.Differences.Exists(difference => AreAlike(question, difference)))];
            answered.UnionWith(answers);
            if (options.RivalsToSolve > 0 && OtherAnswers.Of(formulation, question) is { } other)
                answers = [Solved(change, other with { Probability = answers.Sum(answer => answer.Probability) }, formulation)];
            answers.RemoveAll(answer => !answer.Outcome.Result.IsSuccess);
            questions.Add(answers.Count == 0 ? (question, null) : Weighed(question, answers, formulation));
        }

        foreach (var rival in solved)
        {
            if (answered.Contains(rival) || !rival.Outcome.ChangesAnswer || rival.Differences is not [var difference, ..]) continue;
            questions.Add(Weighed(Ask(difference), [rival], formulation));
        }

        questions = [.. questions.OrderByDescending(item => item.Question.ExpectedLoss)];
        Questions = [.. questions.Select(item => item.Question)];
        Consequences = [.. questions.Select(item => item.Consequence)];
    }

    /// <summary>The rivals that were solved.</summary>
    public ImmutableArray<RivalOutcome> Rivals { get; }

    /// <summary>The questions, the costliest doubt first: the reader's, lowering's, and one for each rival that changes the answer and that no other asks about.</summary>
    public ImmutableArray<Question> Questions { get; }

    /// <summary>What other answers would change, by question; null where nothing was solved for it.</summary>
    public ImmutableArray<QuestionConsequence?> Consequences { get; }

    private static Answer Solved(ReadingChange change, ProblemFormulation other, ProblemFormulation best)
    {
        var (outcome, lowered) = change.Solve(other);
        return new(outcome, lowered, lowered is null ? [] : [.. ReadingDifference.All(best, other)]);
    }

    private static (Question Question, QuestionConsequence? Consequence) Weighed(Question question, List<Answer> answers, ProblemFormulation best)
    {
        var total = answers.Sum(answer => answer.Probability);
        var change = total > 0 ? answers.Sum(answer => answer.Probability * answer.Outcome.Change) / total : answers.Average(answer => answer.Outcome.Change);
        var doubt = question.Doubt ?? (best.Probability + total > 0 ? total / (best.Probability + total) : 0);
        var strongest = answers.Where(answer => answer.Outcome.ChangesAnswer).MaxBy(answer => answer.Probability);
        var otherwise = strongest is null ? "The plan would be the same." : OutcomeText.Of(strongest.Lowered!, strongest.Outcome.Result.Value).Summary;
        var loss = Math.Clamp(doubt * change, 0, 1);

        // An open question may have answers that no reading holds.
        return (question with { ExpectedLoss = question.Options.IsEmpty ? Math.Max(loss, question.ExpectedLoss) : loss }, new QuestionConsequence(change, otherwise));
    }

    /// <summary>True when a rival reads differently what a question asks about: the same words, or which amounts there are to decide on.</summary>
    private static bool AreAlike(Question question, ReadingDifference difference) => (question.Slot, difference.Slot) switch
    {
        (SlotKind.Variable, SlotKind.Variable) => true,
        (SlotKind.Variable, _) or (_, SlotKind.Variable) => false,
        (SlotKind.Divisibility, var slot) when slot != SlotKind.Divisibility => false,
        (var slot, SlotKind.Divisibility) when slot != SlotKind.Divisibility => false,
        _ => question.Quote is { } asked && difference.Quote is { } read && asked.Turn == read.Turn && asked.Start < read.End && read.Start < asked.End,
    };

    private static Question Ask(ReadingDifference difference) => difference switch
    {
        { First: { } first, Second: { } second } => new(difference.Slot, "Which of these is meant?", difference.Quote, [first, second], 0),
        { First: { } first } => new(difference.Slot, $"Is this meant: {first}", difference.Quote, ["yes", "no"], 0),
        _ => new(difference.Slot, $"Is this meant too: {difference.Second}", difference.Quote, ["no", "yes"], 0),
    };

    /// <summary>Another reading with its outcome.</summary>
    private sealed record Answer(RivalOutcome Outcome, LoweredModel? Lowered, List<ReadingDifference> Differences)
    {
        public double Probability => Outcome.Formulation.Probability;
    }
}

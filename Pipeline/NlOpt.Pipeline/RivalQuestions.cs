using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>Questions weighed by what the answer would change.</summary>
internal static class RivalQuestions
{
    private const double Tolerance = 1e-6;

    /// <summary>
    /// How much another reading changes the answer, in [0, 1]: 1 for another ending, else the relative change of the objective value, 0 when
    /// it is none.
    /// </summary>
    public static double Change(SolveResult best, SolveResult rival)
    {
        if (best.Termination != rival.Termination) return 1;
        if ((best.PrimalBound, rival.PrimalBound) is not ({ } one, { } other)) return best.PrimalBound is null == rival.PrimalBound is null ? 0 : 1;
        var change = Math.Abs(one - other) / Math.Max(1, Math.Abs(one));
        return change <= Tolerance ? 0 : Math.Min(change, 1);
    }

    /// <summary>All questions, the costliest doubt first: the reader's, lowering's, and one for each rival that changes the answer.</summary>
    public static ImmutableArray<Question> Order(LoweredModel lowered, SolveResult result, ImmutableArray<RivalOutcome> rivals)
    {
        var formulation = lowered.Formulation;
        var questions = new List<Question>([.. formulation.Questions, .. lowered.Questions]);
        foreach (var rival in rivals)
        {
            if (!rival.ChangesAnswer || ReadingDifference.Between(formulation, rival.Formulation) is not { } difference) continue;
            var loss = Weight(formulation.Probability, rival.Formulation.Probability) * Change(result, rival.Result.Value);

            // The reader may have asked the same already; what it would change is news all the same.
            var known = questions.FindIndex(question =>
                question.Quote is not null && question.Quote == difference.Quote && question.Slot == difference.Slot);
            if (known >= 0) questions[known] = questions[known] with { ExpectedLoss = Math.Max(questions[known].ExpectedLoss, loss) };
            else questions.Add(Ask(difference, loss));
        }

        return [.. questions.OrderByDescending(question => question.ExpectedLoss)];
    }

    private static double Weight(double best, double rival) => best + rival > 0 ? rival / (best + rival) : 0;

    private static Question Ask(ReadingDifference difference, double loss) => difference switch
    {
        { First: { } first, Second: { } second } => new(difference.Slot, "Which of these is meant?", difference.Quote, [first, second], loss),
        { First: { } first } => new(difference.Slot, $"Is this meant: {first}", difference.Quote, ["yes", "no"], loss),
        _ => new(difference.Slot, $"Is this meant too: {difference.Second}", difference.Quote, ["no", "yes"], loss),
    };
}

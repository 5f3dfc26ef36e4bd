namespace NlOpt.Evaluation;

/// <summary>How honest a system is about what it is not sure of.</summary>
/// <param name="Models">Its probability that the whole model is right, against that.</param>
/// <param name="Statements">Its probability of each statement and of the objective, against whether all rows of it are right.</param>
/// <param name="Sure">Share of all problems whose probability is <see cref="SureFrom"/> or more.</param>
/// <param name="SureRight">Share of those whose whole model is right.</param>
/// <param name="QuestionsPerProblem">Mean number of questions over the problems that were read.</param>
/// <param name="QuestionsWhereRight">The same over those whose model is right, where every question is one too many.</param>
/// <param name="FirstNames">Share of the wrong models whose first question names something that is wrong.</param>
/// <param name="AnyNames">Share of the wrong models of which some question does.</param>
/// <param name="Unasked">Share of the wrong models without any question.</param>
public sealed record DoubtMeasures(
    Reliability Models,
    Reliability Statements,
    Score Sure,
    Score SureRight,
    double QuestionsPerProblem,
    double QuestionsWhereRight,
    Score FirstNames,
    Score AnyNames,
    Score Unasked)
{
    /// <summary>What counts as sure.</summary>
    public const double SureFrom = 0.9;

    /// <summary>Measures results; null when nothing was read.</summary>
    internal static DoubtMeasures? Of(IReadOnlyCollection<ProblemResult> results)
    {
        var read = results.Where(result => result.Probability is not null).ToList();
        if (read.Count == 0) return null;
        var sure = read.Where(result => result.Probability >= SureFrom).ToList();
        var wrong = read.Where(result => !result.ModelRight).ToList();
        return new(
            Reliability.Of(read.Select(result => (result.Probability!.Value, result.ModelRight))),
            Reliability.Of(read.SelectMany(StatementsOf)),
            Score.OfProblems("sure", sure.Count, results.Count),
            Score.OfProblems("sure-right", sure.Count(result => result.ModelRight), sure.Count),
            Mean(read),
            Mean(read.Except(wrong)),
            Score.OfProblems("first-question", wrong.Count(result => result.Questions is [{ NamesError: true }, ..]), wrong.Count),
            Score.OfProblems("any-question", wrong.Count(result => result.Questions.Any(question => question.NamesError)), wrong.Count),
            Score.OfProblems("no-question", wrong.Count(result => result.Questions.IsEmpty), wrong.Count));
    }

    private static double Mean(IEnumerable<ProblemResult> results) => results.Select(result => (double)result.Questions.Length).DefaultIfEmpty().Average();

    private static IEnumerable<(double Confidence, bool IsRight)> StatementsOf(ProblemResult result) =>
        result.PredictedRows.Where(row => row.Probability is not null).Select(row => (row.Probability!.Value, row.IsRight))
            .Append((result.ObjectiveProbability ?? 0, result.ObjectiveRight && result.SenseRight));
}

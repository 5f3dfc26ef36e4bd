using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Datasets.Dialogues;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Metrics;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>
/// Asks whether our measures of summaries can be trusted: the overlap scores are compared with those recorded in the data, and all measures with
/// what people thought of the summaries that they rated (Abdullin and others, arXiv 2401.17461).
/// </summary>
public static class DialogueRatingEvaluation
{
    private const double SameScore = 0.01;

    /// <summary>The rank correlations that the authors published, for precision, recall and F1.</summary>
    private static readonly ImmutableDictionary<string, (double Precision, double Recall, double F1)> Published =
        new Dictionary<string, (double, double, double)> { ["rouge-l"] = (0.74, 0.47, 0.71), ["judge"] = (0.67, 0.42, 0.59) }.ToImmutableDictionary();

    /// <summary>Measures.</summary>
    /// <param name="problems">The problems that the dialogues are about.</param>
    /// <param name="dialogues">The dialogues; those without a summary are left out.</param>
    /// <param name="options">How the intervals are made; null for the defaults.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// The report; or <c>dialogues.problem</c> for a dialogue about no problem of the data, <c>dialogues.slots</c> for a problem whose labels
    /// cannot be read, <c>dialogues.no-summary</c>.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Result<DialogueRatingReport> Execute(
        IEnumerable<Nl4OptProblem> problems,
        IEnumerable<ProblemDialogue> dialogues,
        BootstrapOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentNullException.ThrowIfNull(dialogues);
        options ??= new BootstrapOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Resamples, 1);
        var known = problems.GroupBy(problem => problem.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var items = ImmutableArray.CreateBuilder<MeasuredSummary>();
        foreach (var dialogue in dialogues)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (dialogue.Summary is not { } summary) continue;
            if (!known.TryGetValue(dialogue.ProblemId, out var problem))
                return Failure("dialogues.problem", $"the dialogue {dialogue.Id} is about no problem of the data");
            if (Nl4OptSlots.Of(problem) is not { } gold)
                return Failure("dialogues.slots", $"the labels of problem {problem.Id} name an unknown variable or hold an unreadable number");
            items.Add(new MeasuredSummary(
                dialogue,
                Rouge.Of(summary, dialogue.Statement),
                SpokenSlots.Count(gold, dialogue.Statement, summary),
                Readability.Of(summary),
                ConversationMeasures.Of(new Transcript(RecordedConversation.Of(dialogue, withSummary: true)))));
        }

        return items.Count == 0
            ? Failure("dialogues.no-summary", "there is no dialogue with a summary")
            : Result.Success(Report(items.ToImmutable(), options, cancellationToken));
    }

    private static DialogueRatingReport Report(ImmutableArray<MeasuredSummary> items, BootstrapOptions options, CancellationToken cancellationToken)
    {
        var rated = items.Where(item => !item.Dialogue.HumanRatings.IsEmpty).ToImmutableArray();
        var judged = items.Where(item => item.Dialogue is { HumanRatings.IsEmpty: true, Rating: not null }).ToImmutableArray();
        var withJudge = rated.Where(item => item.Dialogue.Rating is not null).ToImmutableArray();
        Func<MeasuredSummary, Marks> people = PeopleOf, judge = JudgeOf;
        return new DialogueRatingReport(
            [
                Agreement("rouge-1", items, item => (item.Rouge.One, item.Dialogue.Rouge?.One)),
                Agreement("rouge-2", items, item => (item.Rouge.Two, item.Dialogue.Rouge?.Two)),
                Agreement("rouge-l", items, item => (item.Rouge.Longest, item.Dialogue.Rouge?.Longest)),
            ],
            [
                .. Correlate("slots", rated, SlotsOf, people),
                Repetition(rated),
                .. Correlate("rouge-1", rated, item => Marks.Of(item.Rouge.One), people),
                .. Correlate("rouge-2", rated, item => Marks.Of(item.Rouge.Two), people),
                .. Correlate("rouge-l", rated, item => Marks.Of(item.Rouge.Longest), people),
                .. Correlate("judge", withJudge, judge, people),
            ],
            [
                .. Correlate("slots", judged, SlotsOf, judge),
                .. Correlate("rouge-l", judged, item => Marks.Of(item.Rouge.Longest), judge),
            ],
            MeansOf(rated),
            MeansOf(items),
            options.Seed,
            options.Resamples);

        IEnumerable<RatingCorrelation> Correlate(
            string measure, ImmutableArray<MeasuredSummary> over, Func<MeasuredSummary, Marks> measured, Func<MeasuredSummary, Marks> marks)
        {
            (double Precision, double Recall, double F1)? published =
                ReferenceEquals(marks, people) && Published.TryGetValue(measure, out var values) ? values : null;
            yield return One("precision", mark => mark.Precision, published?.Precision);
            yield return One("recall", mark => mark.Recall, published?.Recall);
            yield return One("f1", mark => mark.F1, published?.F1);

            RatingCorrelation One(string rating, Func<Marks, double> part, double? value) =>
                Correlation(measure, rating, over, item => part(measured(item)), item => part(marks(item)), value);
        }

        // People give the most for the least repetition.
        RatingCorrelation Repetition(ImmutableArray<MeasuredSummary> over) => Correlation(
            "slots",
            "repetition",
            over,
            item => -(item.Slots.Repetition ?? 0),
            item => item.Dialogue.HumanRatings.Average(rating => rating.Repetition),
            null);

        RatingCorrelation Correlation(
            string measure,
            string rating,
            ImmutableArray<MeasuredSummary> over,
            Func<MeasuredSummary, double> measured,
            Func<MeasuredSummary, double> marks,
            double? published)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (value, low, high) = Bootstrap.Interval([.. over.Select(measured)], [.. over.Select(marks)], RankCorrelation.Of, options);
            return new RatingCorrelation(measure, rating, over.Length, value, low, high, published);
        }
    }

    private static RougeAgreement Agreement(
        string score, ImmutableArray<MeasuredSummary> items, Func<MeasuredSummary, (RougeScore Ours, RecordedOverlap? Recorded)> scores)
    {
        var differences = items.Select(scores).Where(pair => pair.Recorded is not null).SelectMany(pair => new[]
        {
            Math.Abs(pair.Ours.Precision - pair.Recorded!.Value.Precision),
            Math.Abs(pair.Ours.Recall - pair.Recorded.Value.Recall),
            Math.Abs(pair.Ours.F1 - pair.Recorded.Value.F1),
        }).ToList();
        var agreeing = differences.Count(difference => difference <= SameScore);
        return new RougeAgreement(score, differences.Count, agreeing, differences.DefaultIfEmpty(0).Max());
    }

    private static Marks SlotsOf(MeasuredSummary item) => new(item.Slots.Precision ?? 0, item.Slots.Recall ?? 0);

    private static Marks PeopleOf(MeasuredSummary item) =>
        new(item.Dialogue.HumanRatings.Average(rating => rating.Precision), item.Dialogue.HumanRatings.Average(rating => rating.Recall));

    private static Marks JudgeOf(MeasuredSummary item) => new(item.Dialogue.Rating!.Value.Precision, item.Dialogue.Rating.Value.Recall);

    private static SummaryMeasures MeansOf(ImmutableArray<MeasuredSummary> items)
    {
        return new SummaryMeasures(
            items.Length,
            Mean(item => item.Rouge.One.F1),
            Mean(item => item.Rouge.Two.F1),
            Mean(item => item.Rouge.Longest.F1),
            Mean(item => item.Slots.Recall),
            Mean(item => item.Slots.Precision),
            Mean(item => item.Slots.Repetition),
            Mean(item => item.Readability.ReadingEase),
            Mean(item => item.Talk.Turns),
            Mean(item => item.Talk.QuestionsPerMessage),
            Mean(item => item.Talk.ClientWordsPerMessage));

        // What a summary lacks is no 0 in the mean.
        double Mean(Func<MeasuredSummary, double?> measure) =>
            items.Select(measure).Where(value => value is not null).Select(value => value!.Value).DefaultIfEmpty(0).Average();
    }

    private static Result<DialogueRatingReport> Failure(string code, string message) =>
        Result.Failure<DialogueRatingReport>(Diagnostic.Error(code, message));

    /// <summary>All that is measured of one summary.</summary>
    private sealed record MeasuredSummary(
        ProblemDialogue Dialogue, Rouge Rouge, SlotCounts Slots, Readability Readability, ConversationMeasures Talk);

    /// <summary>A pair of marks, on any scale.</summary>
    private readonly record struct Marks(double Precision, double Recall)
    {
        public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

        public static Marks Of(RougeScore score) => new(score.Precision, score.Recall);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Evaluation;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>Our measures of summaries beside recorded scores and ratings.</summary>
internal static class DialogueRatingScreen
{
    public static void Show(Screen screen, DialogueRatingReport report)
    {
        screen.Heading("Overlap scores against the recorded ones");
        screen.Columns(report.Agreement.Select(agreement => Cells(
            agreement.Score,
            $"{FigureWords.Count(agreement.Agreeing)} of {FigureWords.Count(agreement.Values)} within 0.01",
            string.Create(CultureInfo.InvariantCulture, $"largest difference {agreement.LargestDifference:0.0000}"))));
        Correlations(screen, "Rank correlation with the ratings of people", report.Correlations);
        Correlations(screen, "Rank correlation with the recorded judge, where no person rated", report.JudgeCorrelations);
        screen.Gap();
        screen.Heading("Means");
        screen.Columns(
        [
            Cells("summaries", FigureWords.Count(report.Rated.Summaries) + " rated", FigureWords.Count(report.All.Summaries) + " in all"),
            Means("slot recall", report, means => means.SlotRecall),
            Means("slot precision", report, means => means.SlotPrecision),
            Means("slot repetition", report, means => means.SlotRepetition),
            Means("rouge-1 F1", report, means => means.RougeOne),
            Means("rouge-2 F1", report, means => means.RougeTwo),
            Means("rouge-l F1", report, means => means.RougeLongest),
            Means("reading ease", report, means => means.ReadingEase, "0.0"),
            Means("messages", report, means => means.Turns, "0.0"),
            Means("questions a message", report, means => means.QuestionsPerMessage),
            Means("words a client's message", report, means => means.ClientWordsPerMessage, "0.0"),
        ]);
        screen.Gap();
        screen.Paragraph(
            string.Create(CultureInfo.InvariantCulture, $"Intervals hold 95% of {report.Resamples:#,0} bootstrap resamples (seed {report.Seed})."),
            Screen.Faint);
    }

    private static void Correlations(Screen screen, string title, ImmutableArray<RatingCorrelation> correlations)
    {
        screen.Gap();
        screen.Heading(correlations.IsEmpty ? title : $"{title} ({FigureWords.Count(correlations[0].Summaries)} summaries)");
        screen.Columns(correlations.Select(correlation => Cells(
            correlation.Measure,
            correlation.Rating,
            Signed(correlation.Spearman),
            correlation is { Low: { } low, High: { } high } ? $"[{Signed(low)}, {Signed(high)}]" : FigureWords.None,
            correlation.Published is { } published ? $"published {Signed(published)}" : "")));
    }

    private static IRenderable[] Means(string name, DialogueRatingReport report, Func<SummaryMeasures, double> mean, string format = "0.000") =>
        Cells(
            name,
            mean(report.Rated).ToString(format, CultureInfo.InvariantCulture),
            mean(report.All).ToString(format, CultureInfo.InvariantCulture));

    private static IRenderable[] Cells(params string[] cells) => [.. cells.Select(cell => Screen.Words(cell))];

    private static string Signed(double? value) => value is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) : FigureWords.None;
}

using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Evaluation;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>Scores on generated problems.</summary>
internal static class GeneratedScreen
{
    private const int MostErrors = 15;
    private const int MostGroups = 60;

    public static void Show(Screen screen, GeneratedReport report)
    {
        screen.Heading($"{report.System} on {report.Items.Length} generated problems");
        Groups(screen, "Right whole models", [report.Whole, report.Plain, report.Logic]);
        Groups(screen, "By template", report.ByTemplate);
        Groups(screen, "By phenomenon", report.ByPhenomenon);
        Groups(screen, "By domain", report.ByDomain);
        screen.Gap();
        screen.Heading("Most frequent errors, by the number of problems");
        screen.Columns(report.Errors.Take(MostErrors).Select(error => (IRenderable[])
            [Screen.Words(error.Error), Screen.Words(error.Problems.ToString(CultureInfo.InvariantCulture))]));
        screen.Gap();
        screen.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"Expected calibration error {report.Reliability.ErrorByCount:0.000}. Reading took {report.Timing.Median:0.0} ms in the median, {report.Timing.Maximum:0.0} ms at most."),
            Screen.Faint);
    }

    public static void WriteJson(Terminal terminal, GeneratedReport report) => JsonOutput.Write(terminal, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("system", report.System);
        writer.WriteString("sha256", report.Sha256);
        WriteScores("scores", [report.Whole, report.Plain, report.Logic]);
        WriteScores("templates", report.ByTemplate);
        WriteScores("phenomena", report.ByPhenomenon);
        WriteScores("domains", report.ByDomain);
        writer.WriteStartObject("errors");
        foreach (var (error, problems) in report.Errors) writer.WriteNumber(error, problems);
        writer.WriteEndObject();
        writer.WriteEndObject();

        void WriteScores(string name, ImmutableArray<Score> scores)
        {
            writer.WriteStartArray(name);
            foreach (var score in scores)
            {
                writer.WriteStartObject();
                writer.WriteString("id", score.Id);
                writer.WriteNumber("right", score.Numerator);
                writer.WriteNumber("of", score.Denominator);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    });

    private static void Groups(Screen screen, string title, ImmutableArray<Score> scores)
    {
        screen.Gap();
        screen.Heading(title);
        screen.Columns(scores.Where(score => score.Denominator > 0).Take(MostGroups).Select(score => (IRenderable[])
        [
            Screen.Words(score.Id),
            Screen.Words(score.Value!.Value.ToString("0.000", CultureInfo.InvariantCulture), Screen.Strong),
            Screen.Words($"of {score.Denominator.ToString("#,0", CultureInfo.InvariantCulture)}", Screen.Faint),
        ]));
    }
}

using System.Globalization;
using System.Text.Json;
using NlOpt.Evaluation;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>How well the cross-check tells right formulations from wrong ones.</summary>
internal static class CrossCheckScreen
{
    public static void Show(Screen screen, CrossCheckScores scores)
    {
        screen.Heading("Errors made on purpose, and how many were flagged");
        screen.Columns(
        [
            [Screen.Words(""), Screen.Words("flagged", Screen.Faint), Screen.Words(""),
                Screen.Words("and read rightly by the reader itself", Screen.Faint)],
            .. Enum.GetValues<InjectedError>().Select(
                error => Row(NameOf(error), scores.Faulty.Count(trial => trial.Error == error), scores.DetectionOf(error),
                scores.ReaderRightOf(error))),
            Row("all", scores.Faulty.Count(), scores.DetectionOf(), scores.ReaderRightOf()),
        ]);
        screen.Gap();
        screen.Heading("Right formulations that were flagged too");
        screen.Columns([.. scores.Untouched.GroupBy(trial => trial.Source).Select(group =>
            Row(group.Key, group.Count(), (double)group.Count(trial => trial.IsFlagged) / group.Count())),
                Row("all", scores.Untouched.Count(), scores.FalseAlarms)]);
        screen.Gap();
        screen.Heading("Which check caught which error");
        screen.Columns([[Screen.Words("check"), .. Enum.GetValues<InjectedError>().Select(error => Screen.Words(Short(error), Screen.Faint)),
            Screen.Words("right", Screen.Faint)],
            .. scores.Checks.Select(check => (IRenderable[])
                [Screen.Words(check), .. Enum.GetValues<InjectedError>().Select(error => Count(scores.CaughtBy(check, error))),
                    Count(scores.CaughtBy(check, null))])]);
        screen.Gap();
        screen.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Brier score of the confidence over all formulations {scores.Brier:0.000}."),
            Screen.Faint);
    }

    public static void WriteJson(Terminal terminal, CrossCheckScores scores) => JsonOutput.Write(terminal, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteStartArray("errors");
        foreach (var error in Enum.GetValues<InjectedError>())
        {
            writer.WriteStartObject();
            writer.WriteString("id", NameOf(error));
            writer.WriteNumber("made", scores.Faulty.Count(trial => trial.Error == error));
            writer.WriteNumber("flagged", scores.Faulty.Count(trial => trial.Error == error && trial.IsFlagged));
            if (scores.ReaderRightOf(error) is { } right) writer.WriteNumber("readerRight", right);
            WriteChecks(error);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("untouched");
        writer.WriteNumber("count", scores.Untouched.Count());
        writer.WriteNumber("flagged", scores.Untouched.Count(trial => trial.IsFlagged));
        WriteChecks(null);
        writer.WriteEndObject();
        writer.WriteNumber("brier", scores.Brier);
        writer.WriteEndObject();

        void WriteChecks(InjectedError? error)
        {
            writer.WriteStartObject("checks");
            foreach (var check in scores.Checks) writer.WriteNumber(check, scores.CaughtBy(check, error));
            writer.WriteEndObject();
        }
    });

    private static IRenderable[] Row(string name, int count, double? share, double? ofReader) =>
        [.. Row(name, count, share), Screen.Words(Share(ofReader))];

    private static IRenderable[] Row(string name, int count, double? share) =>
        [Screen.Words(name), Screen.Words(Share(share), Screen.Strong),
            Screen.Words($"of {count.ToString("#,0", CultureInfo.InvariantCulture)}", Screen.Faint)];

    private static string Share(double? share) => share is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) : "-";

    private static IRenderable Count(int count) => Screen.Words(count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture));

    private static string NameOf(InjectedError error) => JsonNamingPolicy.KebabCaseLower.ConvertName(error.ToString());

    private static string Short(InjectedError error) => error switch
    {
        InjectedError.DroppedRule => "rule",
        InjectedError.InventedNumber => "number",
        InjectedError.WrongDirection => "direction",
        InjectedError.SwappedCoefficients => "swap",
        InjectedError.MissingLink => "link",
        InjectedError.WrongObjective => "goal",
        _ => "total",
    };
}

using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Evaluation;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>Scores of an evaluation run, its most frequent errors, and what changed since another run.</summary>
internal static class EvaluationScreen
{
    private const int MostErrors = 10;
    private const int MostConfusions = 8;

    public static void Show(Screen screen, EvaluationReport report)
    {
        screen.Heading($"{report.System} on {report.Dataset}");
        screen.Paragraph(report.Folds is { } folds ? $"{folds}-fold cross-validation: every problem was read by a reader that had not seen it"
            : report.InSample ? "IN-SAMPLE: the reader was trained on these labels; only --cross-validate tells what it can do"
            : "out of sample: the reader was not trained on these problems", report.InSample ? Screen.Warning : Screen.Faint);
        ShowScores(screen, report);
        ShowDoubt(screen, report);
        ShowTypes(screen, report);
        screen.Gap();
        screen.Heading("Most frequent errors, by the number of problems");
        screen.Columns(
        [
            Header("", "where it is the first error", "where it occurs"),
            .. report.Errors.Take(MostErrors).Select(error => (IRenderable[])
                [Screen.Words(error.Label), Screen.Words(Number(error.MainErrors)), Screen.Words(Number(error.Problems))]),
        ]);
        if (!report.Confusion.IsEmpty)
        {
            screen.Gap();
            screen.Heading("Rows read as another type");
            screen.Columns(report.Confusion.Where(pair => pair.Types.Gold != pair.Types.Predicted).Take(MostConfusions).Select(pair => (IRenderable[])
                [Screen.Words($"{pair.Types.Gold ?? "nothing"} read as {pair.Types.Predicted ?? "nothing"}"), Screen.Words(Number(pair.Count))]));
        }

        if (report.Disagreement is { } disagreement) ModelUseScreen.Show(screen, disagreement);
        if (report.Usage is { } usage) ModelUseScreen.Show(screen, usage);
        screen.Gap();
        screen.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"Reading took {report.Timing.Median:0.0} ms in the median, {report.Timing.Percentile95:0.0} ms at the 95th percentile."), Screen.Faint);
    }

    /// <summary>The main scores of one of several joined data sets.</summary>
    public static void ShowPart(Screen screen, EvaluationReport part)
    {
        screen.Gap();
        screen.Heading($"Of these, {part.Dataset}");
        ShowScores(screen, part);
        ShowDoubt(screen, part);
    }

    private static void ShowDoubt(Screen screen, EvaluationReport report)
    {
        if (report.Doubt is not { } doubt) return;
        var clean = report.DoubtWithoutErrata;
        screen.Gap();
        screen.Heading("Doubt");
        screen.Columns(
        [
            Header("", "all", clean is null ? "" : "less errata"),
            Line("expected calibration error, bins of equal counts", measured => Share(measured.Models.ErrorByCount)),
            Line("expected calibration error, bins of equal width", measured => Share(measured.Models.ErrorByWidth)),
            Line("the same of single statements", measured => $"{Share(measured.Statements.ErrorByCount)}, {Share(measured.Statements.ErrorByWidth)}"),
            Line("sure (.9 or more) of", measured => Share(measured.Sure.Value)),
            Line("right where sure", measured => Share(measured.SureRight.Value)),
            Line("first question names an error, of wrong models", measured => Share(measured.FirstNames.Value)),
            Line("some question does", measured => Share(measured.AnyNames.Value)),
            Line("wrong models without question", measured => Share(measured.Unasked.Value)),
            Line("questions a problem; where nothing is wrong", measured => $"{Number(measured.QuestionsPerProblem)}; {Number(measured.QuestionsWhereRight)}"),
        ]);
        screen.Columns(
        [
            Header("confidence", "problems", "mean", "right"),
            .. doubt.Models.EqualCount.Select(bin => (IRenderable[])
            [
                Screen.Words($"{Share(bin.From)} to {Share(bin.To)}"),
                Screen.Words(Number(bin.Count), Screen.Faint),
                Screen.Words(Share(bin.Confidence)),
                Screen.Words(Share(bin.Accuracy), Screen.Strong),
            ]),
        ]);

        IRenderable[] Line(string what, Func<DoubtMeasures, string> figure) =>
            [Screen.Words(what), Screen.Words(figure(doubt), Screen.Strong), Screen.Words(clean is null ? "" : figure(clean))];
    }

    public static void Show(Screen screen, ReportComparison comparison)
    {
        screen.Gap();
        screen.Heading($"Compared over {Number(comparison.Problems)} problems");
        screen.Columns(comparison.Scores.Where(change => change.Difference is not (null or 0)).Select(change => (IRenderable[])
        [
            Screen.Words(change.Id),
            Screen.Words(Share(change.Before)),
            Screen.Words(Share(change.After)),
            Screen.Words(string.Create(CultureInfo.InvariantCulture, $"{change.Difference:+0.000;-0.000}"), change.Difference > 0 ? Screen.Good : Screen.Bad),
        ]));
        Ids(screen, "models now right", comparison.ToRight);
        Ids(screen, "models now wrong", comparison.ToWrong);
        Ids(screen, "optima now right", comparison.ExecutionToRight);
        Ids(screen, "optima now wrong", comparison.ExecutionToWrong);
    }

    private static void ShowScores(Screen screen, EvaluationReport report)
    {
        var others = report.ScoresWithoutErrata?.ToDictionary(score => score.Id);
        screen.Columns(
        [
            Header("", "score", "± s.e.", "of", others is null ? "" : "less errata"),
            .. report.Scores.Where(score => !score.Id.Contains('/', StringComparison.Ordinal)).Select(score => (IRenderable[])
            [
                Screen.Words(score.Id),
                Screen.Words(Share(score.Value), Screen.Strong),
                Screen.Words(Share(score.StandardError), Screen.Faint),
                Screen.Words(Number(score.Denominator), Screen.Faint),
                Screen.Words(others is null ? "" : Share(others.GetValueOrDefault(score.Id)?.Value)),
            ]),
        ]);
    }

    /// <summary>Scores named <c>what/type</c>, a line a type.</summary>
    private static void ShowTypes(Screen screen, EvaluationReport report)
    {
        var byType = report.Scores.Where(score => score.Id.Contains('/', StringComparison.Ordinal))
            .Select(score => (Parts: score.Id.Split('/', 2), Score: score)).ToList();
        if (byType.Count == 0) return;
        var kinds = byType.Select(entry => entry.Parts[0]).Distinct().ToList();
        screen.Gap();
        screen.Heading("By type of row");
        screen.Columns(
        [
            Header(["", .. kinds, "gold rows"]),
            .. byType.GroupBy(entry => entry.Parts[1]).Select(type => (IRenderable[])
            [
                Screen.Words(type.Key),
                .. kinds.Select(kind => Screen.Words(Share(type.FirstOrDefault(entry => entry.Parts[0] == kind).Score?.Value))),
                Screen.Words(Number(type.First().Score.Denominator), Screen.Faint),
            ]),
        ]);
    }

    private static IRenderable[] Header(params IEnumerable<string> titles) => [.. titles.Select(title => Screen.Words(title, Screen.Faint))];

    private static void Ids(Screen screen, string what, ImmutableArray<string> ids)
    {
        if (!ids.IsEmpty) screen.Paragraph($"{what}: {Number(ids.Length)} ({string.Join(", ", ids.Take(12))}{(ids.Length > 12 ? ", …" : "")})");
    }

    private static string Share(double? value) => value is { } share ? share.ToString("0.000", CultureInfo.InvariantCulture) : "-";

    private static string Number(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);
}

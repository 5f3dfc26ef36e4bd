using NlOpt.Evaluation.Policies;
using NlOpt.Policies.Training;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>What a training came to, and what to do next.</summary>
internal static class PolicyTrainingScreen
{
    public static void Show(Terminal terminal, PolicyTrainingReport report, string folder)
    {
        var screen = new Screen(terminal.Output);
        screen.Heading($"{report.Method} on {report.Case}");
        var (last, unit) = (report.Curve.LastOrDefault(), report.CostUnit is { } name ? " " + name : "");
        var rows = new List<IRenderable[]> { Row("ended", Ending(report.Stop)) };
        if (last is not null) rows.Add(Row("work", $"{FigureWords.Count(last.Updates)} {(report.Method == "sddp" ? "iterations" : "updates")} in {FigureWords.Duration(last.Seconds)}, seed {report.Seed}"));
        if (report.Curve.Where(point => point.PanelCost is not null).MinBy(point => point.PanelCost) is { } best)
            rows.Add(Row("panel cost", $"{FigureWords.Cost(best.PanelCost)}{unit}, the mean over all stages of held-out scenarios, by exact solves"));
        if (last?.Bound is { } bound) rows.Add(Row("bound", $"{FigureWords.Cost(bound)}{unit}: no policy has a lower {(report.Settings.ContainsKey("risk") ? "risk-adjusted " : "expected ")}cost over all stages"));
        rows.Add(Row("failures", last is null or { Failures: 0 } ? "no solve failed" : $"{FigureWords.Count(last.Failures)} solves failed and were left out"));
        rows.Add(Row("written to", folder));
        screen.Columns(rows);
        screen.Gap();
        screen.Command("Next", $"nlopt policy evaluate {folder}");
    }

    private static string Ending(TrainingStop? stop) => stop switch
    {
        TrainingStop.Converged => "by itself: more work would hardly change anything",
        TrainingStop.Updates => "all updates done",
        TrainingStop.Duration => "the time was up",
        TrainingStop.Cancelled => "cancelled; this is the best so far",
        _ => "not yet",
    };

    private static IRenderable[] Row(string name, string value) => [Screen.Words(name, Screen.Faint), Screen.Words(value)];
}

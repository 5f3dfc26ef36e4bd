using System.Globalization;
using NlOpt.Evaluation.Policies;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Simulation;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>Policies side by side.</summary>
internal static class PolicyComparisonScreen
{
    private static readonly string[] Titles = ["", "mean cost", "difference", "± s.e.", "t", "relative", "wins", "shed"];

    public static void Show(Screen screen, PolicyComparisonReport comparison)
    {
        screen.Heading($"Policies for {comparison.Case}");
        screen.Paragraph(PolicyEvaluationScreen.Scenarios(comparison.Scenarios), Screen.Faint);
        screen.Gap();
        Table(screen, comparison, policy => (policy.Reported, policy.ReportedDifference));
        screen.Gap();
        if (comparison.Scenarios.ReportedStages < comparison.Scenarios.Stages)
        {
            screen.Heading($"Over all {comparison.Scenarios.Stages} stages");
            Table(screen, comparison, policy => (policy.All, policy.AllDifference));
            screen.Gap();
        }

        var unit = comparison.CostUnit is { } name ? $"Costs in {name}. " : "";
        screen.Paragraph(
            $"{unit}Differences from {comparison.Baseline} are paired, scenario by scenario. Wins: scenarios that are cheaper. Shed: scenarios with unserved "
            + "demand or a violated limit.", Screen.Faint);
        if (comparison.Policies.Any(policy => policy.Policy == PerfectForesight.Name) && comparison.Scenarios.ReportedStages < comparison.Scenarios.Stages)
            screen.Paragraph("Perfect foresight is a limit for all policies over all stages; it may spend more at first in order to save later.", Screen.Faint);
        foreach (var policy in comparison.Policies.Where(policy => policy.All.Failures > 0))
            screen.Paragraph($"{policy.Label}: {FigureWords.Count(policy.All.Failures)} scenarios with a failed solve are left out.", Screen.Bad);
    }

    private static void Table(Screen screen, PolicyComparisonReport comparison, Func<ComparedPolicy, (SimulationSummary, PairedDifference?)> figures) =>
        screen.Columns(
        [
            [.. Titles.Select(title => Screen.Words(title, Screen.Faint))],
            .. comparison.Policies.Select(policy => Row(policy.Label, figures(policy))),
        ]);

    private static IRenderable[] Row(string label, (SimulationSummary Summary, PairedDifference? Difference) figures)
    {
        var (summary, difference) = figures;
        return
        [
            Screen.Words(label),
            Screen.Words(FigureWords.Cost(summary.Cost.Mean), Screen.Strong),
            Screen.Words(FigureWords.Difference(difference?.Difference.Mean)),
            Screen.Words(FigureWords.Cost(difference?.Difference.StandardError)),
            Screen.Words(difference?.T is { } t ? t.ToString(Math.Abs(t) >= 100 ? "0" : "0.0", CultureInfo.InvariantCulture) : FigureWords.None),
            Screen.Words(FigureWords.SignedPercent(difference?.Relative)),
            Screen.Words(difference is null ? FigureWords.None : $"{FigureWords.Count(difference.Wins)}/{FigureWords.Count(difference.Difference.Count)}"),
            Screen.Words(Shed(summary)),
        ];
    }

    private static string Shed(SimulationSummary summary)
    {
        var shares = summary.Measures.Where(measure => measure.Measure.Kind != MeasureKind.Quantity).Select(measure => measure.ShareAbove).ToList();
        return shares.Count == 0 || shares.Contains(null) ? FigureWords.None : shares.Max() == 0 ? "none" : FigureWords.Percent(shares.Max());
    }
}

using System.Globalization;
using NlOpt.Evaluation.Policies;
using NlOpt.Policies.Problems;
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
        screen.Columns(
        [
            [.. Titles.Select(title => Screen.Words(title, Screen.Faint))],
            .. comparison.Policies.Select(Row),
        ]);
        screen.Gap();
        var unit = comparison.CostUnit is { } name ? $"Costs in {name}. " : "";
        screen.Paragraph(
            $"{unit}Differences from {comparison.Baseline} are paired, scenario by scenario; wins: scenarios that are cheaper; shed: scenarios with unserved "
            + "demand or a violated limit.", Screen.Faint);
        foreach (var policy in comparison.Policies.Where(policy => policy.Reported.Failures > 0))
            screen.Paragraph($"{policy.Label}: {FigureWords.Count(policy.Reported.Failures)} scenarios with a failed solve are left out.", Screen.Bad);
    }

    private static IRenderable[] Row(ComparedPolicy policy)
    {
        var difference = policy.ReportedDifference;
        return
        [
            Screen.Words(policy.Label),
            Screen.Words(FigureWords.Cost(policy.Reported.Cost.Mean), Screen.Strong),
            Screen.Words(difference is null ? FigureWords.None : FigureWords.Difference(difference.Difference.Mean)),
            Screen.Words(difference is null ? FigureWords.None : FigureWords.Cost(difference.Difference.StandardError)),
            Screen.Words(difference?.T is { } t ? t.ToString("0.0", CultureInfo.InvariantCulture) : FigureWords.None),
            Screen.Words(difference is null ? FigureWords.None : FigureWords.SignedPercent(difference.Relative)),
            Screen.Words(difference is null ? FigureWords.None : $"{FigureWords.Count(difference.Wins)}/{FigureWords.Count(difference.Difference.Count)}"),
            Screen.Words(Shed(policy)),
        ];
    }

    private static string Shed(ComparedPolicy policy)
    {
        var shares = policy.Reported.Measures.Where(summary => summary.Measure.Kind != MeasureKind.Quantity).Select(summary => summary.ShareAbove).ToList();
        return shares.Count == 0 || shares.Contains(null) ? FigureWords.None : shares.Max() == 0 ? "none" : FigureWords.Percent(shares.Max());
    }
}

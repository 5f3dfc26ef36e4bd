using System.Globalization;
using NlOpt.Evaluation.Policies;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Simulation;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>What a policy costs, and what it does.</summary>
internal static class PolicyEvaluationScreen
{
    public static void Show(Screen screen, PolicyEvaluation evaluation)
    {
        screen.Heading($"{evaluation.Policy} on {evaluation.Case}");
        screen.Paragraph(Scenarios(evaluation.Scenarios), Screen.Faint);
        screen.Gap();
        var unit = evaluation.CostUnit is { } name ? " " + name : "";
        var (reported, all) = (evaluation.Reported, evaluation.All);
        var rows = new List<IRenderable[]>
        {
            Row("mean cost", $"{FigureWords.Cost(reported.Cost.Mean)}{unit} ± {FigureWords.Cost(reported.Cost.StandardError)} (standard error)", Screen.Strong),
            Row("standard deviation", FigureWords.Cost(reported.Cost.StandardDeviation)),
        };
        if (all.StageCount != reported.StageCount) rows.Add(Row($"over all {all.StageCount} stages", FigureWords.Cost(all.Cost.Mean)));
        foreach (var measure in reported.Measures) rows.Add(Row(measure.Measure.Name, Words(measure, reported.StageCount), StyleOf(measure)));
        rows.Add(evaluation.Failures.IsEmpty
            ? Row("failed solves", "none")
            : Row("failed solves", $"in {FigureWords.Count(all.Failures)} scenarios, which are left out; the first: {Words(evaluation.Failures[0])}", Screen.Bad));
        rows.Add(Row("time", Time(evaluation.Timing)));
        screen.Columns(rows);
    }

    /// <summary>The scenarios of an evaluation or comparison in one sentence.</summary>
    public static string Scenarios(ScenarioDescription scenarios)
    {
        var stages = scenarios.ReportedStages == scenarios.Stages
            ? $"all {scenarios.Stages} stages"
            : $"the first {scenarios.ReportedStages} of {scenarios.Stages} stages";
        var what = scenarios.Name.StartsWith("protocol", StringComparison.Ordinal) ? $"{scenarios.Count} frozen scenarios of the protocol" : scenarios.Name;
        return $"{what} ({scenarios.Sha256[..8]}), {stages}, every stage by an exact linear program";
    }

    /// <summary>What a measure came to.</summary>
    private static string Words(MeasureSummary summary, int stages)
    {
        var unit = summary.Measure.Unit is { } name ? " " + name : "";
        return summary switch
        {
            { Mean: null } => FigureWords.None,
            { Measure.Kind: MeasureKind.Quantity } => $"{FigureWords.Cost(summary.Mean / stages)}{unit} a stage, at most {FigureWords.Cost(summary.Largest)}",
            { ShareAbove: 0 } => "in no scenario",
            _ => $"in {FigureWords.Percent(summary.ShareAbove)} of the scenarios, at most {FigureWords.Cost(summary.Largest)}{unit} in a stage",
        };
    }

    private static Style StyleOf(MeasureSummary summary) => summary switch
    {
        { Measure.Kind: MeasureKind.Quantity } or { ShareAbove: null } => Screen.Plain,
        { ShareAbove: 0 } => Screen.Good,
        _ => Screen.Warning,
    };

    private static string Words(SimulationFailure failure) =>
        $"scenario {failure.Scenario + 1}, stage {failure.Stage + 1}, {failure.Termination.ToString().ToLowerInvariant()}{(failure.Detail is { } detail ? $" ({detail})" : "")}";

    private static string Time(SimulationTiming timing) => string.Create(
        CultureInfo.InvariantCulture,
        $"{FigureWords.Duration(timing.Seconds)} for {timing.Programs:#,0} linear programs on {timing.Threads} {(timing.Threads == 1 ? "thread" : "threads")}, {timing.MillisecondsPerProgram ?? 0:0.00} ms each");

    private static IRenderable[] Row(string name, string value, Style? style = null) => [Screen.Words(name, Screen.Faint), Screen.Words(value, style)];
}

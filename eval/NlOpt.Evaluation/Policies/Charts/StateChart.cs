using System.Collections.Immutable;
using ScottPlot;

namespace NlOpt.Evaluation.Policies.Charts;

/// <summary>The state variables, such as reservoirs: a small fan each, policies over each other.</summary>
internal static class StateChart
{
    private const int MostStates = 12;
    private const double Nothing = 1e-6;

    public static IEnumerable<PolicyPicture> Draw(ImmutableArray<PolicyRun> runs)
    {
        var evaluated = runs.Select((run, index) => (run.Label, Index: index, run.Evaluation)).Where(entry => entry.Evaluation is { Bands.IsEmpty: false }).ToList();
        if (evaluated.Count == 0) yield break;
        // The largest ones: what can hardly hold anything tells nothing.
        var states = evaluated[0].Evaluation!.Bands.Select((band, order) => (Band: band, Order: order)).Where(entry => entry.Band.Kind == StageBandKind.State)
            .OrderByDescending(entry => Size(entry.Band)).Where(entry => Size(entry.Band) > Nothing).Take(MostStates).OrderBy(entry => entry.Order).Select(entry => entry.Band).ToList();
        if (states.Count == 0) yield break;
        var plots = new List<Plot>();
        foreach (var state in states)
        {
            var plot = ChartStyle.Open(state.Name, "stage", state.Unit ?? "");
            foreach (var (label, index, evaluation) in evaluated)
                if (evaluation!.Bands.FirstOrDefault(band => band.Kind == StageBandKind.State && band.Name == state.Name) is { } band)
                    FanChart.Add(plot, band, ChartStyle.ColorOf(index), label, hasInnerBand: false);
            FanChart.MarkReported(plot, evaluated[0].Evaluation!.Scenarios.ReportedStages, state.Median.Length);
            plot.Axes.AutoScale();
            plot.Axes.SetLimitsX(1, state.Median.Length);
            ChartStyle.ShowLegend(plot);
            plots.Add(plot);
        }

        yield return ChartSheet.Draw(
            "states", "State after each stage", "Median and 5% to 95% over the scenarios, policies over each other.", plots, Math.Min(3, states.Count),
            states.Count == 1 ? 900 : states.Count == 2 ? 480 : 340, states.Count <= 2 ? 320 : 270);
    }

    private static double Size(StageBand band) => Math.Max(band.Percentile95.Max(), -band.Percentile5.Min());
}

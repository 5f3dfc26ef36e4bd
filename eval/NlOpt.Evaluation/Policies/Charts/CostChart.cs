using System.Collections.Immutable;
using ScottPlot;

namespace NlOpt.Evaluation.Policies.Charts;

/// <summary>How costs, and differences of costs, are spread over the scenarios.</summary>
internal static class CostChart
{
    private const int Bins = 40;

    public static IEnumerable<PolicyPicture> Draw(ImmutableArray<PolicyRun> runs)
    {
        var evaluated = runs.Select((run, index) => (run.Label, Index: index, run.Evaluation))
            .Where(entry => entry.Evaluation is { } evaluation && evaluation.ReportedCosts.Any(cost => cost is not null)).ToList();
        if (evaluated.Count == 0) yield break;
        var first = evaluated[0].Evaluation!;
        var costs = evaluated.Select(entry => (entry.Label, entry.Index, Values: entry.Evaluation!.ReportedCosts.OfType<double>().ToArray())).ToList();
        yield return ChartSheet.Draw(
            "costs", "Costs of the scenarios",
            $"Over the first {first.Scenarios.ReportedStages} of {first.Scenarios.Stages} stages; the dashed line is the mean.",
            [Histogram(ChartStyle.WithUnit("cost of a scenario", first.CostUnit), costs, zero: false)], 1, 900, 380);
        var paired = evaluated.Skip(1).Where(entry => entry.Evaluation!.Scenarios.Sha256 == first.Scenarios.Sha256)
            .Select(entry => (entry.Label, entry.Index, Values: Differences(entry.Evaluation!, first))).Where(entry => entry.Values.Length > 0).ToList();
        if (paired.Count == 0) yield break;
        yield return ChartSheet.Draw(
            "differences", $"Costs less those of {evaluated[0].Label}",
            "Scenario by scenario: left of 0 the policy is cheaper. The dashed line is the mean.",
            [Histogram(ChartStyle.WithUnit($"cost less that of {evaluated[0].Label}", first.CostUnit), paired, zero: true)], 1, 900, 340);
    }

    private static double[] Differences(PolicyEvaluation candidate, PolicyEvaluation baseline) =>
        [.. candidate.ReportedCosts.Zip(baseline.ReportedCosts).Where(pair => pair is { First: not null, Second: not null }).Select(pair => pair.First!.Value - pair.Second!.Value)];

    private static Plot Histogram(string bottom, List<(string Label, int Index, double[] Values)> samples, bool zero)
    {
        var plot = ChartStyle.Open("", bottom, "scenarios");
        var (lowest, highest) = (samples.Min(sample => sample.Values.Min()), samples.Max(sample => sample.Values.Max()));
        if (highest <= lowest) (lowest, highest) = (lowest - 1, highest + 1);
        var width = (highest - lowest) / Bins;
        var tallest = 0.0;
        foreach (var (label, index, values) in samples)
        {
            var counts = new double[Bins];
            foreach (var value in values) counts[Math.Min(Bins - 1, (int)((value - lowest) / width))]++;
            tallest = Math.Max(tallest, counts.Max());
            // The outline of the columns: up and down at each edge.
            var (xs, ys) = (new List<double> { lowest }, new List<double> { 0 });
            for (var bin = 0; bin < Bins; bin++)
            {
                xs.AddRange([lowest + bin * width, lowest + (bin + 1) * width]);
                ys.AddRange([counts[bin], counts[bin]]);
            }

            xs.Add(highest);
            ys.Add(0);
            var outline = plot.Add.Scatter(xs.ToArray(), ys.ToArray());
            outline.Color = ChartStyle.ColorOf(index);
            outline.LineWidth = 1.5f;
            outline.MarkerSize = 0;
            outline.FillY = true;
            outline.FillYColor = ChartStyle.ColorOf(index).WithAlpha(0.15);
            outline.LegendText = label;
            var mean = plot.Add.VerticalLine(values.Average());
            mean.Color = ChartStyle.ColorOf(index);
            mean.LineWidth = 1.5f;
            mean.LinePattern = LinePattern.Dashed;
        }

        if (zero)
        {
            var line = plot.Add.VerticalLine(0);
            line.Color = ScottPlot.Color.FromHex("#57606a");
            line.LineWidth = 1;
        }

        plot.Axes.SetLimitsY(0, 1.15 * tallest);
        plot.Axes.SetLimitsX(lowest - width, highest + width);
        ChartStyle.ShowLegend(plot);
        return plot;
    }
}

using System.Collections.Immutable;
using ScottPlot;

namespace NlOpt.Evaluation.Policies.Charts;

/// <summary>How a quantity is spread over the scenarios, stage by stage: one fan a policy, side by side, with equal axes.</summary>
internal static class FanChart
{
    private const double Nothing = 1e-6;

    public static IEnumerable<PolicyPicture> Draw(ImmutableArray<PolicyRun> runs)
    {
        var evaluated = runs.Select((run, index) => (run.Label, Index: index, run.Evaluation)).Where(entry => entry.Evaluation is { Bands.IsEmpty: false }).ToList();
        if (evaluated.Count == 0) yield break;
        foreach (var band in evaluated[0].Evaluation!.Bands.Where(band => band.Kind != StageBandKind.State))
        {
            var fans = evaluated.Select(entry => (entry.Label, entry.Index, Band: entry.Evaluation!.Bands.FirstOrDefault(other => other.Kind == band.Kind && other.Name == band.Name)))
                .Where(entry => entry.Band is not null).ToList();
            if (fans.Max(fan => fan.Band!.Percentile95.Max()) <= Nothing) continue;
            var (lowest, highest) = (fans.Min(fan => fan.Band!.Percentile5.Min()), fans.Max(fan => fan.Band!.Percentile95.Max()));
            var reported = evaluated[0].Evaluation!.Scenarios.ReportedStages;
            var plots = fans.Select((fan, position) => Fan(fan.Label, fan.Index, fan.Band!, lowest, highest, reported, position == 0)).ToList();
            var columns = plots.Count == 1 ? 1 : 2;
            yield return ChartSheet.Draw(
                "fan-" + FileWord(band.Name), band.Kind == StageBandKind.Cost ? "Cost of a stage" : char.ToUpperInvariant(band.Name[0]) + band.Name[1..],
                "Over the scenarios: median, the middle half, and 5% to 95%." + (reported < band.Median.Length ? " Beyond the dotted line stages are simulated but not reported." : ""),
                plots, columns, plots.Count == 1 ? 900 : 520, 320);
        }
    }

    /// <summary>Draws one fan into a plot.</summary>
    public static void Add(Plot plot, StageBand band, Color color, string? label, bool hasInnerBand)
    {
        var stages = Enumerable.Range(1, band.Median.Length).Select(stage => (double)stage).ToArray();
        void Fill(ImmutableArray<double> below, ImmutableArray<double> above, double alpha)
        {
            var fill = plot.Add.FillY(stages, below.ToArray(), above.ToArray());
            fill.FillColor = color.WithAlpha(alpha);
            fill.LineWidth = 0;
            fill.MarkerSize = 0;
        }

        Fill(band.Percentile5, band.Percentile95, 0.15);
        if (hasInnerBand) Fill(band.Percentile25, band.Percentile75, 0.3);
        var median = plot.Add.ScatterLine(stages, band.Median.ToArray());
        median.Color = color;
        median.LineWidth = 2;
        if (label is not null) median.LegendText = label;
    }

    /// <summary>A name as a word for file names.</summary>
    public static string FileWord(string name) => string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');

    private static Plot Fan(string label, int index, StageBand band, double lowest, double highest, int reported, bool isFirst)
    {
        var plot = ChartStyle.Open(label, "stage", isFirst ? ChartStyle.WithUnit(band.Name, band.Unit) : "");
        Add(plot, band, ChartStyle.ColorOf(index), null, hasInnerBand: true);
        MarkReported(plot, reported, band.Median.Length);
        var room = Math.Max(0.05 * (highest - lowest), Nothing);
        plot.Axes.SetLimits(1, band.Median.Length, lowest >= 0 ? Math.Max(0, lowest - room) : lowest - room, highest + room);
        return plot;
    }

    /// <summary>Shows where the reported stages end.</summary>
    public static void MarkReported(Plot plot, int reported, int stages)
    {
        if (reported >= stages) return;
        var line = plot.Add.VerticalLine(reported + 0.5);
        line.Color = Color.FromHex("#57606a");
        line.LineWidth = 1;
        line.LinePattern = LinePattern.Dotted;
    }
}

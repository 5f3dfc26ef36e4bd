using System.Collections.Immutable;
using ScottPlot;

namespace NlOpt.Evaluation.Policies.Charts;

/// <summary>Cost against time spent in training.</summary>
internal static class TrainingChart
{
    // Single paths of SDDP vary by far more than policies differ.
    private const int FewestSmoothed = 50, SmoothedPart = 4;
    private const double MuchLonger = 4;
    private const double ShortestTime = 0.1;

    private static readonly (double Seconds, string Label)[] Times =
    [
        (0.1, "0.1 s"), (0.3, "0.3 s"), (1, "1 s"), (3, "3 s"), (10, "10 s"), (30, "30 s"), (60, "1 min"), (180, "3 min"), (600, "10 min"), (1800, "30 min"),
        (3600, "1 h"), (10800, "3 h"), (36000, "10 h"), (86400, "1 d"),
    ];

    public static IEnumerable<PolicyPicture> Draw(ImmutableArray<PolicyRun> runs)
    {
        var trained = runs.Select((run, index) => (Run: run, Index: index)).Where(entry => entry.Run.Training is { Curve.IsEmpty: false }).ToList();
        if (trained.Count == 0) yield break;
        var ends = trained.Select(entry => entry.Run.Training!.Curve[^1].Seconds).ToList();
        var axis = TimeAxis.Of(ends.Max(), isLogarithmic: ends.Max() > MuchLonger * ends.Min());
        var plot = ChartStyle.Open("", axis.Title, ChartStyle.WithUnit("cost over all stages", trained[0].Run.Training!.CostUnit));
        var seen = new List<double>();
        foreach (var (run, index) in trained)
        {
            foreach (var line in LinesOf(run))
            {
                var scatter = plot.Add.Scatter(line.Points.Select(point => axis.Position(point.Seconds)).ToArray(), line.Points.Select(point => point.Cost).ToArray());
                scatter.Color = line.IsFaint ? ChartStyle.ColorOf(index).WithAlpha(0.35) : ChartStyle.ColorOf(index);
                scatter.LineWidth = line.IsFaint ? 1 : 2;
                scatter.LinePattern = line.IsDashed ? LinePattern.Dashed : LinePattern.Solid;
                scatter.MarkerSize = line.HasMarkers ? 5 : 0;
                scatter.LegendText = line.Name;
                seen.AddRange(Settled(line));
            }
        }

        if (seen.Count > 0)
        {
            var (lowest, highest) = (seen.Min(), seen.Max());
            var room = Math.Max(0.06 * (highest - lowest), 1e-4 * Math.Abs(highest));
            plot.Axes.SetLimitsY(lowest - room, highest + room);
        }

        axis.Apply(plot);
        ChartStyle.ShowLegend(plot);
        yield return ChartSheet.Draw(
            "training", "Training: cost against time",
            "What each method costs after so much training on this machine. Solid with points: mean on held-out scenarios, by exact solves; thin: what training "
            + "itself sees; dashed: proved lower bound on the expected cost of any policy.",
            [plot], 1, 900, 460);
    }

    /// <summary>One line of the picture.</summary>
    private sealed record CurveLine(string Name, bool IsFaint, bool IsDashed, bool HasMarkers, List<(double Seconds, double Cost)> Points);

    private static IEnumerable<CurveLine> LinesOf(PolicyRun run)
    {
        var curve = run.Training!.Curve;
        var panel = curve.Where(point => point.PanelCost is not null).Select(point => (point.Seconds, point.PanelCost!.Value)).ToList();
        var costs = Smoothed(curve.Where(point => point.Cost is not null).Select(point => (point.Seconds, point.Cost!.Value)).ToList());
        var bounds = curve.Where(point => point.Bound is not null).Select(point => (point.Seconds, point.Bound!.Value)).ToList();
        if (panel.Count > 0) yield return new CurveLine($"{run.Label}: held-out scenarios", false, false, true, panel);
        if (costs.Count > 0) yield return new CurveLine($"{run.Label}: in training, running mean", panel.Count > 0, false, false, costs);
        if (bounds.Count > 0) yield return new CurveLine($"{run.Label}: lower bound", false, true, false, bounds);
    }

    /// <summary>Means over the last points: at first over half of all so far, so that a bad beginning is soon forgotten, later over a fixed number.</summary>
    private static List<(double Seconds, double Cost)> Smoothed(List<(double Seconds, double Cost)> points)
    {
        var longest = Math.Max(FewestSmoothed, points.Count / SmoothedPart);
        var smoothed = new List<(double, double)>(points.Count);
        for (var index = 0; index < points.Count; index++)
        {
            var count = Math.Min(index / 2 + 1, longest);
            var sum = 0.0;
            for (var back = 0; back < count; back++) sum += points[index - back].Cost;
            smoothed.Add((points[index].Seconds, sum / count));
        }

        return smoothed;
    }

    /// <summary>The part of a line that decides what the picture shows: its steep beginning is left out.</summary>
    private static IEnumerable<double> Settled(CurveLine line)
    {
        var start = line.Points.Count < 5 ? 0 : 0.2 * line.Points[^1].Seconds;
        return line.Points.Where(point => point.Seconds >= start).Select(point => point.Cost);
    }

    /// <summary>Time along the bottom, in words that people use; logarithmic where one training took much longer than another.</summary>
    private sealed record TimeAxis(string Title, bool IsLogarithmic, double Unit, double Longest)
    {
        public static TimeAxis Of(double longest, bool isLogarithmic) =>
            isLogarithmic ? new("time spent in training", true, 1, longest)
            : longest > 7200 ? new("hours of training", false, 3600, longest)
            : longest > 120 ? new("minutes of training", false, 60, longest)
            : new("seconds of training", false, 1, longest);

        public double Position(double seconds) => IsLogarithmic ? Math.Log10(Math.Max(seconds, ShortestTime)) : seconds / Unit;

        public void Apply(Plot plot)
        {
            if (!IsLogarithmic)
            {
                plot.Axes.SetLimitsX(0, 1.02 * Longest / Unit);
                return;
            }

            var ticks = Times.Where(time => time.Seconds <= 1.5 * Longest).ToArray();
            plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
                ticks.Select(time => Math.Log10(time.Seconds)).ToArray(), ticks.Select(time => time.Label).ToArray());
            plot.Axes.SetLimitsX(Math.Log10(ShortestTime), Math.Log10(1.1 * Longest));
        }
    }
}

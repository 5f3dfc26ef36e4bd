using ScottPlot;
using SkiaSharp;

namespace NlOpt.Evaluation.Policies.Charts;

/// <summary>What all pictures share: colours, letters, axes.</summary>
internal static class ChartStyle
{
    private static readonly Color[] Colors =
    [
        Color.FromHex("#0969da"), Color.FromHex("#bc4c00"), Color.FromHex("#1a7f37"), Color.FromHex("#8250df"), Color.FromHex("#bf3989"), Color.FromHex("#57606a"),
    ];

    private static readonly Color Ink = Color.FromHex("#1f2328");
    private static readonly Color Line = Color.FromHex("#d8dee4");

    // Half of the last label stands beyond the end of the axis.
    private const int RightMargin = 24;

    private static readonly string[] Families = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Open Sans", "Arial", "Helvetica", "Segoe UI"];

    private static readonly Lazy<string?> Family = new(() =>
    {
        var installed = SKFontManager.Default.FontFamilies.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Families.FirstOrDefault(installed.Contains) ?? installed.FirstOrDefault();
    });

    /// <summary>The letters used; null where the machine has none.</summary>
    public static string? FontFamily => Family.Value;

    /// <summary>The colour of a policy.</summary>
    public static Color ColorOf(int run) => Colors[run % Colors.Length];

    /// <summary>An empty picture.</summary>
    public static Plot Open(string title, string bottom, string left)
    {
        var plot = new Plot();
        if (FontFamily is { } family) plot.Font.Set(family);
        plot.Title(title, 15);
        plot.XLabel(bottom, 13);
        plot.YLabel(left, 13);
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.Label.Bold = false;
        plot.Axes.Color(Ink);
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Right.TickGenerator = new ScottPlot.TickGenerators.EmptyTickGenerator();
        plot.Axes.Right.MinimumSize = RightMargin;
        plot.Axes.Left.MinorTickStyle.Length = 0;
        plot.Axes.Bottom.MinorTickStyle.Length = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Grid.MajorLineColor = Line;
        plot.Legend.OutlineColor = Line;
        plot.Legend.ShadowColor = Color.FromHex("#ffffff").WithAlpha(0);
        plot.Legend.FontSize = 12;
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = Number };
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = Number };
        return plot;
    }

    /// <summary>Shows the legend below the plot, where it hides nothing.</summary>
    public static void ShowLegend(Plot plot)
    {
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.Legend.OutlineWidth = 0;
        plot.ShowLegend(Edge.Bottom);
    }

    /// <summary>A number at an axis.</summary>
    public static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.####", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A name with its unit.</summary>
    public static string WithUnit(string name, string? unit) => unit is null ? name : $"{name} ({unit})";
}

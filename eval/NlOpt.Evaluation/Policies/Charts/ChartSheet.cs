using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace NlOpt.Evaluation.Policies.Charts;

/// <summary>Puts plots side by side on one sheet and draws it as SVG and PNG.</summary>
internal static class ChartSheet
{
    private const int Resolution = 2;

    /// <summary>Draws a sheet.</summary>
    /// <param name="name">A word for file names.</param>
    /// <param name="title">The heading of the picture.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="plots">The plots, row by row; at least one.</param>
    /// <param name="columns">Plots in a row.</param>
    /// <param name="width">Width of a plot in points.</param>
    /// <param name="height">Height of a plot in points.</param>
    public static PolicyPicture Draw(string name, string title, string caption, IReadOnlyList<Plot> plots, int columns, int width, int height)
    {
        var (wide, high) = (Math.Min(columns, plots.Count) * width, (plots.Count + columns - 1) / columns * height);
        void Paint(SKCanvas canvas)
        {
            for (var index = 0; index < plots.Count; index++)
            {
                var (left, top) = (index % columns * width, index / columns * height);
                // A plot clears all of the canvas that it may.
                canvas.Save();
                canvas.ClipRect(SKRect.Create(left, top, width, height));
                plots[index].Render(canvas, new PixelRect(left, left + width, top + height, top));
                canvas.Restore();
            }
        }

        // A plot is laid out when it is drawn first, and that draws it twice.
        var png = Png(wide, high, Paint);
        return new PolicyPicture(name, title, caption, Svg(name, wide, high, Paint), png);
    }

    private static ImmutableArray<byte> Png(int wide, int high, Action<SKCanvas> paint)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Resolution * wide, Resolution * high));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Resolution);
        paint(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return [.. data.ToArray()];
    }

    private static string Svg(string name, int wide, int high, Action<SKCanvas> paint)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(wide, high), stream)) paint(canvas);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        text = text[text.IndexOf("<svg", StringComparison.Ordinal)..].TrimEnd();
        var open = text.IndexOf('>', StringComparison.Ordinal) + 1;
        // Several pictures stand in one page: their ids must differ. And the letters of this machine may be missing elsewhere.
        var body = text[open..]
            .Replace(" id=\"", $" id=\"{name}-", StringComparison.Ordinal)
            .Replace("url(#", $"url(#{name}-", StringComparison.Ordinal)
            .Replace("href=\"#", $"href=\"#{name}-", StringComparison.Ordinal);
        // Clearing with nothing comes out as a black sheet below all the rest, which would shine through at the edges.
        body = Regex.Replace(body, $"(?<!<clipPath [^>]*>\\s*)<rect width=\"{wide}\" height=\"{high}\"/>", "");
        if (ChartStyle.FontFamily is { } family)
            body = body.Replace($"font-family=\"{family}\"", $"font-family=\"{family}, Verdana, Arial, sans-serif\"", StringComparison.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\">{body}\n");
    }
}

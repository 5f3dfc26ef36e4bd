namespace NlOpt.Cli.Screens;

/// <summary>A curve in one line of characters.</summary>
internal static class Sparkline
{
    private const string Levels = "▁▂▃▄▅▆▇█";

    /// <summary>Draws values as columns of equal width, each the mean of its part; what lies above most of the rest is cut off.</summary>
    /// <param name="values">The values, oldest first; finite.</param>
    /// <param name="width">Most characters, at least 1.</param>
    /// <returns>Empty for no values.</returns>
    public static string Of(IReadOnlyList<double> values, int width)
    {
        var count = Math.Min(width, values.Count);
        if (count == 0) return "";
        var columns = new double[count];
        for (var column = 0; column < count; column++)
        {
            var (first, end) = (column * values.Count / count, (column + 1) * values.Count / count);
            for (var index = first; index < end; index++) columns[column] += values[index] / (end - first);
        }

        var sorted = columns.Order().ToArray();
        var (lowest, highest) = (sorted[0], sorted[Math.Max(0, sorted.Length * 9 / 10 - 1)]);
        var scale = highest > lowest ? (Levels.Length - 1) / (highest - lowest) : 0;
        return string.Concat(columns.Select(value => Levels[(int)Math.Round(scale * Math.Clamp(value - lowest, 0, highest - lowest))]));
    }
}

namespace NlOpt.Understanding.Learning;

/// <summary>Fits a non-decreasing step function to pairs of score and outcome (pool adjacent violators).</summary>
internal static class IsotonicRegression
{
    /// <summary>The fitted outcome of each score, in the order of ascending score.</summary>
    /// <param name="outcomes">Outcomes in [0, 1], by ascending score.</param>
    public static double[] Fit(IReadOnlyList<double> outcomes)
    {
        var blocks = new List<(double Sum, int Count)>();
        foreach (var outcome in outcomes)
        {
            blocks.Add((outcome, 1));
            while (blocks.Count > 1 && blocks[^2].Sum * blocks[^1].Count >= blocks[^1].Sum * blocks[^2].Count)
            {
                blocks[^2] = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        return [.. blocks.SelectMany(block => Enumerable.Repeat(block.Sum / block.Count, block.Count))];
    }
}

namespace NlOpt.Modeling;

/// <summary>
/// Colors variables and rows by what they are and by the colors around them, again and again until no color splits. Whatever maps one model
/// onto another maps colors onto equal colors, so that only variables of equal color can correspond. A row and its opposite are one row: each is
/// looked at in both directions.
/// </summary>
internal static class ColorRefinement
{
    // Long chains of rows split one color a round; stopping early only leaves colors coarser, never wrong.
    private const int MaximumRounds = 64;

    /// <summary>Refines colors.</summary>
    /// <param name="graph">The model.</param>
    /// <param name="start">One color a variable; left as it is.</param>
    /// <param name="rowColors">One color a row.</param>
    /// <returns>One color a variable.</returns>
    public static ulong[] Refine(ModelGraph graph, ulong[] start, out ulong[] rowColors)
    {
        var colors = (ulong[])start.Clone();
        var sums = new ulong[colors.Length];
        rowColors = new ulong[graph.Rows.Length];
        var count = CountDistinct(colors);
        for (var round = 0; round < MaximumRounds; round++)
        {
            Array.Clear(sums);
            for (var i = 0; i < graph.Rows.Length; i++) rowColors[i] = ColorRow(graph.Rows[i], colors, sums);
            for (var v = 0; v < colors.Length; v++) colors[v] = Hash.Of(colors[v], sums[v]);
            var newCount = CountDistinct(colors);
            if (newCount == count) break;
            count = newCount;
        }

        return colors;
    }

    /// <summary>The color of a row; what its variables learn from it is added to their sums.</summary>
    private static ulong ColorRow(ModelGraph.Node row, ulong[] colors, ulong[] sums)
    {
        var (forward, backward) = (0UL, 0UL);
        foreach (var (variable, coefficient) in row.Entries)
        {
            forward = unchecked(forward + Hash.Of(colors[variable], unchecked((ulong)coefficient)));
            backward = unchecked(backward + Hash.Of(colors[variable], unchecked((ulong)-coefficient)));
        }

        forward = Hash.Of(forward, Hash.Of(row.Lower, row.Upper));
        backward = Hash.Of(backward, Hash.Of(Opposite(row.Upper), Opposite(row.Lower)));
        var direction = forward.CompareTo(backward);
        var color = Math.Min(forward, backward);
        if (row.Binary >= 0) color = Hash.Of(color, Hash.Of(colors[row.Binary], row.ActiveValue ? 2UL : 1UL));
        foreach (var (variable, coefficient) in row.Entries)
        {
            // A row that looks the same from both directions tells no sign.
            var seen = direction == 0 ? Math.Abs(coefficient) : -Math.Sign(direction) * coefficient;
            sums[variable] = unchecked(sums[variable] + Hash.Of(color, unchecked((ulong)seen)));
        }

        if (row.Binary >= 0) sums[row.Binary] = unchecked(sums[row.Binary] + Hash.Of(~color, 1UL));
        return color;
    }

    private static long Opposite(long code) => code == ModelGraph.Missing ? code : -code;

    private static int CountDistinct(ulong[] colors) => new HashSet<ulong>(colors).Count;
}

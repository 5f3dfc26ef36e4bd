namespace NlOpt.Evaluation;

/// <summary>Spearman's rank correlation, ties having their mean rank.</summary>
internal static class RankCorrelation
{
    /// <summary>The correlation of pairs.</summary>
    /// <param name="first">First values.</param>
    /// <param name="second">Second values, as many.</param>
    /// <returns>In [-1, 1]; null where all values of a side are equal or there are fewer than two pairs.</returns>
    public static double? Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Count, first.Count);
        if (first.Count < 2) return null;
        var (left, right) = (Ranks(first), Ranks(second));
        // Ranks with ties keep the mean (n + 1) / 2.
        var mean = (first.Count + 1) / 2.0;
        double both = 0, ofLeft = 0, ofRight = 0;
        for (var index = 0; index < left.Length; index++)
        {
            var (a, b) = (left[index] - mean, right[index] - mean);
            both += a * b;
            ofLeft += a * a;
            ofRight += b * b;
        }

        return ofLeft > 0 && ofRight > 0 ? both / Math.Sqrt(ofLeft * ofRight) : null;
    }

    /// <summary>The ranks of values, counted from 1.</summary>
    internal static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(index => values[index]).ToArray();
        var ranks = new double[values.Count];
        for (var first = 0; first < order.Length;)
        {
            var last = first;
            while (last + 1 < order.Length && values[order[last + 1]] == values[order[first]]) last++;
            for (var index = first; index <= last; index++) ranks[order[index]] = ((first + last) / 2.0) + 1;
            first = last + 1;
        }

        return ranks;
    }
}

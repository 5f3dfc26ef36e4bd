namespace NlOpt.Understanding.Training;

/// <summary>Likeness of names, and the best match of read variables with labelled columns.</summary>
internal static class NameSimilarity
{
    private const double SameName = 0.75;

    /// <summary>Twice the longest common subsequence over the total length, in [0, 1].</summary>
    public static double Ratio(string left, string right)
    {
        if (left.Length + right.Length == 0) return 1;
        var lengths = new int[right.Length + 1];
        foreach (var character in left)
        {
            var diagonal = 0;
            for (var index = 1; index <= right.Length; index++)
            {
                var above = lengths[index];
                lengths[index] = character == right[index - 1] ? diagonal + 1 : Math.Max(above, lengths[index - 1]);
                diagonal = above;
            }
        }

        return 2.0 * lengths[^1] / (left.Length + right.Length);
    }

    /// <summary>The read variable of each labelled column; null when they are not the same variables.</summary>
    /// <param name="problem">The labelled problem.</param>
    /// <param name="names">The surface names of each read variable.</param>
    public static int[]? Match(LabelledProblem problem, IReadOnlyList<IReadOnlyList<string>> names)
    {
        var count = problem.VariableCount;
        if (count == 0 || names.Count != count) return null;
        var costs = new double[count, count];
        for (var column = 0; column < count; column++)
        {
            var mentions = problem.Mentions.Where(mention => mention.Column == column).Select(mention => Plain(mention.Name)).ToList();
            for (var variable = 0; variable < count; variable++)
                costs[column, variable] = -mentions.Max(mention => names[variable].Max(name => Ratio(mention, Plain(name))));
        }

        var match = Learning.Assignment.Solve(costs);
        for (var column = 0; column < count; column++)
            if (-costs[column, match[column]] <= SameName) return null;
        return match;
    }

    private static string Plain(string name) => name.ToLowerInvariant().Trim().Trim('.', ',', ';');
}

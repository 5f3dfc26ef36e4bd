namespace NlOpt.Understanding.Decisions;

/// <summary>
/// What words of one root say about the column of a limit, blended with what was learned: "5000 minutes of sewing time" limit what "takes 20
/// minutes to sew", not what takes 10 minutes to check.
/// </summary>
internal static class LimitRules
{
    private const double RootTrust = 0.5;
    private const int ShortestRoot = 3;
    private const int LongestEnding = 2;
    private const int Reach = 6;

    /// <summary>Blends the verdict into probabilities that sum to 1.</summary>
    /// <param name="context">The reading.</param>
    /// <param name="number">The limit.</param>
    /// <param name="candidates">What it may limit.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="probabilities">One a candidate; changed in place.</param>
    public static void Apply(
        ReadingContext context, NumberContext number, IReadOnlyList<LimitTarget> candidates, IReadOnlyList<Column> columns, double[] probabilities)
    {
        var alike = Enumerable.Range(0, candidates.Count).Where(index => candidates[index].Kind == LimitKind.Column
            && columns[candidates[index].Index].Numbers.All(other => other.Unit == number.Unit)).ToList();
        if (alike.Count < 2) return;
        var words = Words(context, number, number).ToList();
        var told = alike.FindAll(index => columns[candidates[index].Index].Numbers.Any(other =>
            Words(context, other, number).Any(word => words.Exists(one => AreOneRoot(one, word)))));
        if (told is not [var only]) return;
        for (var index = 0; index < probabilities.Length; index++) probabilities[index] *= 1 - RootTrust;
        probabilities[only] += RootTrust;
    }

    /// <summary>The telling words behind a number.</summary>
    private static IEnumerable<string> Words(ReadingContext context, NumberContext number, NumberContext limit) => number.RightClause.Take(Reach)
        .Where(token => token.IsWord && !token.IsFunctionWord && token.StemHash != limit.Unit && !context.NameStems.Contains(token.StemHash)
            && token.Lower is not ("time" or "available" or "total"))
        .Select(token => Root(token.Lower));

    private static string Root(string word) => word.EndsWith("ing", StringComparison.Ordinal)
        ? word[..^3] : word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2] : word;

    private static bool AreOneRoot(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return shorter.Length >= ShortestRoot && longer.Length - shorter.Length <= LongestEnding
            && longer.StartsWith(shorter, StringComparison.Ordinal);
    }
}

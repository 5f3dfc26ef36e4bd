using System.Collections.Immutable;

namespace NlOpt.Dialogue.Metrics;

/// <summary>
/// ROUGE (Lin, 2004) of one text against one reference. Tokens are runs of the letters a to z and digits in lower case: everything else
/// separates, nothing is stemmed or left out, and a text is one sequence however many sentences it has. These are the conventions of Google's
/// rouge-score package without its stemmer.
/// </summary>
/// <param name="One">By single tokens, each counted as often as it stands in both.</param>
/// <param name="Two">By pairs of neighbouring tokens, counted likewise.</param>
/// <param name="Longest">By the longest common subsequence of tokens (ROUGE-L).</param>
public sealed record Rouge(RougeScore One, RougeScore Two, RougeScore Longest)
{
    /// <summary>Compares a text with a reference.</summary>
    /// <param name="text">The text to judge, such as a summary; untrusted.</param>
    /// <param name="reference">What it should say, such as a problem statement; untrusted.</param>
    public static Rouge Of(string text, string reference)
    {
        var (judged, wanted) = (Tokens(text), Tokens(reference));
        return new Rouge(
            Overlap(judged, wanted),
            Overlap(Pairs(judged), Pairs(wanted)),
            Score(LongestCommonSubsequence(judged, wanted), judged.Length, wanted.Length));
    }

    /// <summary>The tokens of a text, in order.</summary>
    public static ImmutableArray<string> Tokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lower = text.ToLowerInvariant();
        var tokens = ImmutableArray.CreateBuilder<string>();
        for (var start = 0; start < lower.Length; start++)
        {
            if (!IsOfToken(lower[start])) continue;
            var end = start + 1;
            while (end < lower.Length && IsOfToken(lower[end])) end++;
            tokens.Add(lower[start..end]);
            start = end;
        }

        return tokens.ToImmutable();
    }

    private static bool IsOfToken(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character);

    private static ImmutableArray<(string, string)> Pairs(ImmutableArray<string> tokens) => tokens.Length < 2 ? [] : [.. tokens.Zip(tokens.Skip(1))];

    private static RougeScore Overlap<T>(ImmutableArray<T> judged, ImmutableArray<T> wanted)
        where T : notnull
    {
        var open = wanted.GroupBy(piece => piece).ToDictionary(group => group.Key, group => group.Count());
        var common = 0;
        foreach (var piece in judged)
        {
            if (!open.TryGetValue(piece, out var left) || left == 0) continue;
            open[piece] = left - 1;
            common++;
        }

        return Score(common, judged.Length, wanted.Length);
    }

    private static RougeScore Score(int common, int judged, int wanted) =>
        new((double)common / Math.Max(1, judged), (double)common / Math.Max(1, wanted));

    private static int LongestCommonSubsequence(ImmutableArray<string> first, ImmutableArray<string> second)
    {
        var lengths = new int[second.Length + 1];
        foreach (var token in first)
        {
            var diagonal = 0;
            for (var index = 1; index <= second.Length; index++)
            {
                var above = lengths[index];
                lengths[index] = token == second[index - 1] ? diagonal + 1 : Math.Max(above, lengths[index - 1]);
                diagonal = above;
            }
        }

        return lengths[^1];
    }
}

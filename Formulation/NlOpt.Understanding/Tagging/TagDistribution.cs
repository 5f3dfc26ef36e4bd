using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Tagging;

/// <summary>How the stems and stem pairs of one text were tagged: the second pass sees what the first made of the same word elsewhere.</summary>
internal sealed class TagDistribution
{
    private const int KindCount = 7;
    private readonly Dictionary<uint, int[]> _stems = [];
    private readonly Dictionary<ulong, int[]> _pairs = [];

    /// <summary>Counts a labelling.</summary>
    public TagDistribution(Token[] tokens, int[] labels)
    {
        for (var index = 0; index < tokens.Length; index++)
        {
            var kind = (int)Tag.KindOf(labels[index]);
            Count(_stems, tokens[index].StemHash)[kind]++;
            if (index + 1 < tokens.Length) Count(_pairs, StemPair.Of(tokens[index].StemHash, tokens[index + 1].StemHash))[kind]++;
        }
    }

    /// <summary>Counts by kind of a stem; null when it does not occur.</summary>
    public int[]? Of(uint stem) => _stems.GetValueOrDefault(stem);

    /// <summary>Counts by kind of the first word of a pair; null when it does not occur.</summary>
    public int[]? Of(uint first, uint second) => _pairs.GetValueOrDefault(StemPair.Of(first, second));

    private static int[] Count<TKey>(Dictionary<TKey, int[]> counts, TKey key)
        where TKey : notnull
    {
        if (!counts.TryGetValue(key, out var found)) counts[key] = found = new int[KindCount];
        return found;
    }
}

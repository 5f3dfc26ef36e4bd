namespace NlOpt.Understanding.Decisions;

/// <summary>Coarse steps for features.</summary>
internal static class Buckets
{
    /// <summary>Stands for "there is none" beside distances and ranks.</summary>
    public const uint Absent = 99;

    /// <summary>A distance in tokens: 0, 1, 2, 3-4, 5-7, more.</summary>
    public static uint Distance(int tokens) => tokens <= 0 ? 0u : tokens <= 2 ? (uint)tokens : tokens <= 4 ? 3u : tokens <= 7 ? 4u : 5u;

    /// <summary>A share: none, below .2, .4, .7, 1, all.</summary>
    public static uint Share(double share) => share <= 0 ? 0u : share < 0.2 ? 1u : share < 0.4 ? 2u : share < 0.7 ? 3u : share < 1 ? 4u : 5u;

    /// <summary>Share of common members of two sets, as a step.</summary>
    public static uint Overlap(HashSet<uint> left, HashSet<uint> right)
    {
        if (left.Count == 0 || right.Count == 0) return 0;
        var common = Common(left, right);
        return Share((double)common / (left.Count + right.Count - common));
    }

    /// <summary>How many members two sets have in common.</summary>
    public static int Common(HashSet<uint> left, HashSet<uint> right)
    {
        var count = 0;
        foreach (var member in left)
            if (right.Contains(member)) count++;
        return count;
    }

    /// <summary>How many of some words, repeated ones counted again, a set has.</summary>
    public static int Common(uint[] words, HashSet<uint> set)
    {
        var count = 0;
        foreach (var word in words)
            if (set.Contains(word)) count++;
        return count;
    }

    /// <summary>1 for true.</summary>
    public static uint Flag(bool value) => value ? 1u : 0u;

    /// <summary>A count capped.</summary>
    public static uint Cap(int count, int most) => (uint)Math.Clamp(count, 0, most);

    /// <summary>A probability in a number of steps.</summary>
    public static uint Step(double probability, double steps) => (uint)(probability * (steps - 0.01));
}

namespace NlOpt.Understanding.Text;

/// <summary>Stable 32-bit hashes of words and feature parts: the same in every process, so that weights can be stored by hash.</summary>
internal static class Hash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>FNV-1a over UTF-16 units.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        unchecked
        {
            var hash = Offset;
            foreach (var character in word) hash = (hash ^ character) * Prime;
            return hash;
        }
    }

    /// <summary>Mixes a further part into a hash (murmur3's step and finish, cut short).</summary>
    public static uint Mix(uint hash, uint part)
    {
        unchecked
        {
            part *= 0xcc9e2d51;
            part = (part << 15) | (part >> 17);
            hash ^= part * 0x1b873593;
            hash = ((hash << 13) | (hash >> 19)) * 5 + 0xe6546b64;
            return hash ^ (hash >> 16);
        }
    }
}

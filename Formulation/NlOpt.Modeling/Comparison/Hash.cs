namespace NlOpt.Modeling;

/// <summary>A 64-bit hash that is the same on every machine and in every run, unlike <see cref="HashCode"/>.</summary>
internal static class Hash
{
    /// <summary>The hash of numbers in their order.</summary>
    public static ulong Of(params ReadOnlySpan<long> parts)
    {
        var hash = 0x6A09E667F3BCC908UL;
        foreach (var part in parts) hash = Mix(unchecked(hash ^ (ulong)part));
        return hash;
    }

    /// <summary>The hash of colors in their order.</summary>
    public static ulong Of(ulong first, ulong second) => Mix(Mix(0x6A09E667F3BCC908UL ^ first) ^ second);

    /// <summary>The hash of colors in whatever order.</summary>
    public static ulong OfBag(IEnumerable<ulong> colors)
    {
        var sum = 0UL;
        foreach (var color in colors) sum = unchecked(sum + Mix(color));
        return Mix(sum);
    }

    // The finalizer of SplitMix64.
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}

namespace NlOpt.Understanding.Tagging;

/// <summary>Two stems that stand side by side, as one number to look things up by.</summary>
internal static class StemPair
{
    /// <summary>The number of two stems, given by their hashes.</summary>
    public static ulong Of(uint first, uint second) => (ulong)first << 32 | second;
}

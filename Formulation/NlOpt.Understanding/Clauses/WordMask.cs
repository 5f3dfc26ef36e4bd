using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Which words a run of words may hold, a bit a word by its hash: what a mask lacks does not stand there, so that most phrases need not be
/// looked for.
/// </summary>
/// <param name="Low">The first 64 bits.</param>
/// <param name="High">The others.</param>
internal readonly record struct WordMask(ulong Low, ulong High)
{
    /// <summary>The mask of one word.</summary>
    public static WordMask Of(string word)
    {
        var bit = Hash.Of(word) % 128;
        return bit < 64 ? new WordMask(1ul << (int)bit, 0) : new WordMask(0, 1ul << (int)(bit - 64));
    }

    /// <summary>The words of both.</summary>
    public WordMask With(WordMask other) => new(Low | other.Low, High | other.High);

    /// <summary>False where a word of the other certainly lacks.</summary>
    public bool MayHold(WordMask other) => (other.Low & ~Low | other.High & ~High) == 0;
}

using System.Text;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Evaluation;

/// <summary>Texts that are no problems: random bytes read as text in several ways, and pieces of problems torn apart and mixed.</summary>
public static class RandomTexts
{
    private const int MostBytes = 2000;
    private const int MostPieces = 60;

    /// <summary>Text number <paramref name="index"/> of a seed; the same for the same arguments.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="index">The position, from 0.</param>
    /// <param name="words">Texts to tear pieces from; with none all texts are random bytes.</param>
    public static string Of(int seed, int index, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var random = new RandomNumbers((ulong)seed).Fork((ulong)index);
        return (index % 4) switch
        {
            0 => Encoding.UTF8.GetString(Bytes(random, 0, 256)),
            1 => Encoding.Latin1.GetString(Bytes(random, 0, 256)),
            2 or 3 when words.Count == 0 => Encoding.ASCII.GetString(Bytes(random, 32, 127)),
            2 => Encoding.ASCII.GetString(Bytes(random, 32, 127)),
            _ => Pieces(random, words),
        };
    }

    private static byte[] Bytes(RandomNumbers random, int from, int to)
    {
        var bytes = new byte[1 + random.NextIndex(MostBytes)];
        for (var index = 0; index < bytes.Length; index++) bytes[index] = (byte)(from + random.NextIndex(to - from));
        return bytes;
    }

    private static string Pieces(RandomNumbers random, IReadOnlyList<string> words)
    {
        var text = new StringBuilder();
        for (var count = 1 + random.NextIndex(MostPieces); count > 0; count--)
        {
            var from = words[random.NextIndex(words.Count)];
            if (from.Length == 0) continue;
            var start = random.NextIndex(from.Length);
            text.Append(from, start, Math.Min(from.Length - start, 1 + random.NextIndex(40)));
            if (random.NextIndex(4) == 0) text.Append((char)random.NextIndex(0x2FF));
        }

        return text.ToString();
    }
}

using System.Collections.Frozen;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Tagging;

/// <summary>The features of every token of a text for the tagger: the words around it and how its stem behaves in the whole text.</summary>
internal static class TagFeatures
{
    private const uint Outside = 1;

    private static readonly FrozenSet<string> Articles = new[] { "each", "per", "a", "an", "one", "every" }.ToFrozenSet();

    private static readonly FrozenSet<string> SubjectVerbs = new[]
    {
        "costs", "cost", "takes", "take", "requires", "require", "contains", "contain", "produces", "can", "earn", "earns", "uses", "use",
        "needs", "sells", "yields", "has", "have", "is", "are",
    }.ToFrozenSet();

    /// <summary>The features of the first pass, one array a token.</summary>
    public static uint[][] Extract(Token[] tokens)
    {
        var document = new DocumentCounts(tokens);
        var features = new FeatureList();
        var result = new uint[tokens.Length][];
        for (var index = 0; index < tokens.Length; index++)
        {
            features.Clear();
            AddWords(features, tokens, index);
            AddDocument(features, tokens, index, document);
            result[index] = features.ToArray();
        }

        return result;
    }

    /// <summary>The features of the second pass: those of the first and how a first pass tagged the same words.</summary>
    public static uint[][] Extend(uint[][] firstPass, Token[] tokens, TagDistribution distribution)
    {
        var features = new FeatureList();
        var result = new uint[tokens.Length][];
        for (var index = 0; index < tokens.Length; index++)
        {
            features.Clear();
            AddDistribution(features, tokens, index, distribution);
            result[index] = [.. firstPass[index], .. features.Items];
        }

        return result;
    }

    private static uint Word(Token[] tokens, int index) => index >= 0 && index < tokens.Length ? tokens[index].LowerHash : Outside;

    private static uint Stem(Token[] tokens, int index) => index >= 0 && index < tokens.Length ? tokens[index].StemHash : Outside;

    private static uint ShapeAt(Token[] tokens, int index)
    {
        if (index < 0 || index >= tokens.Length) return Outside;
        var token = tokens[index];
        return token.Shape == TokenShape.Symbol ? token.LowerHash : (uint)token.Shape + 2;
    }

    private static void AddWords(FeatureList features, Token[] tokens, int index)
    {
        var token = tokens[index];
        var word = token.LowerHash;
        var lower = token.Shape == TokenShape.Digits ? "#" : token.Lower;
        features.Add(0);
        features.Add(1, word);
        features.Add(2, ShapeAt(tokens, index));
        features.Add(3, Hash.Of(lower.AsSpan(Math.Max(0, lower.Length - 3))));
        features.Add(4, Hash.Of(lower.AsSpan(Math.Max(0, lower.Length - 2))));
        for (var offset = -3; offset <= 3; offset++)
            if (offset != 0) features.Add(10 + offset, Word(tokens, index + offset));
        for (var offset = -2; offset <= 2; offset++)
            if (offset != 0) features.Add(20 + offset, ShapeAt(tokens, index + offset));
        features.Add(30, Word(tokens, index - 1), word);
        features.Add(31, word, Word(tokens, index + 1));
        features.Add(32, Word(tokens, index - 2), Word(tokens, index - 1));
        features.Add(33, Word(tokens, index + 1), Word(tokens, index + 2));
        features.Add(34, Word(tokens, index - 1), ShapeAt(tokens, index), Word(tokens, index + 1));
        features.Add(35, Word(tokens, index - 3), Word(tokens, index - 2), Word(tokens, index - 1));
        features.Add(36, Word(tokens, index + 1), Word(tokens, index + 2), Word(tokens, index + 3));
    }

    private static void AddDocument(FeatureList features, Token[] tokens, int index, DocumentCounts document)
    {
        var token = tokens[index];
        var behaviour = document.Behaviour(token.StemHash);
        features.Add(40, behaviour);
        features.Add(41, behaviour >> 5);
        features.Add(42, behaviour & 0b10101);
        features.Add(43, behaviour & 0b01010);
        features.Add(44, behaviour, Word(tokens, index - 1));
        features.Add(45, behaviour, Word(tokens, index + 1));
        features.Add(46, (uint)document.PairCount(Stem(tokens, index - 1), token.StemHash), (uint)document.PairCount(token.StemHash, Stem(tokens, index + 1)));
        features.Add(
            47,
            (uint)document.Count(Stem(tokens, index - 1)),
            (uint)document.Count(token.StemHash),
            (uint)document.Count(Stem(tokens, index + 1)));
        features.Add(48, token.Sentence >= tokens[^1].Sentence);
        features.Add(49, token.Sentence == 0);
    }

    private static void AddDistribution(FeatureList features, Token[] tokens, int index, TagDistribution distribution)
    {
        if (distribution.Of(tokens[index].StemHash) is { } own)
        {
            var total = own.Sum();
            for (var kind = 0; kind < own.Length; kind++)
            {
                if (own[kind] == 0) continue;
                var share = (double)own[kind] / total;
                var level = share < 0.34 ? 0u : share < 0.67 ? 1u : share < 1 ? 2u : 3u;
                features.Add(60, (uint)kind, level);
                if (tokens[index].IsWord) features.Add(61, (uint)kind, level, (uint)tokens[index].Shape);
            }
        }

        for (var offset = -1; offset <= 1; offset += 2)
        {
            if (distribution.Of(Stem(tokens, index + offset)) is not { } near) continue;
            var likeliest = Likeliest(near);
            features.Add(62 + offset, (uint)likeliest, near[likeliest] > 0.6 * near.Sum() ? 1u : 0u);
        }

        if (distribution.Of(Stem(tokens, index - 1), tokens[index].StemHash) is { } before) features.Add(64, Likeliest(before));
        if (distribution.Of(tokens[index].StemHash, Stem(tokens, index + 1)) is { } after) features.Add(65, Likeliest(after));
    }

    private static int Likeliest(int[] counts)
    {
        var best = 0;
        for (var kind = 1; kind < counts.Length; kind++)
            if (counts[kind] > counts[best]) best = kind;
        return best;
    }

    /// <summary>How stems behave over the whole text.</summary>
    private sealed class DocumentCounts
    {
        private readonly Dictionary<uint, (int Count, int Sentences, int LastSentence, uint Flags)> _stems = [];
        private readonly Dictionary<ulong, int> _pairs = [];

        public DocumentCounts(Token[] tokens)
        {
            for (var index = 0; index < tokens.Length; index++)
            {
                var token = tokens[index];
                var previous = index > 0 ? tokens[index - 1] : null;
                var next = index + 1 < tokens.Length ? tokens[index + 1] : null;
                (int Count, int Sentences, int LastSentence, uint Flags) entry = _stems.TryGetValue(token.StemHash, out var found) ? found : (0, 0, -1, 0u);
                entry.Count++;
                if (entry.LastSentence != token.Sentence) (entry.LastSentence, entry.Sentences) = (token.Sentence, entry.Sentences + 1);
                if (previous is { IsNumber: true }) entry.Flags |= 1;
                if (previous is not null && Articles.Contains(previous.Lower)) entry.Flags |= 2;
                if (next?.Lower is "and" or "or" || previous?.Lower is "and" or "or") entry.Flags |= 4;
                if (previous?.Lower == "of") entry.Flags |= 8;
                if (next is not null && SubjectVerbs.Contains(next.Lower)) entry.Flags |= 16;
                _stems[token.StemHash] = entry;
                if (next is null) continue;
                var pair = StemPair.Of(token.StemHash, next.StemHash);
                _pairs[pair] = _pairs.GetValueOrDefault(pair) + 1;
            }
        }

        /// <summary>Count, number of sentences (both capped) and five flags, packed.</summary>
        public uint Behaviour(uint stem)
        {
            var (count, sentences, _, flags) = _stems[stem];
            return ((uint)Math.Min(count, 5) << 8) | ((uint)Math.Min(sentences, 4) << 5) | flags;
        }

        public int Count(uint stem) => Math.Min(_stems.TryGetValue(stem, out var entry) ? entry.Count : 0, 5);

        public int PairCount(uint first, uint second) => Math.Min(_pairs.GetValueOrDefault(StemPair.Of(first, second)), 4);
    }
}

using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>The features of two candidate names as the two variables of one problem: how alike they are used in the text.</summary>
internal sealed class PairFeatures(Token[] tokens, IReadOnlyList<Quantity> quantities, ParallelNames parallel, NameLists lists)
{
    private static readonly uint Money = Hash.Of("$");

    private readonly uint[] _units = [.. quantities.Select(quantity => UnitOf(tokens, quantity))];
    private readonly int _lastSentence = tokens.Length == 0 ? 0 : tokens[^1].Sentence;

    /// <summary>Writes the features of a pair; the order of the two does not matter.</summary>
    public void Write(FeatureList features, CandidateName left, CandidateName right)
    {
        features.Clear();
        AddTags(features, left, right);
        AddShape(features, left, right);
        AddContext(features, left, right);
        AddPositions(features, left, right);
        AddExtensions(features, left, right);
        AddParallel(features, left, right);
        AddLists(features, left, right);
    }

    private static int Fifth(double share) => (int)(share * 4.99);

    private static uint UnitOf(Token[] tokens, Quantity quantity)
    {
        if (quantity.IsMoney) return Money;
        var index = quantity.End;
        while (index < tokens.Length && !tokens[index].IsWord && tokens[index].Raw is not ("." or "," or ";")) index++;
        var stem = index < tokens.Length ? tokens[index].StemHash : 0;
        return quantity.IsPercent ? Hash.Mix(stem, 7) : stem;
    }

    private static void AddTags(FeatureList features, CandidateName left, CandidateName right)
    {
        var (exactLow, exactHigh) = (Fifth(Math.Min(left.ExactShare, right.ExactShare)), Fifth(Math.Max(left.ExactShare, right.ExactShare)));
        var (insideLow, insideHigh) = (Fifth(Math.Min(left.InsideShare, right.InsideShare)), Fifth(Math.Max(left.InsideShare, right.InsideShare)));
        features.Add(100, exactLow);
        features.Add(101, exactHigh);
        features.Add(102, insideLow);
        features.Add(103, insideHigh);
        features.Add(104, (uint)exactLow, (uint)insideLow);
        var (few, many) = (Math.Min(left.Places.Count, right.Places.Count), Math.Max(left.Places.Count, right.Places.Count));
        features.Add(105, Math.Min(few, 5));
        features.Add(106, Math.Min(many - few, 4));
        features.Add(107, (uint)Math.Min(few, 5), (uint)Math.Min(many - few, 3));
    }

    private void AddShape(FeatureList features, CandidateName left, CandidateName right)
    {
        var (a, b) = (left.Key, right.Key);
        var sameLength = a.Length == b.Length ? 1u : 0u;
        var sameHead = a.Stems[^1] == b.Stems[^1] ? 1u : 0u;
        features.Add(110, sameLength, (uint)Math.Min(a.Length, b.Length));
        features.Add(111, sameHead);
        features.Add(112, a.Stems[0] == b.Stems[0]);
        features.Add(113, sameHead, sameLength);
        features.Add(114, (IsCapital(left) ? 1 : 0) + (IsCapital(right) ? 1 : 0));
        features.Add(115, Coordination(left, right));
        // "Two types of containers, a box and a bucket": containers are what both are.
        features.Add(116, (IsKind(left) ? 1 : 0) + (IsKind(right) ? 1 : 0));
    }

    private bool IsKind(CandidateName name) => name.Places.Exists(place =>
        place.First > 1 && tokens[place.First - 1].Lower == "of" && tokens[place.First - 2].Lower is "types" or "kinds" or "sorts" or "type" or "kind" or "sort")
        || name.Places.Exists(place => place.First > 0 && tokens[place.First - 1].Lower is "two" or "three" or "four" && place.End < tokens.Length
            && tokens[place.End].Raw is "," or ":" or ";");

    private bool IsCapital(CandidateName name) => char.IsUpper(tokens[name.Places[^1].First].Raw[0]);

    private int Coordination(CandidateName left, CandidateName right)
    {
        var best = 0;
        foreach (var (first, end) in left.Places)
        {
            foreach (var (otherFirst, otherEnd) in right.Places)
            {
                var (from, to) = end <= otherFirst ? (end, otherFirst) : (otherEnd, first);
                if (to <= from || to - from > 3) continue;
                bool joins = false, comma = false, clean = true;
                for (var index = from; index < to; index++)
                {
                    var lower = tokens[index].Lower;
                    joins |= lower is "and" or "or";
                    comma |= lower == ",";
                    clean &= lower is "and" or "or" or "," or "a" or "an" or "the" or "one" or "each" or "both" or "either" or "then";
                }

                if (clean && (joins || comma)) best = Math.Max(best, joins ? 2 : 1);
            }
        }

        return best;
    }

    private void AddContext(FeatureList features, CandidateName left, CandidateName right)
    {
        var few = Math.Max(1, Math.Min(left.Places.Count, right.Places.Count));
        var before = SharedNeighbours(left, right, place => place.First - 1, out var sharedArticles);
        var after = SharedNeighbours(left, right, place => place.End, out _);
        var (beforeShare, afterShare) = (Fifth(Math.Min((double)before / few, 1)), Fifth(Math.Min((double)after / few, 1)));
        features.Add(120, beforeShare);
        features.Add(121, afterShare);
        features.Add(122, (uint)(beforeShare / 2), (uint)(afterShare / 2));
        features.Add(123, Math.Min(2, sharedArticles));
        var (shared, union) = SharedUnits(left, right);
        features.Add(124, union > 0 ? Fifth((double)shared / union) : 9);
        features.Add(125, Math.Min(shared, 4));
    }

    private int SharedNeighbours(CandidateName left, CandidateName right, Func<(int First, int End), int> neighbour, out int sharedArticles)
    {
        var counts = new Dictionary<string, int>();
        foreach (var place in left.Places) counts[WordAt(neighbour(place))] = counts.GetValueOrDefault(WordAt(neighbour(place))) + 1;
        var shared = 0;
        var articles = new HashSet<string>();
        foreach (var place in right.Places)
        {
            var word = WordAt(neighbour(place));
            if (counts.ContainsKey(word) && word is "each" or "per" or "a" or "an" or "one" or "of" && counts.ContainsKey(word)) articles.Add(word);
            if (counts.GetValueOrDefault(word) == 0) continue;
            counts[word]--;
            shared++;
        }

        sharedArticles = articles.Count;
        return shared;
    }

    private string WordAt(int index) => index < 0 ? "<" : index >= tokens.Length ? ">" : tokens[index].Lower;

    private (int Shared, int Union) SharedUnits(CandidateName left, CandidateName right)
    {
        var counts = new Dictionary<uint, (int Left, int Right)>();
        foreach (var unit in UnitsAfter(left, right))
        {
            var entry = counts.GetValueOrDefault(unit);
            counts[unit] = (entry.Left + 1, entry.Right);
        }

        foreach (var unit in UnitsAfter(right, left))
        {
            var entry = counts.GetValueOrDefault(unit);
            counts[unit] = (entry.Left, entry.Right + 1);
        }

        return (counts.Values.Sum(pair => Math.Min(pair.Left, pair.Right)), counts.Values.Sum(pair => Math.Max(pair.Left, pair.Right)));
    }

    /// <summary>Units of the numbers between each place of a name and the next place of the other.</summary>
    private List<uint> UnitsAfter(CandidateName name, CandidateName other)
    {
        var units = new List<uint>();
        foreach (var (first, end) in name.Places)
        {
            var next = int.MaxValue;
            foreach (var place in other.Places)
                if (place.First >= end) next = Math.Min(next, place.First);
            for (var index = 0; index < quantities.Count; index++)
            {
                var quantity = quantities[index];
                if (quantity.First >= end && quantity.First < next && quantity.First - end < 25
                    && tokens[quantity.First].Sentence == tokens[first].Sentence) units.Add(_units[index]);
            }
        }

        return units;
    }

    private void AddPositions(FeatureList features, CandidateName left, CandidateName right)
    {
        var (a, b) = (AfterNumber(left), AfterNumber(right));
        features.Add(130, (uint)Fifth(Math.Max(a, b)), (uint)Fifth(Math.Min(a, b)));
        var places = left.Places.Count + right.Places.Count;
        features.Add(131, Fifth((double)(left.Places.Count(IsMeasured) + right.Places.Count(IsMeasured)) / places));
        features.Add(132, (IsInSentence(left, 0) ? 1 : 0) + (IsInSentence(right, 0) ? 1 : 0));
        var (leftSentences, rightSentences) = (Sentences(left), Sentences(right));
        features.Add(133, Math.Min(4, Math.Min(leftSentences.Count, rightSentences.Count)));
        features.Add(134, Fifth((double)(left.Places.Count(FollowsArticle) + right.Places.Count(FollowsArticle)) / places));
        // A name does not end with the verb before an amount: "a lamp needs 80 minutes".
        var (c, d) = (BeforeNumber(left), BeforeNumber(right));
        features.Add(137, (uint)Fifth(Math.Max(c, d)), (uint)Fifth(Math.Min(c, d)));
        leftSentences.IntersectWith(rightSentences);
        features.Add(135, Math.Min(leftSentences.Count, 3));
        features.Add(136, (IsInSentence(left, _lastSentence) ? 1 : 0) + (IsInSentence(right, _lastSentence) ? 1 : 0));

        double AfterNumber(CandidateName name) =>
            (double)name.Places.Count(place => place.First > 0 && tokens[place.First - 1].IsNumber) / name.Places.Count;

        double BeforeNumber(CandidateName name) =>
            (double)name.Places.Count(place => place.End < tokens.Length && (tokens[place.End].IsNumber || tokens[place.End].Raw == "$")) / name.Places.Count;

        bool IsMeasured((int First, int End) place) =>
            place.First > 2 && tokens[place.First - 1].Lower == "of" && tokens[place.First - 3].IsNumber;

        bool FollowsArticle((int First, int End) place) =>
            place.First > 0 && tokens[place.First - 1].Lower is "each" or "per" or "a" or "an" or "one" or "every";

        bool IsInSentence(CandidateName name, int sentence) => name.Places.Exists(place => tokens[place.First].Sentence == sentence);

        HashSet<int> Sentences(CandidateName name) => [.. name.Places.Select(place => tokens[place.First].Sentence)];
    }

    /// <summary>Counts the sides on which a name could be longer because the same word always stands there.</summary>
    private void AddExtensions(FeatureList features, CandidateName left, CandidateName right)
    {
        var extensions = 0;
        foreach (var name in (ReadOnlySpan<CandidateName>)[left, right])
        {
            if (name.Places.Count < 2) continue;
            if (IsConstantWord(name.Places.Select(place => WordAt(place.End)))) extensions++;
            if (IsConstantWord(name.Places.Select(place => WordAt(place.First - 1)))) extensions++;
        }

        features.Add(140, extensions);

        static bool IsConstantWord(IEnumerable<string> words)
        {
            var distinct = words.Distinct().Take(2).ToList();
            return distinct.Count == 1 && char.IsLetter(distinct[0][0]) && !WordLists.NeverNames.Contains(distinct[0]);
        }
    }

    /// <summary>What clauses told alike say of the two.</summary>
    private void AddParallel(FeatureList features, CandidateName left, CandidateName right)
    {
        if (parallel.Of(left.Key, right.Key) is not { } support)
        {
            features.Add(150, (parallel.Keys.Contains(left.Key) ? 1 : 0) + (parallel.Keys.Contains(right.Key) ? 1 : 0));
            return;
        }

        var (first, count) = (support.IsFirst ? 1u : 0u, (uint)Math.Min(support.Count, 3));
        features.Add(151, first);
        features.Add(152, count, first);
        features.Add(153, (uint)Fifth(support.Likeness), first);
        features.Add(154, (uint)support.Extended, first);
        features.Add(155, (uint)support.Extended, (uint)Math.Min(left.Key.Length, 3));
        features.Add(156, first, (uint)Math.Min(2, left.Places.Count), (uint)Math.Min(2, right.Places.Count));
    }

    /// <summary>What the lists of the text say of the two.</summary>
    private void AddLists(FeatureList features, CandidateName left, CandidateName right)
    {
        var isWithin = left.Key.IsWithin(right.Key) || right.Key.IsWithin(left.Key) ? 1u : 0u;
        if (lists.Of(left.Key, right.Key) is not { } support)
        {
            features.Add(160, (lists.Keys.Contains(left.Key) ? 1 : 0) + (lists.Keys.Contains(right.Key) ? 1 : 0));
            return;
        }

        var (plain, counted, size) = ((uint)Math.Min(support.Plain, 3), (uint)Math.Min(support.Counted, 2), (uint)Math.Min(support.Size, 5));
        features.Add(161, plain, counted);
        features.Add(162, size, plain > 0 ? 1u : 0u);
        features.Add(163, (uint)Math.Min(2, left.Places.Count), (uint)Math.Min(2, right.Places.Count), plain > 0 ? 1u : 0u);
        features.Add(164, isWithin, plain);
        features.Add(165, (uint)((left.InsideShare > 0 ? 1 : 0) + (right.InsideShare > 0 ? 1 : 0)), size);
    }
}

using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>The features of two candidate names as the two variables of one problem: how alike they are used in the text.</summary>
internal sealed class PairFeatures(Token[] tokens, IReadOnlyList<Quantity> quantities, ParallelNames parallel, NameLists lists)
{
    private static readonly uint Money = Hash.Of("$");

    private readonly uint[] _units = [.. quantities.Select(quantity => UnitOf(tokens, quantity))];
    private readonly Dictionary<CandidateName, NameUse> _uses = new(ReferenceEqualityComparer.Instance);
    private readonly List<uint> _own = [], _others = [];

    /// <summary>Writes the features of a pair; the order of the two does not matter.</summary>
    public void Write(FeatureList features, CandidateName left, CandidateName right)
    {
        var (one, other) = (UseOf(left), UseOf(right));
        features.Clear();
        AddTags(features, left, right);
        AddShape(features, left, right, one, other);
        AddContext(features, left, right, one, other);
        AddPositions(features, left, right, one, other);
        features.Add(140, one.Extensions + other.Extensions);
        AddParallel(features, left, right);
        AddLists(features, left, right);
    }

    private NameUse UseOf(CandidateName name)
    {
        if (!_uses.TryGetValue(name, out var use)) _uses[name] = use = new NameUse(tokens, name);
        return use;
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

    private void AddShape(FeatureList features, CandidateName left, CandidateName right, NameUse one, NameUse other)
    {
        var (a, b) = (left.Key, right.Key);
        var sameLength = a.Length == b.Length ? 1u : 0u;
        var sameHead = a.Stems[^1] == b.Stems[^1] ? 1u : 0u;
        features.Add(110, sameLength, (uint)Math.Min(a.Length, b.Length));
        features.Add(111, sameHead);
        features.Add(112, a.Stems[0] == b.Stems[0]);
        features.Add(113, sameHead, sameLength);
        features.Add(114, (one.IsCapital ? 1 : 0) + (other.IsCapital ? 1 : 0));
        features.Add(115, Coordination(left, right));
        // "Two sorts of tables, an oak table and a pine table": tables are what both are.
        features.Add(116, (one.IsKind ? 1 : 0) + (other.IsKind ? 1 : 0));
    }

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

    private void AddContext(FeatureList features, CandidateName left, CandidateName right, NameUse one, NameUse other)
    {
        var few = Math.Max(1, Math.Min(left.Places.Count, right.Places.Count));
        var before = SharedNeighbours(one.WordsBefore, other.WordsBefore);
        var after = SharedNeighbours(one.WordsAfter, other.WordsAfter);
        var (beforeShare, afterShare) = (Fifth(Math.Min((double)before / few, 1)), Fifth(Math.Min((double)after / few, 1)));
        features.Add(120, beforeShare);
        features.Add(121, afterShare);
        features.Add(122, (uint)(beforeShare / 2), (uint)(afterShare / 2));
        features.Add(123, Math.Min(2, int.PopCount(one.ArticlesBefore & other.ArticlesBefore)));
        var (shared, union) = SharedUnits(left, right);
        features.Add(124, union > 0 ? Fifth((double)shared / union) : 9);
        features.Add(125, Math.Min(shared, 4));
    }

    /// <summary>How many words of two ordered lists can be paired with equal ones.</summary>
    private static int SharedNeighbours(string[] left, string[] right)
    {
        var (shared, one, other) = (0, 0, 0);
        while (one < left.Length && other < right.Length)
        {
            var order = string.CompareOrdinal(left[one], right[other]);
            if (order == 0) shared++;
            if (order <= 0) one++;
            if (order >= 0) other++;
        }

        return shared;
    }

    private (int Shared, int Union) SharedUnits(CandidateName left, CandidateName right)
    {
        FindUnitsAfter(_own, left, right);
        FindUnitsAfter(_others, right, left);
        var count = _own.Count + _others.Count;
        var shared = 0;
        foreach (var unit in _own)
            if (_others.Remove(unit)) shared++;
        return (shared, count - shared);
    }

    /// <summary>Units of the numbers between each place of a name and the next place of the other.</summary>
    private void FindUnitsAfter(List<uint> units, CandidateName name, CandidateName other)
    {
        units.Clear();
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
    }

    private static void AddPositions(FeatureList features, CandidateName left, CandidateName right, NameUse one, NameUse other)
    {
        var (a, b) = (one.AfterNumber, other.AfterNumber);
        features.Add(130, (uint)Fifth(Math.Max(a, b)), (uint)Fifth(Math.Min(a, b)));
        var places = left.Places.Count + right.Places.Count;
        features.Add(131, Fifth((double)(one.Measured + other.Measured) / places));
        features.Add(132, (one.IsInFirstSentence ? 1 : 0) + (other.IsInFirstSentence ? 1 : 0));
        features.Add(133, Math.Min(4, Math.Min(one.Sentences.Count, other.Sentences.Count)));
        features.Add(134, Fifth((double)(one.BehindArticle + other.BehindArticle) / places));
        // A name does not end with the verb before an amount: "a lamp needs 80 minutes".
        var (c, d) = (one.BeforeNumber, other.BeforeNumber);
        features.Add(137, (uint)Fifth(Math.Max(c, d)), (uint)Fifth(Math.Min(c, d)));
        features.Add(135, Math.Min(one.Sentences.Count(other.Sentences.Contains), 3));
        features.Add(136, (one.IsInLastSentence ? 1 : 0) + (other.IsInLastSentence ? 1 : 0));
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

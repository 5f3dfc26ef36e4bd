using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>A hypothesis of the variables with its score.</summary>
/// <param name="Set">The variables.</param>
/// <param name="Score">Mean probability in [0, 1] of its pairs.</param>
/// <param name="Rank">0 for the one that rules prefer, then by falling score.</param>
internal sealed record ScoredVariableSet(VariableSet Set, double Score, int Rank);

/// <summary>Proposes what the decision variables of a text are: from tagged names by rule, and from pairs of candidates by a learned model.</summary>
internal sealed class VariableSetSelector(LinearModel pairModel)
{
    private const int MostHypotheses = 5;
    private const int PairsTried = 4;
    private const double LeastShare = 0.02;

    /// <summary>The hypotheses, the preferred one first; empty when the text names nothing.</summary>
    public List<ScoredVariableSet> Propose(Token[] tokens, int[] labels, IReadOnlyList<Quantity> quantities)
    {
        var tagged = TaggedName.Find(tokens, labels);
        var clustered = NameClustering.Cluster(tokens, tagged);
        var pairs = ScorePairs(tokens, labels, tagged, quantities, out var candidates);
        if (pairs.Count == 0) return clustered.Count == 0 ? [] : [new ScoredVariableSet(clustered, 0, 0)];
        var scores = pairs.ToDictionary(pair => (pair.Left.Key, pair.Right.Key), pair => pair.Score);
        double PairScore(NameKey left, NameKey right) =>
            scores.TryGetValue((left, right), out var score) || scores.TryGetValue((right, left), out score) ? score : 0;

        var best = pairs[0];
        var hypotheses = new List<(VariableSet Set, double Score)>();
        var (reduced, reducedScore) = Reduce(clustered, PairScore);
        var preferClustered = reduced.Count >= 2
            && (best.Score < 0.2 || reducedScore >= (clustered.Count == 2 ? 0.6 : 0.35) * best.Score);
        if (reduced.Count > 0) hypotheses.Add((reduced, reducedScore));
        if (clustered.Count > reduced.Count) hypotheses.Add((clustered, SetScore(clustered, PairScore)));
        var taggedKeys = tagged.Select(name => name.Key).Distinct().ToList();
        var built = pairs.Take(PairsTried).Select(pair => (Build(pair.Left.Key, pair.Right.Key, taggedKeys, candidates), pair.Score)).ToList();
        if (preferClustered) hypotheses.AddRange(built);
        else hypotheses.InsertRange(0, built);
        var highest = hypotheses.Max(item => item.Score);
        return [.. hypotheses.DistinctBy(item => item.Set.Signature)
            .Where((item, rank) => rank == 0 || item.Score >= LeastShare * highest).Take(MostHypotheses)
            .Select((item, rank) => new ScoredVariableSet(item.Set, item.Score, rank))];
    }

    private List<(CandidateName Left, CandidateName Right, double Score)> ScorePairs(
        Token[] tokens, int[] labels, List<TaggedName> tagged, IReadOnlyList<Quantity> quantities, out List<CandidateName> candidates)
    {
        candidates = CandidateName.Find(tokens, labels, tagged);
        var writer = new PairFeatures(tokens, quantities);
        var features = new FeatureList();
        var pairs = new List<(CandidateName Left, CandidateName Right, double Score)>();
        foreach (var (left, right) in Pairs(candidates))
        {
            writer.Write(features, left, right);
            pairs.Add((left, right, pairModel.Probability(features.Items)));
        }

        return [.. pairs.OrderByDescending(pair => pair.Score)];
    }

    /// <summary>The pairs of names that could be two variables: neither is within the other.</summary>
    public static IEnumerable<(CandidateName Left, CandidateName Right)> Pairs(List<CandidateName> candidates)
    {
        for (var left = 0; left < candidates.Count; left++)
            for (var right = left + 1; right < candidates.Count; right++)
                if (!candidates[left].Key.IsWithin(candidates[right].Key) && !candidates[right].Key.IsWithin(candidates[left].Key))
                    yield return (candidates[left], candidates[right]);
    }

    private static double SetScore(VariableSet set, Func<NameKey, NameKey, double> pairScore)
    {
        if (set.Count < 2) return 0;
        double sum = 0;
        for (var left = 0; left < set.Count; left++)
            for (var right = left + 1; right < set.Count; right++) sum += Linkage(set.Names[left], set.Names[right], pairScore);
        return sum / (set.Count * (set.Count - 1) / 2);
    }

    private static double Linkage(IReadOnlyList<NameKey> left, IReadOnlyList<NameKey> right, Func<NameKey, NameKey, double> pairScore) =>
        left.Max(one => right.Max(other => pairScore(one, other)));

    /// <summary>Drops the variables of a set of three or more that fit the others far worse than these fit each other.</summary>
    private static (VariableSet Set, double Score) Reduce(VariableSet set, Func<NameKey, NameKey, double> pairScore)
    {
        while (set.Count > 2)
        {
            var fits = Enumerable.Range(0, set.Count).Select(variable => Enumerable.Range(0, set.Count).Where(other => other != variable)
                .Average(other => Linkage(set.Names[variable], set.Names[other], pairScore))).ToList();
            var worst = fits.IndexOf(fits.Min());
            var rest = new VariableSet([.. set.Names.Where((_, variable) => variable != worst)]);
            var restScore = SetScore(rest, pairScore);
            if (restScore <= 0.6 || fits[worst] >= 0.45 * restScore) break;
            set = rest;
        }

        return (set, SetScore(set, pairScore));
    }

    private static VariableSet Build(NameKey left, NameKey right, List<NameKey> tagged, List<CandidateName> candidates)
    {
        var first = (Name: left, Keys: WithVariants(left, right));
        var second = (Name: right, Keys: WithVariants(right, left));
        var ordered = new[] { first, second }.OrderBy(item => FirstPlace(item.Keys)).Select(item => (IReadOnlyList<NameKey>)item.Keys);
        return new VariableSet([.. ordered]);

        List<NameKey> WithVariants(NameKey name, NameKey other)
        {
            var keys = new List<NameKey> { name };
            foreach (var key in tagged)
            {
                if (keys.Contains(key) || key.Equals(other)) continue;
                var isLonger = name.IsStrictlyWithin(key) && !other.IsWithin(key);
                var isShorter = key.IsStrictlyWithin(name) && !key.Overlaps(other);
                if (isLonger || isShorter) keys.Add(key);
            }

            return keys;
        }

        int FirstPlace(List<NameKey> keys) =>
            candidates.Where(candidate => keys.Contains(candidate.Key)).Select(candidate => candidate.Places[0].First).DefaultIfEmpty(int.MaxValue).Min();
    }
}

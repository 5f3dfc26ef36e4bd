using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>A hypothesis of the variables with its score.</summary>
/// <param name="Set">The variables.</param>
/// <param name="Score">Mean probability in [0, 1] of its pairs.</param>
/// <param name="Rank">0 for the one that rules prefer, then by falling score.</param>
/// <param name="ParallelShare">Share of its pairs, in [0, 1], that clauses told alike tell apart before any number.</param>
internal sealed record ScoredVariableSet(VariableSet Set, double Score, int Rank, double ParallelShare);

/// <summary>Proposes what the decision variables of a text are: from tagged names by rule, and from pairs of candidates by a learned model.</summary>
internal sealed class VariableSetSelector(LinearModel pairModel)
{
    private const int MostHypotheses = 6;
    private const int PairsTried = 4;
    private const double LeastShare = 0.02;
    private const double LeastMemberFit = 0.1;
    private const double GrowthFit = 0.3;
    private const double LeastListedFit = 0.02;
    private const int ListsTried = 2;
    private const double ListBonus = 0.05;

    /// <summary>The hypotheses, the preferred one first; empty when the text names nothing.</summary>
    public List<ScoredVariableSet> Propose(Token[] tokens, int[] labels, IReadOnlyList<Quantity> quantities)
    {
        var tagged = TaggedName.Find(tokens, labels);
        var clustered = NameClustering.Cluster(tokens, tagged);
        var parallel = ParallelNames.Find(tokens);
        var lists = NameLists.Find(tokens, tagged);
        var alike = ToldAlike.Find(tokens, quantities);
        var candidates = CandidateName.Find(tokens, labels, tagged, parallel, lists, alike);
        var pairs = ScorePairs(tokens, quantities, parallel, lists, candidates);
        if (pairs.Count == 0) return clustered.Count == 0 ? [] : [new ScoredVariableSet(clustered, 0, 0, 0)];
        var scores = pairs.ToDictionary(pair => (pair.Left.Key, pair.Right.Key), pair => pair.Score);
        double PairScore(NameKey left, NameKey right) =>
            scores.TryGetValue((left, right), out var score) || scores.TryGetValue((right, left), out score) ? score : 0;

        var best = pairs[0];
        var hypotheses = new List<(VariableSet Set, double Score)>();
        var (reduced, reducedScore) = Reduce(clustered, PairScore);
        var preferClustered = reduced.Count >= 2
            && (best.Score < 0.2 || reducedScore >= (clustered.Count == 2 ? 0.6 : 0.35) * best.Score);
        var builder = new SetBuilder(tokens, [.. tagged.Select(name => name.Key).Distinct()], candidates);
        if (reduced.Count > 0) hypotheses.Add((builder.Complete(reduced), reducedScore));
        if (clustered.Count > reduced.Count) hypotheses.Add((builder.Complete(clustered), SetScore(clustered, PairScore)));
        var built = pairs.Take(PairsTried).Select(pair => (builder.Build([pair.Left.Key, pair.Right.Key]), pair.Score)).ToList();
        if (Grow([best.Left.Key, best.Right.Key], candidates, lists, PairScore) is { } grown)
            built.Insert(0, (builder.Build(grown.Keys), grown.Score));
        if (preferClustered) hypotheses.AddRange(built);
        else hypotheses.InsertRange(0, built);
        InsertLists(hypotheses, lists, builder, PairScore);
        // What lists complete comes first where it is used like the rest, else it is weighed behind the rest.
        if (Enumeration.Complete(tokens, hypotheses[0].Set, candidates) is { } completed)
            hypotheses.Insert(IsAlike(completed, hypotheses[0].Set, PairScore) ? 0 : 1, (completed, SetScore(completed, PairScore)));
        AlikeSets.Apply(hypotheses, alike, builder.Build, set => SetScore(set, PairScore));
        var highest = hypotheses.Max(item => item.Score);
        return [.. hypotheses.DistinctBy(item => item.Set.Signature)
            .Where((item, rank) => rank == 0 || item.Set.Count > 2 || item.Score >= LeastShare * highest).Take(MostHypotheses)
            .Select((item, rank) => new ScoredVariableSet(item.Set, item.Score, rank, ParallelShare(item.Set, parallel)))];
    }

    /// <summary>The set of known variables with the other ways in which the text names them, in the order of their names.</summary>
    public static VariableSet Gather(Token[] tokens, int[] labels, VariableSet known)
    {
        var tagged = TaggedName.Find(tokens, labels);
        var candidates = CandidateName.Find(tokens, labels, tagged, ParallelNames.Find(tokens), NameLists.Find(tokens, tagged));
        return new SetBuilder(tokens, [.. tagged.Select(name => name.Key).Distinct()], candidates).Gather(known);
    }

    /// <summary>Adds what whole lists of the text name: first where it holds all of the preferred set and more, else behind it.</summary>
    private static void InsertLists(
        List<(VariableSet Set, double Score)> hypotheses, NameLists lists, SetBuilder builder, Func<NameKey, NameKey, double> pairScore)
    {
        var named = lists.All.Select(list => list.Keys)
            .DistinctBy(keys => string.Join(", ", keys.Select(key => key.ToString()).Order(StringComparer.Ordinal)))
            .Select(builder.Build).Select(set => (Set: set, Score: SetScore(set, pairScore)))
            .Where(item => item.Score >= Math.Min(LeastListedFit, LeastShare * hypotheses[0].Score))
            .OrderByDescending(item => item.Score + ListBonus * item.Set.Count).Take(ListsTried).ToList();
        var preferred = hypotheses[0].Set;
        named.Reverse();
        foreach (var item in named)
        {
            var extends = item.Set.Count > preferred.Count && preferred.Names.All(keys => item.Set.Names.Any(other => other.Intersect(keys).Any()));
            hypotheses.Insert(extends && item.Score >= GrowthFit * hypotheses[0].Score && IsAlike(item.Set, preferred, pairScore) ? 0 : 1, item);
        }
    }

    private static double ParallelShare(VariableSet set, ParallelNames parallel)
    {
        var (told, count) = (0, 0);
        for (var left = 0; left < set.Count; left++)
        {
            for (var right = left + 1; right < set.Count; right++, count++)
                if (set.Names[left].Any(one => set.Names[right].Any(other => parallel.Of(one, other) is { IsFirst: true }))) told++;
        }

        return count == 0 ? 0 : (double)told / count;
    }

    private List<(CandidateName Left, CandidateName Right, double Score)> ScorePairs(
        Token[] tokens, IReadOnlyList<Quantity> quantities, ParallelNames parallel, NameLists lists, List<CandidateName> candidates)
    {
        var writer = new PairFeatures(tokens, quantities, parallel, lists);
        var features = new FeatureList();
        var pairs = new List<(CandidateName Left, CandidateName Right, double Score)>();
        foreach (var (left, right) in Pairs(candidates, lists))
        {
            writer.Write(features, left, right);
            pairs.Add((left, right, pairModel.Probability(features.Items)));
        }

        return [.. pairs.OrderByDescending(pair => pair.Score)];
    }

    /// <summary>The pairs of names that could be two variables.</summary>
    public static IEnumerable<(CandidateName Left, CandidateName Right)> Pairs(List<CandidateName> candidates, NameLists lists)
    {
        for (var left = 0; left < candidates.Count; left++)
            for (var right = left + 1; right < candidates.Count; right++)
                if (lists.MayDiffer(candidates[left].Key, candidates[right].Key))
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

    /// <summary>True when every added name is used somewhat like the others; "tools" in "two tools, a hammer and a saw" is not.</summary>
    private static bool IsAlike(VariableSet completed, VariableSet set, Func<NameKey, NameKey, double> pairScore) => completed.Names
        .Where(keys => !set.Names.Any(other => other.Intersect(keys).Any()))
        .All(keys => set.Names.Average(other => Linkage(keys, other, pairScore)) >= LeastListedFit);

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

    /// <summary>Adds to a pair the names that fit all of it about as well as its members fit each other; null when there is none.</summary>
    private static (NameKey[] Keys, double Score)? Grow(
        NameKey[] pair, List<CandidateName> candidates, NameLists lists, Func<NameKey, NameKey, double> pairScore)
    {
        var keys = new List<NameKey>(pair);
        var score = pairScore(pair[0], pair[1]);
        while (true)
        {
            (NameKey Key, double Fit)? best = null;
            foreach (var candidate in candidates)
            {
                if (!keys.TrueForAll(key => lists.MayDiffer(key, candidate.Key))) continue;
                var fits = keys.ConvertAll(key => pairScore(key, candidate.Key));
                if (fits.Min() >= LeastMemberFit && (best is null || fits.Average() > best.Value.Fit)) best = (candidate.Key, fits.Average());
            }

            if (best is not { } next || next.Fit < GrowthFit * score) break;
            score = (score * keys.Count * (keys.Count - 1) / 2 + next.Fit * keys.Count) / (keys.Count * (keys.Count + 1) / 2);
            keys.Add(next.Key);
        }

        return keys.Count > pair.Length ? ([.. keys], score) : null;
    }
}

using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>
/// Groups the tagged names of a text into variables by rule: names joined by "and" are different things, a name within another is the same
/// thing said shorter, and variables are the groups named together or often.
/// </summary>
internal sealed class NameClustering
{
    private static readonly FrozenSet<string> JoiningWords = new[]
    {
        ",", "and", "or", "a", "an", "the", "either", "then", "type", "types", "both", "(", ")", "of", "one", "in", "using", "other", "another",
    }.ToFrozenSet();

    private readonly List<TaggedName> _names;
    private readonly List<NameKey> _keys;
    private readonly Dictionary<NameKey, int> _counts = [];
    private readonly Dictionary<NameKey, int> _firstPositions = [];
    private readonly List<List<TaggedName>> _coordinations;
    private readonly HashSet<(NameKey, NameKey)> _distinct = [];
    private readonly Dictionary<NameKey, NameKey> _parents = [];
    private readonly HashSet<NameKey> _generic = [];

    private NameClustering(Token[] tokens, List<TaggedName> names)
    {
        _names = names;
        foreach (var name in names)
        {
            _counts[name.Key] = _counts.GetValueOrDefault(name.Key) + 1;
            _firstPositions.TryAdd(name.Key, name.First);
        }

        _keys = [.. _counts.Keys.OrderBy(key => _firstPositions[key])];
        foreach (var key in _keys) _parents[key] = key;
        _coordinations = Coordinations(tokens, names);
        foreach (var group in _coordinations)
            foreach (var left in group)
                foreach (var right in group)
                    if (!left.Key.Equals(right.Key)) _distinct.Add((left.Key, right.Key));
        foreach (var left in _keys)
            foreach (var right in _keys)
                if (left.DiffersInLabel(right)) _distinct.Add((left, right));
    }

    /// <summary>The variables seen in a tagged text; may be empty.</summary>
    public static VariableSet Cluster(Token[] tokens, List<TaggedName> names)
    {
        var clustering = new NameClustering(tokens, names);
        clustering.MergeShorterNames();
        clustering.MergeSharedModifiers();
        return clustering.Choose();
    }

    private static List<List<TaggedName>> Coordinations(Token[] tokens, List<TaggedName> names)
    {
        var groups = new List<List<TaggedName>>();
        List<TaggedName> current = [];
        foreach (var name in names)
        {
            if (current.Count > 0 && !IsJoined(tokens, current[^1].End, name.First))
            {
                if (current.Count > 1) groups.Add(current);
                current = [];
            }

            current.Add(name);
        }

        if (current.Count > 1) groups.Add(current);
        return groups;
    }

    private static bool IsJoined(Token[] tokens, int from, int to)
    {
        if (to <= from || to - from > 4) return false;
        var joins = false;
        for (var index = from; index < to; index++)
        {
            var lower = tokens[index].Lower;
            if (!JoiningWords.Contains(lower) && lower.Length != 1 && tokens[index].Shape != TokenShape.Digits) return false;
            joins |= lower is "and" or "or" or ",";
        }

        return joins;
    }

    private NameKey Root(NameKey key)
    {
        while (!_parents[key].Equals(key)) key = _parents[key];
        return key;
    }

    private List<NameKey> Members(NameKey root) => _keys.FindAll(key => Root(key).Equals(root));

    private bool AreDistinct(NameKey left, NameKey right) =>
        Members(left).Exists(one => Members(right).Exists(other => _distinct.Contains((one, other))));

    private void MergeShorterNames()
    {
        foreach (var key in _keys.OrderByDescending(key => key.Length))
        {
            var roots = _keys
                .Where(other => !other.Equals(key) && key.IsWithin(other))
                .Select(Root).Distinct()
                .Where(root => !root.Equals(Root(key)) && !AreDistinct(Root(key), root)).ToList();
            if (roots.Count == 1) _parents[Root(key)] = roots[0];
            else if (roots.Count > 1) _generic.Add(key);
        }
    }

    private void MergeSharedModifiers()
    {
        while (true)
        {
            var roots = _keys.Select(Root).Distinct().ToList();
            if (roots.Count < 3) return;
            var stems = roots.ToDictionary(root => root, root => Members(root).SelectMany(key => key.Stems).ToHashSet());
            (double Share, NameKey Left, NameKey Right)? best = null;
            for (var left = 0; left < roots.Count; left++)
            {
                for (var right = left + 1; right < roots.Count; right++)
                {
                    if (AreDistinct(roots[left], roots[right])) continue;
                    var elsewhere = roots.Where((_, index) => index != left && index != right).SelectMany(root => stems[root]).ToHashSet();
                    var (leftHeads, rightHeads) = (Heads(roots[left]), Heads(roots[right]));
                    var shared = stems[roots[left]].Where(stem => stems[roots[right]].Contains(stem) && !elsewhere.Contains(stem)
                        && leftHeads.Contains(stem) && rightHeads.Contains(stem)).Count();
                    if (shared == 0) continue;
                    var share = (double)shared / stems[roots[left]].Union(stems[roots[right]]).Count();
                    if (best is null || share > best.Value.Share) best = (share, roots[left], roots[right]);
                }
            }

            if (best is not { Share: >= 0.3 } merge) return;
            _parents[merge.Left] = merge.Right;
        }

        HashSet<string> Heads(NameKey root) => Members(root).Select(key => key.Stems[0]).ToHashSet();
    }

    private VariableSet Choose()
    {
        var clusters = _keys.Where(key => !_generic.Contains(key)).GroupBy(Root)
            .Select(group => (Keys: group.ToList(), Count: group.Sum(key => _counts[key]), First: group.Min(key => _firstPositions[key])))
            .OrderBy(cluster => cluster.First).ToList();
        var clusterOf = new Dictionary<NameKey, int>();
        for (var index = 0; index < clusters.Count; index++)
            foreach (var key in clusters[index].Keys) clusterOf[key] = index;

        (double Score, List<int> Clusters)? best = null;
        foreach (var group in _coordinations)
        {
            var joined = group.Where(name => clusterOf.ContainsKey(name.Key)).Select(name => clusterOf[name.Key]).Distinct().ToList();
            if (joined.Count < 2) continue;
            var score = joined.Average(index => clusters[index].Count) + joined.Min(index => clusters[index].Count);
            if (best is null || score > best.Value.Score) best = (score, joined);
        }

        var chosen = new HashSet<int>();
        if (best is { } coordination)
        {
            chosen.UnionWith(coordination.Clusters);
            var rarest = coordination.Clusters.Min(index => clusters[index].Count);
            for (var index = 0; index < clusters.Count; index++)
                if (clusters[index].Count >= Math.Max(3, 0.75 * rarest)) chosen.Add(index);
        }
        else
        {
            for (var index = 0; index < clusters.Count; index++)
                if (clusters[index].Count >= 2) chosen.Add(index);
            foreach (var index in Enumerable.Range(0, clusters.Count).OrderByDescending(index => clusters[index].Count))
                if (chosen.Count < 2) chosen.Add(index);
        }

        return new VariableSet([.. chosen.Order().Select(index => (IReadOnlyList<NameKey>)clusters[index].Keys)]);
    }
}

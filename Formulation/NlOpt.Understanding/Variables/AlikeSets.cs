namespace NlOpt.Understanding.Variables;

/// <summary>Puts what is told alike among the hypotheses of the variables, and takes out those that hold only a part of it.</summary>
internal static class AlikeSets
{
    private const double SureScore = 0.9;
    private const double LikelyScore = 0.5;

    /// <summary>From this score on the learned model is not overruled by things that its preferred set does not share.</summary>
    private const double Convinced = 0.5;

    /// <summary>Changes a list of hypotheses, of which the first is preferred.</summary>
    /// <param name="hypotheses">The hypotheses with their scores.</param>
    /// <param name="alike">The groups of things told alike, the strongest first.</param>
    /// <param name="build">Makes a set of names.</param>
    /// <param name="score">Scores a set.</param>
    public static void Apply(
        List<(VariableSet Set, double Score)> hypotheses, List<AlikeNames> alike,
        Func<IReadOnlyList<NameKey>, VariableSet> build, Func<VariableSet, double> score)
    {
        if (alike.Count == 0) return;
        var group = alike[0];
        var preferred = hypotheses.Count > 0 ? hypotheses[0] : default;
        var isSure = group.AreSaidAgain || group.Sentences > 1;
        var shares = preferred.Set is { } set && group.Keys.Any(key => Named(set, key).Count > 0);
        if (!shares && preferred.Set is not null && preferred.Score >= Convinced) return;
        var isComplete = preferred.Set is { } known && IsComplete(known, group);
        if (isSure) hypotheses.RemoveAll(item => LacksSome(item.Set, group));
        if (isComplete)
        {
            hypotheses[0] = (WithNames(preferred.Set!, group), preferred.Score);
            return;
        }

        var built = build(group.Keys);
        var isPreferred = isSure || !shares || preferred.Score < LikelyScore;
        hypotheses.Insert(isPreferred ? 0 : 1, (built, Math.Max(score(built), isSure ? SureScore : LikelyScore)));
    }

    /// <summary>The variables that a name may mean, said longer or shorter.</summary>
    private static List<int> Named(VariableSet set, NameKey key) =>
        [.. Enumerable.Range(0, set.Count).Where(variable => set.Names[variable].Any(other => other.IsWithin(key) || key.IsWithin(other)))];

    /// <summary>The set with the names of the group as further names: the "gas power" of gas, the "coal power" of coal.</summary>
    private static VariableSet WithNames(VariableSet set, AlikeNames group)
    {
        var names = set.Names.Select(keys => keys.ToList()).ToList();
        foreach (var key in group.Keys)
            if (Named(set, key) is [var variable] && !names[variable].Contains(key)) names[variable].Add(key);
        return new VariableSet([.. names.Select(keys => (IReadOnlyList<NameKey>)keys)]);
    }

    private static bool IsComplete(VariableSet set, AlikeNames group)
    {
        var named = group.Keys.Select(key => Named(set, key)).ToList();
        return named.TrueForAll(variables => variables.Count > 0) && named.SelectMany(variables => variables).Distinct().Count() >= group.Keys.Count;
    }

    private static bool LacksSome(VariableSet set, AlikeNames group) => !IsComplete(set, group) && group.Keys.Any(key => Named(set, key).Count > 0);
}

using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>Says that things are done or not: "they open A", "neither A nor B is made".</summary>
/// <param name="Group">The activities, all or any of them.</param>
/// <param name="HasVerb">A verb says it; otherwise only the names do.</param>
internal sealed record Proposition(ActivityGroup Group, bool HasVerb)
{
    private const int MostUnknownWords = 3;

    /// <summary>The opposite.</summary>
    public Proposition Negated => this with { Group = Not(Group) };

    /// <summary>The opposite of a group: not all are any not, not any are all not.</summary>
    public static ActivityGroup Not(ActivityGroup group) => new(
        [.. group.Activities.Select(activity => activity with { IsActive = !activity.IsActive })], !group.IsAll || group.Activities.Length == 1);

    /// <summary>Reads a run of items.</summary>
    /// <param name="segment">The clause.</param>
    /// <param name="from">First item.</param>
    /// <param name="to">One past the last.</param>
    /// <param name="antecedent">What "it" or "they" may stand for; null where nothing was said.</param>
    /// <returns>Null where it says something else or more.</returns>
    public static Proposition? Read(Segment segment, int from, int to, ActivityGroup? antecedent = null)
    {
        var items = segment.Items;
        var groups = VariableGroup.ReadAll(items, from, to);
        if (groups is null || groups.Count > 1) return null;
        var group = groups.Count == 1 ? groups[0] : null;
        var (negations, unknown, hasVerb) = (0, 0, false);
        for (var index = from; index < to; index++)
        {
            if (group is not null && index >= group.First && index < group.End) continue;
            var item = items[index];
            // "A or B or both" says no more than "A or B".
            var isOrBoth = group is { Joint: Joint.Or } && index >= group.End && (item.Is("or") && index + 1 < to && items[index + 1].Is("both") || item.Is("both"));
            if (isOrBoth) continue;
            if (item.Kind == ItemKind.Number || item.IsIn(ClauseWords.Amounts) || item.Is("if", "unless", "or")) return null;
            if (item.Is("as") && !(index + 1 < to && items[index + 1].Is("well", "part", "a")) ) return null;
            if (IsNegation(item)) negations++;
            if (item.IsIn(ClauseWords.Omissions)) (negations, hasVerb) = (negations + 1, true);
            else if (VerbPlaces.IsVerb(items, from, index)) hasVerb = true;
            else if (item.Kind == ItemKind.Word && !item.IsIn(ClauseWords.Light) && !IsNegation(item) && !item.IsIn(ClauseWords.GenericNouns)) unknown++;
        }

        if (unknown > (hasVerb ? MostUnknownWords : 0)) return null;
        // "Neither is made" speaks of what was said before; so does "it".
        if (group is null)
            return antecedent is { } said && StandsForAntecedent(items, from, to) ? Of(said, negations, hasVerb) : null;
        if (group.Quantifier is "neither" or "none") negations++;
        if (group.Quantifier is "either" && negations > 0 && group.Joint == Joint.Single) return null;
        var isAll = group.Members.Length == 1 || group.Joint != Joint.Or && group.Quantifier is not ("either" or "any" or "one" or "neither" or "none");
        // Who cannot make "the others" makes none of them.
        if (group.Quantifier == VariableGroup.Rest && negations > 0) isAll = false;
        return Of(new ActivityGroup(group.Members, isAll), negations, hasVerb);
    }

    private static Proposition? Of(ActivityGroup group, int negations, bool hasVerb) => negations switch
    {
        0 => new Proposition(group, hasVerb),
        1 => new Proposition(Not(group), hasVerb),
        _ => null,
    };

    private static bool IsNegation(ClauseItem item) =>
        item.IsIn(ClauseWords.Negations) || (item.Kind == ItemKind.Word && item.Text.EndsWith("n't", StringComparison.Ordinal));

    private static bool StandsForAntecedent(List<ClauseItem> items, int from, int to)
    {
        for (var index = from; index < to; index++)
            if (items[index].Is("it", "they", "them", "both", "so", "this", "that", "neither", "either", "any", "all")) return true;
        return false;
    }
}

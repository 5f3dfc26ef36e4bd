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
        if (groups is null || groups.Count > 1) return Joined(segment, from, to);
        var group = groups.Count == 1 ? groups[0] : null;
        var (negations, omissions, unknown, hasVerb) = (0, 0, 0, false);
        for (var index = from; index < to; index++)
        {
            if (group is not null && index >= group.First && index < group.End) continue;
            var item = items[index];
            // "A or B or both" says no more than "A or B".
            var isOrBoth = group is { Joint: Joint.Or } && index >= group.End
                && (item.Is("or") && index + 1 < to && items[index + 1].Is("both") || item.Is("both"));
            if (isOrBoth) continue;
            // "The two sisters make A" counts who acts.
            var countsActor = item.Kind == ItemKind.Number && group is not null && index + 1 < group.First
                && item.Quantity is { Word: not "#", Value: <= 12, IsMultiple: false, IsFraction: false }
                && items[index + 1].Kind == ItemKind.Word && index > from && items[index - 1].Is("the", "these", "her", "his", "our", "their");
            if (countsActor) continue;
            // "At least one nurse" is any.
            if (IsAtLeastOne(items, index)) continue;
            if (item.Kind == ItemKind.Number || item.IsIn(WordClass.Amounts) || item.Is("if", "unless", "or")) return null;
            if (item.Is("as") && !(index + 1 < to && items[index + 1].Is("well", "part", "a")) ) return null;
            if (IsNegation(item)) negations++;
            if (item.IsIn(WordClass.Omissions)) (omissions, hasVerb) = (omissions + 1, true);
            else if (item.IsIn(WordClass.Musts) || VerbPlaces.IsVerb(items, from, index)) hasVerb = true;
            else if (item.Kind == ItemKind.Word && !item.IsIn(WordClass.Light) && !IsNegation(item)
                && !item.IsIn(WordClass.GenericNouns)) unknown++;
        }

        if (unknown > (hasVerb ? MostUnknownWords : 0)) return null;
        // "Cannot be left out" is done.
        negations = omissions == 1 && negations == 1 && IsRefusedOmission(items, from, to) ? 0 : negations + omissions;
        // "Neither is made" speaks of what was said before; so does "it".
        if (group is null)
            return antecedent is { } said && StandsForAntecedent(items, from, to) ? Of(said, negations, hasVerb) : null;
        // "Both A" is cut off.
        if (group is { Quantifier: "both", Members.Length: 1 }) return null;
        if (group.Quantifier is "neither" or "none") negations++;
        if (group.Quantifier is "either" && negations > 0 && group.Joint == Joint.Single) return null;
        var isAll = group.Members.Length == 1 || group.Joint != Joint.Or
            && group.Quantifier is not ("either" or "any" or "one" or "neither" or "none");
        // "Must not make A and no B": nothing of either.
        if (negations == 1 && group.Joint == Joint.And && group.Members.Any(member => !member.IsActive))
            return new Proposition(new ActivityGroup([.. group.Members.Select(member => member with { IsActive = false })], IsAll: true), hasVerb);
        // Who cannot make A and B makes neither; who cannot make both may make one.
        var isNeither = group.Joint == Joint.And && group.Quantifier is not ("both" or "all")
            && !segment.Items.Take(to).Skip(group.End).Any(item => item.Is("both", "all", "together"));
        if (isNeither && negations > 0) isAll = false;
        return Of(new ActivityGroup(group.Members, isAll), negations, hasVerb);
    }

    /// <summary>"A is opened and no B is built": two sayings joined by the same word.</summary>
    private static Proposition? Joined(Segment segment, int from, int to)
    {
        for (var index = from + 2; index < to - 1; index++)
        {
            var isWithout = segment.Items[index].Is("without");
            if (!isWithout && !segment.Items[index].Is("and", "or", "but")) continue;
            var end = segment.Items[index - 1].Is(",") ? index - 1 : index;
            // "A is made but B is not", "no A may be made and no B either", "A is made without B".
            var isElliptic = isWithout || (!segment.Items[index].Is("or") && segment.Items.Skip(index + 1).Take(to - index - 1).Any(IsNegation));
            if (Read(segment, from, end) is not { HasVerb: true } left || Read(segment, index + 1, to) is not { } right
                || !(right.HasVerb || isElliptic)) continue;
            if (isWithout) right = right.Negated;
            if (isWithout && left.Group.Activities.Any(activity => !activity.IsActive)) return null;
            // "A is chosen when B is made and C must be made": what is so and what must be so are no one condition.
            if (right.HasVerb && IsDuty(segment, from, end) != IsDuty(segment, index + 1, to)) return null;
            var isAll = !segment.Items[index].Is("or");
            if (!IsOf(left.Group, isAll) || !IsOf(right.Group, isAll)
                || left.Group.Activities.Any(one => right.Group.Activities.Any(other => one.Variable == other.Variable))) return null;
            return new Proposition(new ActivityGroup([.. left.Group.Activities, .. right.Group.Activities], isAll), true);
        }

        return null;

        static bool IsOf(ActivityGroup group, bool isAll) => group.Activities.Length == 1 || group.IsAll == isAll;
    }

    /// <summary>"At least one" before a single name.</summary>
    public static bool IsAtLeastOne(List<ClauseItem> items, int index) => items[index].Quantity is { Word: "one" } && index > 1
        && items[index - 1].Is("least")
        && items[index - 2].Is("at") && index + 1 < items.Count && items[index + 1].Kind == ItemKind.Variable;

    private static bool IsDuty(Segment segment, int from, int to) =>
        segment.Items.FindIndex(from, to - from, item => item.Is("must", "should", "shall", "has", "have", "needs", "need",
            "obliged", "required") || item.IsIn(WordClass.Permissions)) >= 0;

    private static Proposition? Of(ActivityGroup group, int negations, bool hasVerb) => negations switch
    {
        0 => new Proposition(group, hasVerb),
        1 => new Proposition(Not(group), hasVerb),
        _ => null,
    };

    /// <summary>"Cannot be left out": the negation right before the leaving out.</summary>
    private static bool IsRefusedOmission(List<ClauseItem> items, int from, int to)
    {
        var omission = items.FindIndex(from, to - from, item => item.IsIn(WordClass.Omissions));
        var negation = items.FindIndex(from, to - from, IsNegation);
        return negation < omission && omission - negation <= 2;
    }

    private static bool IsNegation(ClauseItem item) =>
        item.IsIn(WordClass.Negations) || (item.Kind == ItemKind.Word && item.Text.EndsWith("n't", StringComparison.Ordinal));

    private static bool StandsForAntecedent(List<ClauseItem> items, int from, int to)
    {
        for (var index = from; index < to; index++)
            if (items[index].Is("it", "they", "them", "both", "so", "this", "that", "neither", "either", "any", "all")) return true;
        return false;
    }
}

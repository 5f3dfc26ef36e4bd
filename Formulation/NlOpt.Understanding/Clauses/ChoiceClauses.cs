using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>Reads clauses about how many of several things are done: exactly one, at least two, either or both, all or none, never this.</summary>
internal static class ChoiceClauses
{
    private const string Together =
        "together|part of the same plan|in the same plan|on the same day|in the same season|in the same week|in the same year|simultaneously|"
            + "at the same time|at once|in combination|jointly|side by side|in the same "
            + "plan|in parallel|coexist|go together|alongside each other|alongside one another|with each other|be combined";

    private const string Exclusive =
        "mutually exclusive|incompatible|exclude each other|exclude one another|rule each other out|incompatible with each other|conflict|"
            + "conflict with each other|in conflict|cannot be combined|can not be combined|may not be combined|must not be combined|"
        + "cannot go together|can not go together|cannot coexist|must be kept apart|do not go together";

    /// <summary>What a clause says; empty where it is no choice.</summary>
    /// <param name="segment">The clause.</param>
    /// <param name="earlier">The variables of the list said before, for "one of them".</param>
    public static ImmutableArray<Statement> Read(Segment segment, ImmutableArray<DecisionVariableId> earlier)
    {
        if (segment.Lead("whatever happens ,|come what may ,|in any event ,|in any case "
            + ",") is { } happens) return Read(new Segment([.. segment.Items.Skip(happens),
            .. segment.Items.Take(happens - 1)], segment.VariableCount), earlier);
        // "To avoid damage, ..." says nothing of the choice.
        var comma = segment.Items.FindIndex(item => item.Is(",") || item.Kind is ItemKind.Variable or ItemKind.Number);
        if (comma > 0 && comma + 2 < segment.Count && segment.Items[comma].Is(",")) segment = segment.Part(comma + 1, segment.Count);
        if (segment.Groups is not { Count: <= 2 } groups
            || segment.Items.Exists(item => item.IsIn(WordClass.Amounts)
            && !item.Is("more", "less", "fewer", "than", "maximum", "minimum"))) return [];
        if (ReadOther(segment, groups) is { } other) return [other];
        if (segment.Items.Exists(item => item.Is("if", "twice", "unless")) || (segment.Has("as") && !segment.Has("as a|as one|as well"))
            || SaysEach(segment)) return [];
        if (groups.Count == 2 && ReadEither(segment) is { } either) return [either];
        if (groups.Count == 2)
        {
            // "They cannot combine A with B".
            if (segment.Has("cannot combine|can not combine|may not combine|must not combine|cannot mix|cannot pair|not be combined")
                && segment.Items[groups[1].First - 1].Is("with", "and"))
                return [new Statement.Cardinality([.. groups.SelectMany(group => group.Members)], new Limit.AtMost(ClauseNumbers.Implied(1)))];
            // "A or B may be made, but not both A and B" says its list twice.
            if (!groups[1].Variables.All(groups[0].Names) || !groups[0].Variables.All(groups[1].Names)) return [];
            groups = [groups[0]];
        }

        var isAnaphoric = groups.Count == 0;
        var list = isAnaphoric ? EarlierNames.Of(segment, earlier) : groups[0].Variables;
        if (list.IsEmpty) return [];
        if (UnknownWords(segment) > 4) return [];
        if (list.Length > 1 && InseparableClauses.SaysNoneAlone(segment)) return Tied([.. list.Select(variable => new Activity(variable))]);
        if (list.Length > 1)
        {
            // "They cannot leave out both A and B", "at least one of them must be left out".
            var isOmitted = !segment.Has(Exclusive)
                && segment.Items.Exists(item => item.IsIn(WordClass.Omissions)
                && !item.Is("forbidden", "prohibited", "banned", "impossible", "unavailable", "closed"));
            // "At least one of A, B and C must not be made".
            isOmitted ^= groups.Count == 1 && segment.Has("at least one of|exactly one of")
                && segment.Part(groups[0].End, segment.Count).Has("must not be|cannot be|may not be|must not|should not be")
                && !segment.Has("both");
            if ((ReadCount(segment, list) is { } counted ? [counted]
                : ReadPair(segment, groups.Count == 1 ? groups[0] : null, list)) is { IsEmpty: false } said)
                return isOmitted ? [.. said.Select(OfTheOthers)] : said;
        }

        return isAnaphoric ? [] : RequirementClauses.Read(segment, groups[0]);
    }

    /// <summary>"Either A is opened or they build B, but not both": the choice between two sayings.</summary>
    private static Statement.Cardinality? ReadEither(Segment segment)
    {
        if (segment.Lead("either") is null) return null;
        var tail = segment.Find(", but not both|but not both|, but not both of them|, or both|or both|, or neither");
        if (tail is not { } end || end.End < segment.Count - 2) return null;
        if (Proposition.Read(segment, 1, end.First) is not { HasVerb: true,
            Group: { IsAll: false, Activities: [{ IsActive: true }, { IsActive: true }] } } saying) return null;
        var one = ClauseNumbers.Implied(1);
        return new Statement.Cardinality(saying.Group.Activities, segment.Has("but not both") ? new Limit.Exactly(one) : segment.Has("or both")
            ? new Limit.AtLeast(one) : new Limit.AtMost(one));
    }

    /// <summary>"If one of A and B is made, the other cannot be", "making one of A and B means making the other".</summary>
    private static Statement? ReadOther(Segment segment, IReadOnlyList<VariableGroup> groups)
    {
        if (groups is not [{ Members: [var left, var right] } group] || !segment.Has("one of")
            || segment.Find("the other|the other one", group.End) is null || segment.Has("without the other")) return null;
        var after = segment.Part(group.End, segment.Count);
        if (after.Has("at least|exactly|or both|or the other")) return null;
        var isRefused = after.Items.Exists(item => AmountLimit.IsNegation(item) || item.IsIn(WordClass.Omissions))
            || after.Has("rules out|excludes|precludes|prevents|forbids");
        return isRefused ? new Statement.Cardinality([left, right], new Limit.AtMost(ClauseNumbers.Implied(1)))
            : after.Has("must|means|requires|needs|implies|has to|so is") ? new Statement.Equivalence(left, right) : null;
    }

    /// <summary>How many are done where it was said how many are left out.</summary>
    private static Statement OfTheOthers(Statement statement)
    {
        if (statement is not Statement.Cardinality(var activities, var count)) return statement;
        SourcedNumber Rest(SourcedNumber number) => number with { Value = activities.Length - number.Value };
        return new Statement.Cardinality(activities, count switch
        {
            Limit.AtLeast(var least) => new Limit.AtMost(Rest(least)),
            Limit.AtMost(var most) => new Limit.AtLeast(Rest(most)),
            Limit.Between(var low, var high) => new Limit.Between(Rest(high), Rest(low)),
            _ => new Limit.Exactly(Rest(((Limit.Exactly)count).Number)),
        });
    }

    /// <summary>"Each of them" says something of every thing; "each employee must choose A or B" does not.</summary>
    private static bool SaysEach(Segment segment) =>
        Enumerable.Range(0, segment.Count).Any(index => segment.Items[index].Is("each", "every")
            && !(index + 1 < segment.Count && segment.Items[index + 1].Is("other"))
        && (index > 0 || segment.Items[1].Is("of", "one") || segment.Items[1].Kind == ItemKind.Variable
        || segment.Items[1].IsIn(WordClass.GenericNouns)));

    /// <summary>"Exactly two of", "no more than one of", "a maximum of two".</summary>
    private static Statement.Cardinality? ReadCount(Segment segment, ImmutableArray<DecisionVariableId> list)
    {
        var items = segment.Items;
        // "Together they must come to 3" sums amounts.
        if (segment.Has("come to|comes to|add up to|adds up to|amount to|sum to|must total|combined must|in total")) return null;
        for (var index = 0; index < segment.Count; index++)
        {
            if (CountAt(items, index) is not { } count) continue;
            var after = index + 1;
            var isCounted = after >= segment.Count
                || items[after].Is("different", "distinct", "kinds", "sorts", "types", "varieties", "of", "from", "among", "out", "must", "can",
                "may", "should", "is", "has", "will", "needs", "cannot", ",", "between") || items[after].Kind == ItemKind.Variable
                || (items[after].IsIn(WordClass.GenericNouns) && after + 1 < segment.Count
                && items[after + 1].Is("of", "from", "among", "out", "between"))
                || (items[after].IsIn(WordClass.GenericNouns) && segment.Starts("of|out of|among|from"))
                || (after + 1 < segment.Count && items[after].Kind == ItemKind.Word && items[after + 1].Is("out", "among"))
                || (items[after].IsIn(WordClass.Doing) && !items[after].IsIn(WordClass.GenericNouns));
            if (Range(segment, list, index, count) is { } range) return range;
            if (!isCounted || count.Value < 1 || count.Value > list.Length || count.Value != Math.Floor(count.Value)) continue;
            if (items.Exists(item => item.Kind == ItemKind.Number && item != items[index] && item.Quantity!.Value != list.Length)) return null;
            if (Direction(segment, index, count, list.Length) is not { } limit) continue;
            return new Statement.Cardinality([.. list.Select(variable => new Activity(variable))], limit);
        }

        return null;
    }

    private static Statement.Cardinality? Range(Segment segment, ImmutableArray<DecisionVariableId> list, int index, SourcedNumber low)
    {
        var items = segment.Items;
        if (index + 2 >= segment.Count || !items[index + 1].Is("and", "to") || index == 0 || !items[index - 1].Is("between", "from")
            || CountAt(items, index + 2) is not { } high) return null;
        return high.Value > low.Value && high.Value <= list.Length
            ? new Statement.Cardinality([.. list.Select(variable => new Activity(variable))], new Limit.Between(low, high)) : null;
    }

    private static SourcedNumber? CountAt(List<ClauseItem> items, int index) => items[index] switch
    {
        { Kind: ItemKind.Number, Quantity: { IsMoney: false, IsPercent: false, IsFraction: false, IsMultiple: false } quantity } =>
            ClauseNumbers.Of(quantity),
        { Text: "one" } item when index == 0 || !items[index - 1].Is("no", "each", "any", "other", "the") => ClauseNumbers.One(item.First),
        { Text: "single" } item => ClauseNumbers.One(item.First),
        _ => null,
    };

    /// <summary>The limit that the words before a count make of it; null where a count is no limit.</summary>
    private static Limit? Direction(Segment segment, int index, SourcedNumber count, int size)
    {
        var items = segment.Items;
        if (count.Value == 1 && size == 2 && IsExclusive(segment, index + 1)) return new Limit.Exactly(count);
        var negated = items.Take(index).Any(item => item.IsIn(WordClass.Negations) || item.Text.EndsWith("n't", StringComparison.Ordinal));
        if (Ends("at least|a minimum of|minimum of|no fewer than|no less than|not fewer than|not less than")) return new Limit.AtLeast(count);
        if (Ends("at most|at the most|a maximum of|maximum of|up to|no more than|not more than")) return new Limit.AtMost(count);
        if (Ends("more than")) return negated ? new Limit.AtMost(count) : count.Value < size
            ? new Limit.AtLeast(count with { Value = count.Value + 1 }) : null;
        if (Ends("fewer than|less than")) return negated ? new Limit.AtLeast(count) : count.Value > 1
            ? new Limit.AtMost(count with { Value = count.Value - 1 }) : null;
        if (negated) return null;
        if (Ends("exactly|precisely|just|one and only")) return new Limit.Exactly(count);
        var isPermission = items.Exists(item => item.IsIn(WordClass.Permissions));
        if (Ends("only") || segment.Has("only")) return isPermission ? new Limit.AtMost(count) : new Limit.Exactly(count);
        var after = segment.Part(index, segment.Count);
        if (after.Has("or more|at least|or both")) return new Limit.AtLeast(count);
        if (after.Has("or fewer|or less|at most|or none|or neither")) return new Limit.AtMost(count);
        if (after.Has("but not both|not both|and only one|, not more|, no more")) return new Limit.Exactly(count);
        // "Two types of" tells what there is; "two of the types" picks.
        if (count.Value == size || !after.Part(1, after.Count).Starts("of|from|among|out of")) return null;
        var isDuty = items.Exists(item => item.IsIn(WordClass.Duties));
        return isDuty ? new Limit.Exactly(count) : isPermission ? new Limit.AtMost(count) : null;

        bool Ends(string phrases) => segment.LengthBefore(phrases, index, 0) > 0;
    }

    /// <summary>What is said of two or more things without a count.</summary>
    private static ImmutableArray<Statement> ReadPair(Segment segment, VariableGroup? group, ImmutableArray<DecisionVariableId> list)
    {
        if (segment.Items.Exists(item => item.Kind == ItemKind.Number && item.Quantity!.Value != list.Length)) return [];
        ImmutableArray<Activity> activities = [.. list.Select(variable => new Activity(variable))];
        var isNegated = segment.Items.Exists(item => item.IsIn(WordClass.Negations) || item.Is("impossible")
            || item.Text.EndsWith("n't", StringComparison.Ordinal));
        var one = ClauseNumbers.Implied(1);
        if (segment.Has("one or both of|one or more of|one or the other or both|any one or more of")) return [new Statement.Cardinality(activities,
            new Limit.AtLeast(one))];
        var isBothWays = segment.Find("both") is { } once
            && segment.Find("or both be omit|or both omit|or be both omit|or both are omit", once.First) is not null;
        if (isBothWays || InseparableClauses.Says(segment, group, isNegated)) return Tied(activities);
        if (segment.Has("or neither|or none|or neither one|or none of them|or neither of them|or not at "
            + "all")) return [new Statement.Cardinality(activities, new Limit.AtMost(one))];
        if (segment.Has("or both|and / or|or both of them|possibly both|maybe both|perhaps both|or even both"))
            return [new Statement.Cardinality(activities,
            new Limit.AtLeast(one))];
        if (segment.Has(Exclusive)
            && !segment.Has("not mutually exclusive|not incompatible")) return [new Statement.Cardinality(activities, new Limit.AtMost(one))];
        if (group is { Joint: Joint.Or } && IsExclusive(segment, group.End)
            && segment.Items.Take(group.End + 4).Any(item => item.IsIn(WordClass.Duties)))
            return [new Statement.Cardinality(activities, new Limit.Exactly(one))];
        if (segment.Has("but not the @|not the @ together|but not together|but not both|not both|never both|but never both|but not the two "
            + "together|but not both of them|though not both|, not both|yet not both|and not both"))
            return [new Statement.Cardinality(activities, IsExactChoice(segment, group) ? new Limit.Exactly(one) : new Limit.AtMost(one))];
        if (group is { Joint: Joint.Or } && IsExclusive(segment, group.End))
            return [new Statement.Cardinality(activities, new Limit.AtMost(one))];
        // "Neither A nor B may be missing".
        if (group is { Quantifier: "neither" } && segment.Items.Exists(item => item.IsIn(WordClass.Omissions)
            && !item.Is("impossible", "forbidden", "prohibited", "banned"))
            && !segment.Items.Exists(item => AmountLimit.IsNegation(item) && !item.Is("neither", "nor")))
            return [.. list.Select(variable => new Statement.ActivityRequirement(new Activity(variable)))];
        // "It is not allowed to make neither A nor B".
        if (group is { Quantifier: "neither" }
            && (segment.Items.Exists(item => (item.IsIn(WordClass.Negations) && !item.Is("neither", "nor"))
            || item.Text.EndsWith("n't", StringComparison.Ordinal) || item.IsIn(WordClass.Omissions))))
            return [new Statement.Cardinality(activities, new Limit.AtLeast(one))];
        if (group is { Quantifier: "neither" } || (group is { Joint: Joint.Or } && isNegated))
            return [.. list.Select(variable => new Statement.ActivityRequirement(new Activity(variable, false)))];
        if (isNegated && segment.Has("both|all|" + Together) && group is null or { Joint: Joint.And })
            return [new Statement.Cardinality(activities, new Limit.AtMost(ClauseNumbers.Implied(list.Length - 1)))];
        if (isNegated || group is not { Joint: Joint.Or } || !IsDemanded(segment, group)) return [];
        return [new Statement.Cardinality(activities, segment.Has("either") ? new Limit.Exactly(one) : new Limit.AtLeast(one))];
    }

    /// <summary>Each as the one before it.</summary>
    private static ImmutableArray<Statement> Tied(ImmutableArray<Activity> activities) =>
        [.. activities.Skip(1).Select((activity, index) => new Statement.Equivalence(activities[index], activity))];

    /// <summary>"..., but they cannot be made together", "..., but only one of them".</summary>
    private static bool IsExclusive(Segment segment, int from)
    {
        if (from >= segment.Count
            || segment.Find("but|, though|though|, yet|yet|, not both|, and not both|, never both", from) is not { } turn) return false;
        var tail = segment.Part(turn.First, segment.Count);
        return (tail.Items.Exists(AmountLimit.IsNegation)
            && tail.Has("both|together|at the same time|simultaneously|jointly|the @|more than one|more than @"))
            || tail.Has("only one|just one|one only");
    }

    /// <summary>
    /// "A or B must be made", "they must choose A or B". What someone must do "using A or B" only tells what there is to choose from.
    /// </summary>
    private static bool IsDemanded(Segment segment, VariableGroup group)
    {
        var items = segment.Items;
        if (segment.Starts("there must be|there has to be|there have to be|it is required|it is necessary|it is mandatory|"
            + "it is essential|it is compulsory|it is obligatory")) return true;
        var start = group.First;
        while (start > 0 && (items[start - 1].Is("either", "both", "at", "least") || items[start - 1].IsIn(WordClass.Determiners))) start--;
        if (start == 0) return segment.Part(group.End, segment.Count) is var rest && rest.Items.Take(3).Any(item => item.IsIn(WordClass.Duties))
            && rest.Items.Exists(item => item.IsIn(WordClass.Doing));
        return items[start - 1].IsIn(WordClass.Choosing) && items.Take(start - 1).Any(item => item.IsIn(WordClass.Duties))
            && !items.Take(start - 1).Any(item => item.IsIn(WordClass.Permissions));
    }

    /// <summary>"Either A or B, but not both" picks one; "A or B can be made, but not both" may pick none.</summary>
    private static bool IsExactChoice(Segment segment, VariableGroup? group) =>
        group is { Joint: Joint.Or } && (segment.Has("either") || !segment.Items.Exists(item => item.IsIn(WordClass.Permissions)));

    /// <summary>How many words are of no class that a choice is told with.</summary>
    public static int UnknownWords(Segment segment) =>
        Enumerable.Range(0, segment.Count).Where(index => !VerbPlaces.IsVerb(segment.Items, 0, index)).Select(index => segment.Items[index])
        .Count(item => item.Kind == ItemKind.Word && !item.IsIn(WordClass.Light)
        && !item.IsIn(WordClass.GenericNouns) && !item.IsIn(WordClass.Negations) && !item.IsIn(WordClass.Omissions)
        && !item.Is("exactly", "most", "least", "more", "than", "fewer", "less", "maximum", "minimum", "neither", "none", "mutually", "exclusive",
        "between", "out", "precisely", "single", "combined", "combination", "different", "distinct", "sorts", "varieties"));
}

using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Reads limits that hold only when something is done: "if they make A they must make at least 50 B", "at least 50 A if any at all".
/// </summary>
internal static class ConditionalAmounts
{
    private const string Conditions = "if|whoever|whenever|when|as soon as|every time|each time|any time|in case|in the event that|provided that|"
        + "as long as|once|should|assuming that|given that";

    private const string AtAll =
        "if any are made at all|if any at all|if any is made|if any are made|, if any|if at all|or no # at all|or none at all|or not at all|or "
            + "none|or nothing|or else none|or no # at all|or no #|if they are made at all|if it is made at all|"
        + "or they must make none|or it is not made at all|or they are not made at all|or skip it entirely|or it cannot be made";

    private const int MostNounWords = 2;

    private static readonly HashSet<string> Measures = [.. (
        "unit units piece pieces acre acres hectare hectares kg kilogram kilograms gram grams pound pounds ton tons tonne tonnes liter liters "
            + "litre litres gallon gallons box boxes bag bags bottle bottles crate crates pallet pallets "
        + "case cases meter meters metre metres barrel barrels dollars euros batch batches lot lots trip trips shift shifts hour hours").Split(' ')];

    /// <summary>What a clause says; empty where it is no conditional limit.</summary>
    public static ImmutableArray<Statement> Read(Segment segment)
    {
        if (!Enumerable.Range(0, segment.Count).Any(index => segment.Items[index].Kind == ItemKind.Number
            && !Proposition.IsAtLeastOne(segment.Items, index))) return [];
        if (AmountConditions.Read(segment) is { IsEmpty: false } reverse) return reverse;
        return ReadAtAll(segment) is { IsEmpty: false } whole ? whole : ReadCondition(segment);
    }

    /// <summary>"Either no A or at least 50": none of it, or an amount within the limit.</summary>
    private static ImmutableArray<Statement> ReadAtAll(Segment segment)
    {
        // "A, if made, ...", "at least 20 A or no A at all must be made".
        if (segment.Find(", if") is { First: > 0 } aside && segment.Items.FindIndex(aside.End, item => item.Is(",")) is var close and > 0
            && close - aside.End <= 4 && segment.Items.Skip(aside.End).Take(close - aside.End).All(item => item.Kind == ItemKind.Word))
            return ReadOrNone(Without(segment, aside.First, close + 1));
        if (segment.Find("or no # at all|or none at all|or not at all") is { First: > 2 } middle
            && middle.End < segment.Count) return ReadOrNone(Without(segment, middle.First, middle.End));
        if (BatchSizes.Read(segment) is { IsEmpty: false } sizes) return sizes;
        Segment rest;
        if (segment.Find(AtAll) is { } tail && tail.End == segment.Count && tail.First > 2)
            rest = segment.Part(0, segment.Items[tail.First - 1].Is(",") ? tail.First - 1 : tail.First);
        else if (segment.Lead("if any ,|if any|if at all ,|if any at all ,") is { } lead) rest = segment.Part(lead, segment.Count);
        else if (WithoutNone(segment) is { } some) rest = some;
        else return [];
        return ReadOrNone(rest);
    }

    /// <summary>A limit on one thing that holds only where there is any of it.</summary>
    private static ImmutableArray<Statement> ReadOrNone(Segment segment) =>
        ReadAmount(segment, 0, segment.Count, null) is { Variables: [var variable] } amount ? [Conditional(new Activity(variable), amount)] : [];

    private static Segment Without(Segment segment, int from, int to) =>
        new([.. segment.Items.Take(from), .. segment.Items.Skip(to)], segment.VariableCount);

    /// <summary>"Either no A are made or at least 50": what stands behind "or", with the name put back where it is missing there.</summary>
    private static Segment? WithoutNone(Segment segment)
    {
        var none = segment.Items.FindIndex(item => item.Is("no", "none", "nothing", "skip", "skips", PhraseMerging.Omit, "omits", "drop", "drops")
            || item.Quantity is { Value: 0 } || (item.Is("not") && segment.Has("not at all")));
        var or = none < 0 ? -1 : segment.Items.FindIndex(none, item => item.Is("or"));
        if (or < 0 || segment.Items.Take(or).Any(item => item.Quantity is { Value: not 0 } || item.Is("if", "more", "fewer", "less"))) return null;
        var before = segment.Items.Take(or).Where(item => item.Kind == ItemKind.Variable).ToList();
        var after = segment.Items.Skip(or + 1).ToList();
        if (before.Count > 1 || !after.Exists(item => item.Kind == ItemKind.Number)) return null;
        if (before is [var name])
        {
            if (after.Exists(item => item.Kind == ItemKind.Variable && !item.Variables.SequenceEqual(name.Variables))) return null;
            if (!after.Exists(item => item.Kind == ItemKind.Variable)) after.Add(name);
        }

        return new Segment(after, segment.VariableCount);
    }

    private static ImmutableArray<Statement> ReadCondition(Segment segment)
    {
        if (segment.Find(Conditions + "|unless") is not { } marker) return ReadNeed(segment);
        if (segment.Items[marker.First].Is("unless")) return marker.First > 0 ? ReadRefused(segment, marker) : ReadUnless(segment);
        // "A cannot be made if more than 20 B are made".
        if (marker.First > 0 && Proposition.Read(segment, 0, marker.First) is { Group.Activities: [{ IsActive: false }] } refused
            && segment.Find("more than @|fewer than @|less than @", marker.End) is { } excess
            && VariableGroup.ReadAll(segment.Items, marker.End, segment.Count) is [{ Members: [var amountOf] }]
            && !AmountLimit.IsNegation(segment.Items[excess.First - 1]))
        {
            var bound = ClauseNumbers.Of(segment.Items[excess.End - 1].Quantity!);
            return Combine(refused.Negated, _ =>
                (segment.Items[excess.First].Is("more") ? new Limit.AtMost(bound) : new Limit.AtLeast(bound), [amountOf.Variable]));
        }

        // "A can only be made if at most 60 B are made".
        if (marker.First > 0 && segment.Part(0, marker.First).Has("only")
            && Proposition.Read(segment, 0, marker.First) is { } permitted
            && Combine(permitted, condition =>
            ReadAmount(segment, marker.End, segment.Count, condition)) is { IsEmpty: false } needed) return needed;
        if (marker.First > 0)
            return segment.Items[marker.First].Is("should", "once") ? []
                : Combine(Proposition.Read(segment, marker.End, segment.Count, Named(segment, 0, marker.First)), condition =>
                ReadAmount(segment, 0, marker.First, condition));
        if (segment.Find(", then|then", marker.End) is { } then)
            return Combine(Proposition.Read(segment, marker.End, then.First), condition => ReadAmount(segment, then.End, segment.Count, condition));
        for (var index = segment.Count - 1; index > marker.End; index--)
        {
            var at = index;
            if (segment.Items[at].Is(",")
                && Combine(Proposition.Read(segment, marker.End, at), condition =>
                ReadAmount(segment, at + 1, segment.Count, condition)) is { IsEmpty: false } found) return found;
        }

        for (var index = marker.End + 2; index < segment.Count; index++)
        {
            var at = index;
            var startsClause = segment.Items[at].Is("they", "it", "he", "she", "we", "you", "at", "no", "the", "between", "there", "then", "a",
                "exactly");
            if (startsClause && Combine(Proposition.Read(segment, marker.End, at) is { HasVerb: true } condition ? condition : null, condition =>
                ReadAmount(segment, at, segment.Count, condition)) is { IsEmpty: false } found) return found;
        }

        return [];
    }

    /// <summary>"A cannot be made unless at least 20 B are made", "A is not worth making unless at least 20 are made", "no A without at least 20
    /// B".</summary>
    private static ImmutableArray<Statement> ReadRefused(Segment segment, (int First, int End) marker)
    {
        var after = segment.Part(marker.End, segment.Count);
        // "Fewer than 20 A cannot be made unless none are made", "no more than 20 A can be made unless B is made".
        if (after.Has("none|nothing|no #|zero") && !after.Items.Exists(item => item.Kind == ItemKind.Number)
            && ReadAmount(segment, 0, marker.First, null) is { Variables: [var own] } least
            && (after.Groups is { } named
            && named.All(group => group.Names(own)))) return [Conditional(new Activity(own), least)];
        if (segment.Items[marker.First].Is("unless") && !after.Items.Exists(item => item.Kind == ItemKind.Number)
            && ReadAmount(segment, 0, marker.First, null) is { } most)
            return Combine(Proposition.Read(segment, marker.End, segment.Count)?.Negated, _ => most);
        if (segment.Part(0, marker.First).Has("not worth|not worthwhile|does not pay|do not pay|not economical|makes no sense|make no sense"))
            return Named(segment, 0, marker.First) is { Activities: [var repeated] } group
                && ReadAmount(segment, marker.End, segment.Count, group) is { Variables: [var variable] } amount && variable == repeated.Variable
                ? [Conditional(repeated, amount)] : [];
        return Proposition.Read(segment, 0, marker.First) is { Group.Activities: [{ IsActive: false }] } refused
            ? Combine(refused.Negated, condition => ReadAmount(segment, marker.End, segment.Count, condition)) : [];
    }

    /// <summary>"Unless A is made, at least 20 B must be made".</summary>
    private static ImmutableArray<Statement> ReadUnless(Segment segment)
    {
        for (var index = segment.Count - 1; index > 1; index--)
        {
            var at = index;
            // "Unless at least 20 A are made, none may be made".
            if (segment.Items[at].Is(",") && segment.Part(at + 1, segment.Count).Has("none|no #|not be|cannot be")
                && ReadAmount(segment, 1, at, null) is { Variables: [var variable] } amount
                && (VariableGroup.ReadAll(segment.Items, at + 1, segment.Count) is { } groups
                && groups.All(group => group.Names(variable) && group.Members.Length == 1))) return [Conditional(new Activity(variable), amount)];
            if (segment.Items[at].Is(",")
                && Combine(Proposition.Read(segment, 1, at)?.Negated, condition =>
                ReadAmount(segment, at + 1, segment.Count, condition)) is { IsEmpty: false } found) return found;
        }

        return [];
    }

    /// <summary>"Making A requires making at least 20 B", "A may be made only with at least 20 B", "to make A, at least 20 B must be
    /// made".</summary>
    private static ImmutableArray<Statement> ReadNeed(Segment segment)
    {
        if (segment.Find("without") is { First: > 0 } without) return ReadRefused(segment, without);
        if (segment.Lead("without|in the absence of") is { } absent && segment.Items.FindIndex(item => item.Is(",")) is > 0 and var pause)
            return Combine(Proposition.Read(segment, absent, pause)?.Negated, condition =>
                VariableGroup.ReadAll(segment.Items, pause + 1, segment.Count) is { Count: 1 }
                    ? ReadAmount(segment, pause + 1, segment.Count, condition) : null);
        if (segment.Find("limits #|limit #|restricts #|restrict #|caps #|cap #|limits the number of #|restricts the number of "
            + "#") is { First: > 0 } limits && segment.Find("to @|at @", limits.End) is { } to
            && Proposition.Read(segment, 0, limits.First) is { } limiting
            && VariableGroup.ReadAll(segment.Items, limits.First, segment.Count) is [{ Variables: [var limited] }])
            return Combine(limiting, _ => (new Limit.AtMost(ClauseNumbers.Of(segment.Items[to.End - 1].Quantity!)), [limited]));
        if (segment.Find("together with|alongside|along with|at the same time as") is { First: > 2 } beside
            && Proposition.Read(segment, 0, beside.First) is { Group.Activities: [{ IsActive: false }] } apart
            && segment.Find("more than @", beside.End) is { } over
            && VariableGroup.ReadAll(segment.Items, beside.End, segment.Count) is [{ Variables: [var crowded] }])
            return Combine(apart.Negated, _ => (new Limit.AtMost(ClauseNumbers.Of(segment.Items[over.End - 1].Quantity!)), [crowded]));
        if (segment.Find("must accompany|has to accompany|have to accompany|must go with|must come with") is { First: > 0 } accompany
            && ReadAmount(segment, 0, accompany.First, null) is { } company)
            return Combine(Proposition.Read(segment, accompany.End, segment.Count), _ => company);
        if (segment.Find("only") is { } only && segment.Find("with|together with|alongside|along with", only.End) is { } with
            && segment.Part(0, only.First).Items.Concat(segment.Part(only.End, with.First).Items).Any(item => item.Kind == ItemKind.Variable))
            return Combine(Proposition.Read(segment, 0, with.First), condition => ReadAmount(segment, with.End, segment.Count, condition));
        if (segment.Find("allows|allow|leaves room for|leave room for|permits|permit|only with|only together with|only along with|only alongside|"
            + "only in combination with|requires that|means that|implies that|requires|require|demands|demand|implies|imply|means|mean|"
                + "necessitates|presupposes|presuppose|leads to|comes with|calls for|call for|obliges|oblige|commits|commit|entails|needs|"
                + "need") is { First: > 0 } need)
            return Proposition.Read(segment, 0, need.First) is { } doing && doing.Group.Activities[0].IsActive
                // "Julia needs at least 155 units" tells of Julia; "baking rolls needs at least 20 pretzels" connects.
                && (doing.HasVerb || !segment.Items[need.First].Is("requires", "require", "needs", "need", "demands", "demand"))
                && VariableGroup.ReadAll(segment.Items, need.End, segment.Count) is { Count: 1 }
                ? Combine(doing, condition => ReadAmount(segment, need.End, segment.Count, condition)) : [];
        if (segment.Lead("in order to|in order for|to|for|before|with|alongside|together with|along with") is not { } start
            || segment.Items.FindIndex(item => item.Is(",")) is not (> 0 and var comma)) return [];
        return Combine(Proposition.Read(segment, start, comma), condition =>
            VariableGroup.ReadAll(segment.Items, comma + 1, segment.Count) is [var limited]
                && !condition.Activities.Any(activity => limited.Names(activity.Variable))
                ? ReadAmount(segment, comma + 1, segment.Count, condition)
                : null);
    }

    /// <summary>The only thing that a run of items names; null where it names none or more.</summary>
    public static ActivityGroup? Named(Segment segment, int from, int to) =>
        VariableGroup.ReadAll(segment.Items, from, to) is [{ Members: [var only] }] ? ActivityGroup.Of(only) : null;

    /// <summary>One statement for each activity of an "any of" condition; nothing for "all of", which no single statement holds.</summary>
    private static ImmutableArray<Statement> Combine(Proposition? condition, Func<ActivityGroup,
        (Limit Limit, ImmutableArray<DecisionVariableId> Variables)?> read)
    {
        if (condition is not { Group: { } group } || (group.Activities.Length > 1 && group.IsAll) || read(group) is not { } amount) return [];
        return [.. group.Activities.Select(activity => Conditional(activity, amount))];
    }

    /// <summary>The statement that a limit holds under a condition.</summary>
    public static Statement Conditional(Activity condition, (Limit Limit, ImmutableArray<DecisionVariableId> Variables) amount) =>
        new Statement.ConditionalLimit(condition, [.. amount.Variables.Select(variable =>
            new WeightedVariable(variable, ClauseNumbers.Implied(1)))],
            amount.Limit);

    /// <summary>A limit on a plain amount of variables; "it" and a bare number speak of the condition.</summary>
    public static (Limit Limit, ImmutableArray<DecisionVariableId> Variables)? ReadAmount(Segment segment, int from, int to,
        ActivityGroup? condition, Activity? own = null)
    {
        if (AmountLimit.Read(segment, from, to) is not { } limit || VariableGroup.ReadAll(segment.Items, from, to) is not { } groups) return null;
        // "A is made in amounts of 20 to 60 A".
        if (groups.Count == 2 && groups[0].Members.Length == 1 && groups[0].Members.SequenceEqual(groups[1].Members)) groups.RemoveAt(1);
        if (groups.Count > 1) return null;
        if (segment.Items.Skip(from).Take(to - from).Any(item => item.Is("if", "unless", "per", "each", "every", "than", "as")
            && !IsOfLimit(segment, item, limit))) return null;
        if (segment.Items[limit.At].Quantity is { IsPercent: true } or { IsFraction: true } or { IsMultiple: true }) return null;
        var next = AfterNoun(segment, limit.End, from, to, condition);
        if (next + 1 < to && segment.Items[next].Is("or") && segment.Items[next + 1].Is("more", "less", "fewer")) next += 2;
        var ends = next >= to || segment.Items[next].Kind == ItemKind.Variable || segment.Items[next].IsIn(WordClass.Light)
            || VerbPlaces.IsVerb(segment.Items, from, next) || segment.Items[next].IsIn(WordClass.GenericNouns);
        if (!ends) return null;
        var unknown = Enumerable.Range(from, to - from).Where(index => !VerbPlaces.IsVerb(segment.Items, from, index)).Select(index =>
            segment.Items[index]).Count(item => item.Kind == ItemKind.Word && !item.IsIn(WordClass.Light) && !item.IsIn(WordClass.GenericNouns)
            && !IsMeasure(item.Text)
            && !item.Is("most", "least", "more", "than", "fewer", "less", "exactly", "maximum", "minimum", "between", "together", "total", "exceed",
            "limited", "combined", "otherwise"));
        if (unknown > 4) return null;
        if (groups is [var group]) return group.Members.Length == 1 || group.Joint != Joint.Or ? (limit.Limit, group.Variables) : null;
        // "At least 30 hours must be booked" measures something else.
        var isTime = limit.End < to && segment.Items[limit.End].Is("hours", "hour", "minutes", "minute");
        if (isTime && !SaysVerbAgain(segment, from, to)) return null;
        return condition is { Activities: [{ IsActive: true } only] } ? (limit.Limit, [only.Variable])
            : own is { } named ? (limit.Limit, [named.Variable]) : null;
    }

    /// <summary>The item behind what a number counts: "16 glasses of juice", "26 days in the mine", any measure of the thing itself.</summary>
    private static int AfterNoun(Segment segment, int next, int from, int to, ActivityGroup? condition)
    {
        var items = segment.Items;
        if (next + 2 < to && items[next].Kind == ItemKind.Word && items[next + 1].Is("of", "in", "at", "on", "with", "for", "by")
            && items.Skip(next + 2).Take(2).Any(item => item.Kind == ItemKind.Variable || item.Is("it", "them"))) next += 2;
        else if (next < to && items[next].Kind == ItemKind.Word
            && (next + 1 == to || items[next + 1].Kind == ItemKind.Variable || items[next + 1].IsIn(WordClass.GenericNouns))) next++;
        var start = next;
        while (next < to && (IsMeasure(items[next].Text) || items[next].Is("of", "more", "in", "for", "into"))) next++;
        if (next > start || (condition is not null && !SaysVerbAgain(segment, from, to))) return next;
        // "650 wall elements must be made" if any are made: the verb tells that the things themselves are counted.
        var end = next;
        while (end < to && end - next < MostNounWords && items[end].Kind == ItemKind.Word && !items[end].IsIn(WordClass.Light)
            && !VerbPlaces.IsVerb(items, from, end)) end++;
        return end >= to || items[end].IsIn(WordClass.Light) || items[end].IsIn(WordClass.Doing)
            || items[end].Kind != ItemKind.Word ? end : next;
    }

    private static bool IsMeasure(string word) =>
        Measures.Contains(word) || MeasureWords.Pieces.Contains(Stemmer.Stem(word)) || MeasureWords.Measured.Contains(Stemmer.Stem(word));

    private static bool SaysVerbAgain(Segment segment, int from, int to) =>
        Enumerable.Range(from, to - from).Any(index => VerbPlaces.IsVerb(segment.Items, from, index)
            && !segment.Items[index].IsIn(WordClass.Light)
            && Enumerable.Range(0, segment.Count).Any(other => (other < from || other >= to)
            && segment.Items[other].Is(segment.Items[index].Text)));

    private static bool IsOfLimit(Segment segment, ClauseItem item, AmountLimit limit) =>
        item.Is("than") && segment.Items.IndexOf(item) is var at && at + 1 < limit.End && segment.Items[at + 1].Kind == ItemKind.Number;
}

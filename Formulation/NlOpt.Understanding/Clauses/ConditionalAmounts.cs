using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Reads limits that hold only when something is done: "if they make A they must make at least 50 B", "at least 50 A if any at all".
/// </summary>
internal static class ConditionalAmounts
{
    private const string Conditions = "if|whenever|when|in case|in the event that|provided that|as long as|once|should|assuming that|given that";

    private const string AtAll =
        "if any are made at all|if any at all|if any is made|if any are made|, if any|if at all|or none at all|or not at all|or none|or nothing|or else none|or no # at all|or no #|if they are made at all|if it is made at all|"
        + "or they must make none|or it is not made at all|or they are not made at all|or skip it entirely|or it cannot be made";

    private static readonly HashSet<string> Measures = [.. (
        "unit units piece pieces acre acres hectare hectares kg kilogram kilograms gram grams pound pounds ton tons tonne tonnes liter liters litre litres gallon gallons box boxes bag bags bottle bottles crate crates pallet pallets "
        + "case cases meter meters metre metres barrel barrels dollars euros batch batches lot lots trip trips shift shifts hour hours").Split(' ')];

    /// <summary>What a clause says; empty where it is no conditional limit.</summary>
    public static ImmutableArray<Statement> Read(Segment segment)
    {
        if (!segment.Items.Exists(item => item.Kind == ItemKind.Number)) return [];
        return ReadAtAll(segment) is { IsEmpty: false } whole ? whole : ReadCondition(segment);
    }

    /// <summary>"Either no A or at least 50": none of it, or an amount within the limit.</summary>
    private static ImmutableArray<Statement> ReadAtAll(Segment segment)
    {
        Segment rest;
        if (segment.Find(AtAll) is { } tail && tail.End == segment.Count && tail.First > 2) rest = segment.Part(0, tail.First);
        else if (WithoutNone(segment) is { } some) rest = some;
        else return [];
        if (ReadAmount(rest, 0, rest.Count, null) is not { } amount || amount.Variables is not [var variable]) return [];
        return [Conditional(new Activity(variable), amount)];
    }

    /// <summary>"Either no A are made or at least 50": what stands behind "or", with the name put back where it is missing there.</summary>
    private static Segment? WithoutNone(Segment segment)
    {
        var none = segment.Items.FindIndex(item => item.Is("no", "none", "zero", "nothing"));
        var or = none < 0 ? -1 : segment.Items.FindIndex(none, item => item.Is("or"));
        if (or < 0 || segment.Items.Take(or).Any(item => item.Kind == ItemKind.Number || item.Is("if", "more", "fewer", "less"))) return null;
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
        if (segment.Items[marker.First].Is("unless")) return marker.First > 0 ? ReadWorth(segment, marker) : ReadUnless(segment);
        // "A can only be made if at most 60 B are made".
        if (marker.First > 0 && segment.Part(0, marker.First).Has("only")
            && Proposition.Read(segment, 0, marker.First) is { } permitted && Combine(permitted, condition => ReadAmount(segment, marker.End, segment.Count, condition)) is { IsEmpty: false } needed) return needed;
        if (marker.First > 0)
            return segment.Items[marker.First].Is("should", "once") ? [] : Combine(Proposition.Read(segment, marker.End, segment.Count, Named(segment, 0, marker.First)), condition => ReadAmount(segment, 0, marker.First, condition));
        if (segment.Find(", then|then", marker.End) is { } then)
            return Combine(Proposition.Read(segment, marker.End, then.First), condition => ReadAmount(segment, then.End, segment.Count, condition));
        for (var index = segment.Count - 1; index > marker.End; index--)
        {
            var at = index;
            if (segment.Items[at].Is(",") && Combine(Proposition.Read(segment, marker.End, at), condition => ReadAmount(segment, at + 1, segment.Count, condition)) is { IsEmpty: false } found) return found;
        }

        for (var index = marker.End + 2; index < segment.Count; index++)
        {
            var at = index;
            var startsClause = segment.Items[at].Is("they", "it", "he", "she", "we", "you", "at", "no", "the", "between", "there", "then", "a", "exactly");
            if (startsClause && Combine(Proposition.Read(segment, marker.End, at) is { HasVerb: true } condition ? condition : null, condition => ReadAmount(segment, at, segment.Count, condition)) is { IsEmpty: false } found) return found;
        }

        return [];
    }

    /// <summary>"A is not worth making unless at least 20 are made".</summary>
    private static ImmutableArray<Statement> ReadWorth(Segment segment, (int First, int End) marker)
    {
        if (!segment.Part(0, marker.First).Has("not worth|not worthwhile|does not pay|do not pay|not economical|makes no sense|make no sense") || Named(segment, 0, marker.First) is not { Activities: [var named] } group) return [];
        return ReadAmount(segment, marker.End, segment.Count, group) is { Variables: [var variable] } amount && variable == named.Variable ? [Conditional(named, amount)] : [];
    }

    /// <summary>"Unless A is made, at least 20 B must be made".</summary>
    private static ImmutableArray<Statement> ReadUnless(Segment segment)
    {
        for (var index = segment.Count - 1; index > 1; index--)
        {
            var at = index;
            if (segment.Items[at].Is(",") && Combine(Proposition.Read(segment, 1, at)?.Negated, condition => ReadAmount(segment, at + 1, segment.Count, condition)) is { IsEmpty: false } found) return found;
        }

        return [];
    }

    /// <summary>"Making A requires making at least 20 B".</summary>
    private static ImmutableArray<Statement> ReadNeed(Segment segment) =>
        segment.Find("requires|require|implies|imply|means|necessitates|calls for") is { First: > 0 } need && Proposition.Read(segment, 0, need.First) is { } doing && doing.Group.Activities[0].IsActive
            ? Combine(doing, condition => VariableGroup.ReadAll(segment.Items, need.End, segment.Count) is { Count: 1 } ? ReadAmount(segment, need.End, segment.Count, condition) : null) : [];

    private static ActivityGroup? Named(Segment segment, int from, int to) =>
        VariableGroup.ReadAll(segment.Items, from, to) is [{ Members: [var only] }] ? ActivityGroup.Of(only) : null;

    /// <summary>One statement for each activity of an "any of" condition; nothing for "all of", which no single statement holds.</summary>
    private static ImmutableArray<Statement> Combine(Proposition? condition, Func<ActivityGroup, (Limit Limit, ImmutableArray<DecisionVariableId> Variables)?> read)
    {
        if (condition is not { Group: { } group } || (group.Activities.Length > 1 && group.IsAll) || read(group) is not { } amount) return [];
        return [.. group.Activities.Select(activity => Conditional(activity, amount))];
    }

    private static Statement Conditional(Activity condition, (Limit Limit, ImmutableArray<DecisionVariableId> Variables) amount) =>
        new Statement.ConditionalLimit(condition, [.. amount.Variables.Select(variable => new WeightedVariable(variable, ClauseNumbers.Implied(1)))], amount.Limit);

    /// <summary>A limit on a plain amount of variables; "it" and a bare number speak of the condition.</summary>
    private static (Limit Limit, ImmutableArray<DecisionVariableId> Variables)? ReadAmount(Segment segment, int from, int to, ActivityGroup? condition)
    {
        if (AmountLimit.Read(segment, from, to) is not { } limit || VariableGroup.ReadAll(segment.Items, from, to) is not { Count: <= 1 } groups) return null;
        if (segment.Items.Skip(from).Take(to - from).Any(item => item.Is("if", "unless", "per", "each", "every", "than", "as") && !IsOfLimit(segment, item, limit))) return null;
        if (segment.Items[limit.At].Quantity is { IsPercent: true } or { IsFraction: true } or { IsMultiple: true }) return null;
        var next = limit.End;
        // "16 glasses of juice", "26 days in the mine": any measure of the thing itself.
        if (next + 2 < to && segment.Items[next].Kind == ItemKind.Word && segment.Items[next + 1].Is("of", "in") && segment.Items.Skip(next + 2).Take(2).Any(item => item.Kind == ItemKind.Variable || item.Is("it", "them"))) next += 2;
        else if (next < to && segment.Items[next].Kind == ItemKind.Word && (next + 1 == to || segment.Items[next + 1].Kind == ItemKind.Variable)) next++;
        while (next < to && (Measures.Contains(segment.Items[next].Text) || segment.Items[next].Is("of", "more", "in", "for", "into"))) next++;
        var ends = next >= to || segment.Items[next].Kind == ItemKind.Variable || segment.Items[next].IsIn(ClauseWords.Light) || VerbPlaces.IsVerb(segment.Items, from, next) || segment.Items[next].IsIn(ClauseWords.GenericNouns);
        if (!ends) return null;
        var unknown = Enumerable.Range(from, to - from).Where(index => !VerbPlaces.IsVerb(segment.Items, from, index)).Select(index => segment.Items[index]).Count(item => item.Kind == ItemKind.Word && !item.IsIn(ClauseWords.Light) && !item.IsIn(ClauseWords.GenericNouns)
            && !Measures.Contains(item.Text) && !item.Is("most", "least", "more", "than", "fewer", "less", "exactly", "maximum", "minimum", "between", "together", "total", "exceed", "limited", "combined", "otherwise"));
        if (unknown > 4) return null;
        if (groups is [var group]) return group.Members.Length == 1 || group.Joint != Joint.Or ? (limit.Limit, group.Variables) : null;
        return condition is { Activities: [{ IsActive: true } only] } ? (limit.Limit, [only.Variable]) : null;
    }

    private static bool IsOfLimit(Segment segment, ClauseItem item, AmountLimit limit) =>
        item.Is("than") && segment.Items.IndexOf(item) is var at && at + 1 < limit.End && segment.Items[at + 1].Kind == ItemKind.Number;
}

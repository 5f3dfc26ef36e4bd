using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Reads conditions on amounts by what they forbid: "if more than 50 A are made, B must be made" leaves at most 50 A where no B is made.
/// </summary>
internal static class AmountConditions
{
    private const string Conditions = "if|whenever|when|as soon as|once|in case|should|every time|provided that|as long as";

    private const string Needs = "only if|only when|only with|only together with|only along with|only where|only after|requires that|requires|"
        + "require|needs|need|means that|means|mean|calls for|call for|unless|without";

    private const int MostBetween = 6;

    private const string Over = "more than|over|above|exceed|exceeds|exceeding|greater than|in excess of";

    private const string Under = "fewer than|less than|below|under";

    /// <summary>What a clause says; empty where it is no condition on an amount.</summary>
    public static ImmutableArray<Statement> Read(Segment segment) => ReadLead(segment) is { IsEmpty: false } found ? found : ReadTrail(segment);

    /// <summary>"If more than 50 A are made, at least 20 B must be made": a limit under a condition on an amount, which no statement
    /// says.</summary>
    public static bool JoinsAmounts(Segment segment)
    {
        if (segment.Lead(Conditions) is not { } start
            || segment.Items.FindIndex(start, item => item.Is(",", "then")) is not (> 0 and var end)) return false;
        return Opposite(segment, start, end, isLoose: true) is not null && segment.Part(end, segment.Count) is var rest
            && rest.Items.Exists(item => item.Kind == ItemKind.Variable) && AmountLimit.Read(rest, 0, rest.Count) is not null;
    }

    /// <summary>"If more than 50 A are made, B must be made".</summary>
    private static ImmutableArray<Statement> ReadLead(Segment segment)
    {
        if (segment.Lead(Conditions) is not { } start) return [];
        for (var index = segment.Count - 2; index > start + 1; index--)
        {
            if (!segment.Items[index].Is(",", "then")) continue;
            var end = segment.Items[index - 1].Is(",") ? index - 1 : index;
            if (Opposite(segment, start, end) is { } limited
                && Proposition.Read(segment, index + 1, segment.Count) is { HasVerb: true } result) return Combine(result, limited);
        }

        return [];
    }

    /// <summary>"B must be made if more than 50 A are made", "more than 50 A can only be made if B is made".</summary>
    private static ImmutableArray<Statement> ReadTrail(Segment segment)
    {
        if (segment.Find(Needs) is { First: > 1 } need
            && Opposite(segment, 0, need.First, needsVerb: !segment.Items[need.First].Is("require", "requires", "need", "needs")) is { } limited)
            return Proposition.Read(segment, need.End, segment.Count) is { } needed ? Combine(needed, limited) : [];
        if (segment.Find(Conditions) is not { First: > 1 } marker) return [];
        var isOnly = segment.Part(0, marker.First).Has("only");
        if (isOnly && Opposite(segment, 0, marker.First) is { } most)
            return Proposition.Read(segment, marker.End, segment.Count) is { } condition ? Combine(condition, most) : [];
        return !isOnly && Proposition.Read(segment, 0, marker.First) is { HasVerb: true } result
            && Opposite(segment, marker.End, segment.Count) is { } bound ? Combine(result, bound) : [];
    }

    /// <summary>The limit that holds where an amount clause does not.</summary>
    private static (Limit Limit, VariableGroup Group)? Opposite(Segment segment, int from, int to, bool isLoose = false,
        bool needsVerb = true)
    {
        if (VariableGroup.ReadAll(segment.Items, from, to) is not [{ } group] || (group.Joint == Joint.Or && group.Members.Length > 1)) return null;
        if (AmountLimit.Read(segment, from, to) is not { Limit: Limit.AtLeast or Limit.AtMost } limit) return null;
        if (segment.Items[limit.At].Quantity is not { IsPercent: false, IsFraction: false, IsMultiple: false,
            IsMoney: false } quantity) return null;
        if (!AreTogether(segment, limit, group)) return null;
        // "If at least 50 must be made, ..." tells a limit.
        if (needsVerb && segment.Items.Skip(from).Take(to - from).Any(item =>
            item.Is("must", "needed", "required", "should", "demand", "has", "have"))) return null;
        var hasVerb = !needsVerb || Enumerable.Range(from, to - from).Any(index => VerbPlaces.IsVerb(segment.Items, from, index)
            || segment.Items[index].Is("exceed", "exceeds", "is", "are"));
        if (!hasVerb || segment.Items.Skip(from).Take(to - from).Any(item => item.Is("each", "every", "per", "a", "an"))) return null;
        var number = ClauseNumbers.Of(quantity);
        var isNegated = segment.Items.Skip(Math.Max(from, limit.At - 6)).Take(Math.Min(6, limit.At - from)).Any(AmountLimit.IsNegation);
        if (!isNegated && segment.LengthBefore(Over, limit.At, from) > 0) return (new Limit.AtMost(number), group);
        if (!isNegated && segment.LengthBefore(Under, limit.At, from) > 0) return (new Limit.AtLeast(number), group);
        // What is not at least 50 is below 50: at most 49 of what comes whole; of what is measured, no limit says it.
        var isMeasured = limit.End < to && MeasureWords.Measured.Contains(Stemmer.Stem(segment.Items[limit.End].Text));
        if ((isMeasured || number.Value != Math.Floor(number.Value)) && !isLoose) return null;
        return limit.Limit is Limit.AtLeast ? (new Limit.AtMost(number with { Value = number.Value - 1 }), group)
            : (new Limit.AtLeast(number with { Value = number.Value + 1 }), group);
    }

    /// <summary>True where a number and names stand in one saying: "50 jars of A", "A exceeds 50".</summary>
    private static bool AreTogether(Segment segment, AmountLimit limit, VariableGroup group)
    {
        var (start, end) = group.First > limit.At ? (limit.End, group.First) : (group.End, limit.At);
        return end - start <= MostBetween && !segment.Items.Skip(start).Take(Math.Max(0, end - start)).Any(item =>
            item.Is(",", ";", "and", "or", "but", "that") || item.Kind == ItemKind.Number);
    }

    private static ImmutableArray<Statement> Combine(Proposition result, (Limit Limit, VariableGroup Group) bound)
    {
        var activities = result.Group.Activities;
        if ((activities.Length > 1 && !result.Group.IsAll) || activities.Any(activity => bound.Group.Names(activity.Variable))) return [];
        return [.. activities.Select(activity => (Statement)new Statement.ConditionalLimit(
            activity with { IsActive = !activity.IsActive },
            [.. bound.Group.Variables.Select(variable => new WeightedVariable(variable, ClauseNumbers.Implied(1)))], bound.Limit))];
    }
}

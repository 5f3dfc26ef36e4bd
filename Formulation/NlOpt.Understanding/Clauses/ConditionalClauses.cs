using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>Reads clauses that make one activity depend on others. The surface form fixes the sides.</summary>
internal static class ConditionalClauses
{
    private const string Conditions =
        "if|whoever|whenever|when|as soon as|every time|each time|any time|in every case in which|in case|in the event that|provided that|"
            + "provided|on condition that|as long as|given that|once|assuming that|assuming|wherever|where|should|"
            + "so long as|supposing that|supposing|suppose that|suppose|on the condition that|under the condition that|in the case that|"
            + "in cases where";

    private const string OnlyConditions = "on condition that|only on condition that|only if|only when|only where|only in case|only after|only "
        + "once|only in rotation with|only in conjunction with|only in combination with|only together with|only along with|only alongside|"
        + "only with|only provided that";

    private const string Equivalences = "if and only if|iff|when and only when|if and only when|whenever and only when|if but only if|if , but "
        + "only if ,|precisely in case|exactly in case|just in case|exactly when|precisely when|exactly if|just when|if , and only if ,";

    private const string Needs =
        "means that|mean that|implies that|requires that|requires|require|needs|need|demands|demand|obliges|oblige|commits|commit|compels|compel|"
            + "necessitates|necessitate|implies|imply|implying|means|mean|depends on|depend on|is dependent on|are dependent on|is conditional "
                + "on|are conditional on|is contingent on|are contingent on|relies on|rely on|presupposes|presuppose|calls for|call for|"
        + "entails|entail|comes with|come with|comes together with|come together with|leads to|lead to|is tied to|are tied to|is subject to|"
            + "are subject to|hinges on|hinge on|is linked to|are linked to|is bound to|are bound to|brings with it|triggers|trigger|involves|"
            + "involve|"
            + "cannot omit|makes it necessary to|make it necessary to|makes it mandatory to|makes it compulsory to|makes it obligatory to|"
            + "must be combined with|has to be combined with|have to be combined with|must be paired with|has to be paired with|must be sold with|"
            + "has to go with|have to go with|must be accompanied by|has to be accompanied by|must be followed by|must be backed by|"
            + "goes only with|go only with|"
            + "comes only with|is only possible with|are only possible with|must come with|must go with|forces|force";

    private const string Makes = "makes # necessary|make # necessary|makes # mandatory|make # mandatory|makes # compulsory|makes # obligatory|"
        + "makes # a must|makes # indispensable|makes # unavoidable";

    private const string Unmakes = "makes # impossible|make # impossible|makes # unavailable|make # unavailable|renders # impossible";

    private const string Serves =
        "is a prerequisite for|is a prerequisite of|is a prerequisite to|are a prerequisite for|are prerequisites for|is a precondition for|is a "
            + "precondition of|are a precondition for|is a condition for|is a requirement for|are a requirement for|"
        + "is required for|are required for|is needed for|are needed for|is necessary for|are necessary for|is essential for|are essential for|"
            + "is required to|are required to|is needed to|are needed to|is necessary to|are necessary to|"
        + "must precede|is indispensable for|are indispensable for|is a must for";

    private const string Excludes =
        "leaves no room for|leave no room for|excludes|exclude|precludes|preclude|rules out|rule out|prevents|prevent|prohibits|prohibit|forbids|"
            + "forbid|blocks|block|conflicts with|conflict with|is incompatible with|are incompatible with|"
        + "cannot be combined with|can not be combined with|may not be combined with|must not be combined with|cannot go with|can not go with|"
            + "cannot go together with|does not go with|do not go with|cannot be paired with|cannot coexist with|is mutually exclusive with|are "
                + "mutually exclusive with|"
        + "cannot be made together with|cannot be used together with|cannot be chosen together with|cannot be selected together with|is excluded "
            + "by|are excluded by|makes it impossible to|make it impossible to|is not compatible with|are not compatible with|eliminates|eliminate|"
            + "stands in the way of|stand in the way of|clashes with|clash with|is at odds with|is in conflict with|are in conflict with";

    /// <summary>What a clause says; null where it is no conditional about activity.</summary>
    public static Statement? Read(Segment segment)
    {
        if (segment.Find(", and vice versa|and vice versa|, and the other way round|and the other way round|, and conversely|, and the other way "
            + "around|and the reverse") is { } both && both.End == segment.Count)
            // "If A then not B, and vice versa" says the same twice.
            return Read(segment.Part(0, both.First)) is Statement.Implication({ Activities: [var left] }, { Activities: [var right] }) implication
                ? left.IsActive == right.IsActive ? new Statement.Equivalence(left, right) : implication : null;
        if (segment.Find("and only then|, and only then|, and not otherwise|and not otherwise|, but not otherwise|but not otherwise|, and "
            + "otherwise not|and only in that case|, nor # without #|nor # without #|or # without #|, or # without #|, and # without #|"
            + "and # without #|and not # without #") is { } only && only.End == segment.Count)
            return Read(segment.Part(0, only.First)) is Statement.Implication({ Activities: [var one] }, { Activities: [var other] })
                ? new Statement.Equivalence(one, other) : null;
        // "If A is made, then and only then B".
        if (segment.Find(", then and only then|then and only then") is { First: > 0 } then && segment.Lead(Conditions) is { } condition)
            return Proposition.Read(segment, condition, then.First) is { Group.Activities: [var if1] }
                && Proposition.Read(segment, then.End, segment.Count) is { Group.Activities: [var then1] } ? new Statement.Equivalence(if1, then1)
                : null;
        return ReadOne(segment);
    }

    private static Statement? ReadOne(Segment segment) =>
        ReadEquivalence(segment) ?? PlanClauses.Read(segment) ?? ReadOnlyIf(segment) ?? ReadUnless(segment) ?? ReadIf(segment)
            ?? ReadWithout(segment) ?? ReadAlongside(segment)
            ?? ReadVerb(segment) ?? ReadPurpose(segment);

    private static Statement.Equivalence? ReadEquivalence(Segment segment)
    {
        if (segment.Find(Equivalences) is not { } marker) return null;
        return Proposition.Read(segment, 0, marker.First) is { Group.Activities: [var left] }
            && Proposition.Read(segment, marker.End, segment.Count) is { Group.Activities: [var right] }
            ? new Statement.Equivalence(left, right) : null;
    }

    /// <summary>"A only if B" and "only if B, A": A needs B.</summary>
    private static Statement? ReadOnlyIf(Segment segment)
    {
        if (segment.Find(OnlyConditions) is not { } marker) return SplitOnlyIf(segment);
        if (marker.First > 0) return Implies(Proposition.Read(segment, 0, marker.First), antecedent =>
            Proposition.Read(segment, marker.End, segment.Count, antecedent));
        return Split(segment, marker.End, (condition, result) => Imply(result, condition));
    }

    /// <summary>"They can only make A if they make B".</summary>
    private static Statement? SplitOnlyIf(Segment segment)
    {
        if (segment.Find("only") is not { } only
            || segment.Find("if|when|where|provided that|together with|in combination with|along with|alongside|after",
            only.End) is not { } marker) return null;
        var hasName = segment.Items.Take(marker.First).Skip(only.First).Any(item => item.Kind == ItemKind.Variable)
            || segment.Items.Take(only.First).Any(item => item.Kind == ItemKind.Variable);
        return hasName ? Implies(Proposition.Read(segment, 0, marker.First), antecedent =>
            Proposition.Read(segment, marker.End, segment.Count, antecedent)) : null;
    }

    /// <summary>"D unless C": if not C then D.</summary>
    private static Statement? ReadUnless(Segment segment)
    {
        if (segment.Find("unless|except if|except when|until") is not { } marker) return null;
        if (marker.First == 0) return Split(segment, marker.End, (condition, result) => Imply(condition.Negated, result));
        if (Proposition.Read(segment, 0, marker.First) is not { } first
            || Proposition.Read(segment, marker.End, segment.Count, first.Group) is not { } second) return null;
        // "A may be made unless B is made" demands no A.
        return IsPermission(segment, 0, marker.First) ? Imply(first, second.Negated) : Imply(second.Negated, first);
    }

    private static Statement? ReadIf(Segment segment)
    {
        if (segment.Find(Conditions) is not { } marker) return null;
        if (marker.First == 0) return Split(segment, marker.End, (condition, result) =>
            IsSo(segment, condition) ? Imply(condition, result.Negated) : Imply(condition, result));
        if (segment.Items[marker.First].Is("where", "should", "once")
            || (segment.Items[marker.First].Is("provided") && marker.End - marker.First == 1)) return null;
        if (Proposition.Read(segment, 0, marker.First) is not { } result
            || Proposition.Read(segment, marker.End, segment.Count, result.Group) is not { } condition) return null;
        // "A may be made if B is made" demands no A: it needs B.
        return IsPermission(segment, 0, marker.First) ? Imply(result, condition) : Imply(condition, result);
    }

    /// <summary>"If A is dropped, so is B": what is said of B is said by "so".</summary>
    private static bool IsSo(Segment segment, Proposition condition) =>
        segment.Has("so is|so are|so must be|so has to be") && condition.Group.Activities.All(activity => !activity.IsActive)
            && segment.Items.Exists(item => item.IsIn(WordClass.Omissions));

    /// <summary>True where a thing is allowed, not demanded nor forbidden.</summary>
    private static bool IsPermission(Segment segment, int from, int to)
    {
        var items = segment.Items.Skip(from).Take(to - from).ToList();
        return items.Exists(item => item.IsIn(WordClass.Permissions) && !item.Is("cannot"))
            && !items.Exists(item => AmountLimit.IsNegation(item) || item.IsIn(WordClass.Omissions)
            || item.Is("must", "should", "shall", "impossible"));
    }

    /// <summary>"A cannot be made without B", "no A without B".</summary>
    private static Statement? ReadWithout(Segment segment)
    {
        if (segment.Find("only without") is { First: > 0 } apart)
            return Proposition.Read(segment, 0, apart.First) is { } one
                && Proposition.Read(segment, apart.End, segment.Count) is { } other ? Imply(one, other.Negated) : null;
        if (segment.Find("without|unaccompanied by|in the absence of") is not { } marker) return null;
        if (marker.First == 0) return Split(segment, marker.End, (condition, result) => Imply(condition.Negated, result));
        return Proposition.Read(segment, 0, marker.First) is { Group.Activities: [{ IsActive: false }, ..] } refused
            && Proposition.Read(segment, marker.End, segment.Count) is { } needed
            ? Imply(refused.Negated, needed) : null;
    }

    /// <summary>"A cannot be made alongside B".</summary>
    private static Statement? ReadAlongside(Segment segment) =>
        segment.Find("alongside|together with|along with|at the same time as|in combination with|simultaneously with|in the same plan as|as well "
            + "as|mixed with|combined with|paired with|blended with|bundled with|matched with") is { First: > 0 } marker
            && Proposition.Read(segment, 0, marker.First) is { Group.Activities: [{ IsActive: false }] } refused
            && (refused.HasVerb || segment.Items[marker.First].Text.EndsWith("ed", StringComparison.Ordinal))
            && Proposition.Read(segment, marker.End, segment.Count) is { Group.Activities: [{ IsActive: true }] } other
            ? Imply(refused.Negated, other.Negated) : null;

    private static Statement? ReadVerb(Segment segment)
    {
        if (segment.Find(Serves) is { } serves)
            return Positive(segment, 0, serves.First) is { } needed
                && Positive(segment, serves.End, segment.Count) is { } needing ? Imply(needing, needed) : null;
        if (segment.Find(Makes) is { First: > 0 } makes && makes.End == segment.Count)
            return Imply(Positive(segment, 0, makes.First), Positive(segment, makes.First + 1, makes.First + 2));
        if (segment.Find(Unmakes) is { First: > 0 } unmakes && unmakes.End == segment.Count)
            return Imply(Positive(segment, 0, unmakes.First), Positive(segment, unmakes.First + 1, unmakes.First + 2)?.Negated);
        if (segment.Find(Excludes) is { } excludes)
            return Positive(segment, 0, excludes.First) is { } one
                && Positive(segment, excludes.End, segment.Count) is { } other ? Imply(one, other.Negated) : null;
        if (segment.Find(Needs) is not { } needs) return null;
        if (needs.First == 0 || AmountLimit.IsNegation(segment.Items[needs.First - 1])) return null;
        // "Not making A means making B", but no aside of something that is not so.
        var isNegative = segment.Items.Take(needs.First).Any(item => AmountLimit.IsNegation(item) || item.IsIn(WordClass.Omissions));
        if (isNegative && !(segment.Items[0].Is("not") || segment.Items[0].IsIn(WordClass.Omissions)
            || segment.Items[0].Text.EndsWith("ing", StringComparison.Ordinal))) return null;
        return Proposition.Read(segment, 0, needs.First) is { } first
            && Proposition.Read(segment, needs.End, segment.Count) is { } second ? Imply(first, second) : null;

        static Proposition? Positive(Segment segment, int from, int to) =>
            Proposition.Read(segment, from, to) is { } found && found.Group.Activities.All(activity => activity.IsActive) ? found : null;
    }

    /// <summary>"To make A they must make B", "before making A they must make B", "with A in the plan, B cannot be made", "B must be made
    /// for A to be
    /// made".</summary>
    private static Statement? ReadPurpose(Segment segment)
    {
        if (!segment.Items.Exists(item => item.IsIn(WordClass.Duties) || item.Is("cannot") || AmountLimit.IsNegation(item))) return null;
        if (segment.Lead("in order to|in order for|to|before|for|with|alongside|together with") is { } end)
            // "To keep the team busy, ..." is a reason.
            return segment.Items.FindIndex(item => item.Kind == ItemKind.Variable || item.Is(",")) is >= 0 and var first
                && segment.Items[first].Kind == ItemKind.Variable ? Split(segment, end, Imply) : null;
        if (segment.Find("to be allowed to|to be able to|so as to be able to|to be permitted to|in order to|in order for|before|"
            + "for") is not { First: > 2 } marker
            || !segment.Items.Take(marker.First).Any(item => item.Is("must", "has", "have", "needs", "need"))) return null;
        return Proposition.Read(segment, 0, marker.First) is { HasVerb: true } needed
            && Proposition.Read(segment, marker.End, segment.Count, needed.Group) is { HasVerb: true } wanted ? Imply(wanted, needed) : null;
    }

    /// <summary>Cuts "C, D", "C then D" and "C D" where both parts say something.</summary>
    private static Statement? Split(Segment segment, int from, Func<Proposition, Proposition, Statement?> combine)
    {
        var items = segment.Items;
        if (segment.Find(", then|then", from) is { } then) return Try(then.First, then.End);
        for (var index = segment.Count - 1; index > from; index--)
            if (items[index].Is(",") && Try(index, index + 1) is { } statement) return statement;
        for (var index = from + 1; index < segment.Count; index++)
        {
            var startsClause = items[index].Kind == ItemKind.Variable || items[index].IsIn(WordClass.Determiners)
                || items[index].Is("they", "it", "he", "she", "we", "you", "there", "can", "may", "must", "both", "either", "neither", "no",
                "none");
            if (startsClause && !items[index - 1].Is("and", "or", ",", "nor", "both", "either", "the", "a")
                && Try(index, index, true) is { } statement) return statement;
        }

        return null;

        Statement? Try(int end, int start, bool needsVerbs = false) =>
            Proposition.Read(segment, from, end) is { } condition && Proposition.Read(segment, start, segment.Count, condition.Group) is { } result
                && (!needsVerbs || (result.HasVerb
                && (condition.HasVerb || items[start].Is("may", "can", "must")) || items[start].Is("there"))) ? combine(condition, result)
                : null;
    }

    private static Statement? Implies(Proposition? condition, Func<ActivityGroup, Proposition?> result) =>
        condition is not null && result(condition.Group) is { } found ? Imply(condition, found) : null;

    /// <summary>If the one then the other; null where both speak of the same thing.</summary>
    private static Statement? Imply(Proposition? condition, Proposition? result)
    {
        if (condition is null || result is null) return null;
        var (left, right) = (condition.Group, result.Group);
        if (left.Activities.Any(one => right.Activities.Any(other => one.Variable == other.Variable))) return null;
        return new Statement.Implication(left, right);
    }
}

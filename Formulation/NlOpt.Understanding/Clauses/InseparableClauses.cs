namespace NlOpt.Understanding.Clauses;

/// <summary>Tells clauses by which several things are done all or none: "both or neither", "neither without the other", "as a pair".</summary>
internal static class InseparableClauses
{
    private const string Inseparable =
        "require each other|requires each other|depend on each other|depend on one another|need each other|require one another|need one another|"
            + "as a pair|hand in hand|stand or fall together|stands or falls together|go together|belong together|come together|come as a "
                + "package|are a package|inseparable|must go together|as a package|rise and fall together|cannot be separated|only jointly";

    private const string OneWithoutOther = "without the other|without each other|without one another|without the others";

    private const string AllOrNone =
        "so must the #|so must the other|so must be the #|so must be the other|both or neither|both or none|either both or neither|both of them "
            + "or neither|all or none|all of them or none|all or nothing|all together or not at all|both together or not at all|together or not "
                + "at all|both or not at all|all or not at all|all of them or none of them|"
        + "either all or none|both of them or none|either all of them or none";

    private const string Wholes = "both|all|together|the two|jointly|as a pair|as a package";

    private const string Nothings = "neither|none|nothing|not at all|not|omit|omits|no #";

    /// <summary>"Neither can be made without the other".</summary>
    public static bool SaysNoneAlone(Segment segment) =>
        segment.Has(OneWithoutOther) && segment.Items.Exists(item => AmountLimit.IsNegation(item) && !item.Is("without"));

    /// <summary>True for all or none.</summary>
    /// <param name="segment">The clause.</param>
    /// <param name="group">The names; null where a word stands for them.</param>
    /// <param name="isNegated">True where something in it is negated.</param>
    public static bool Says(Segment segment, VariableGroup? group, bool isNegated)
    {
        if (segment.Has(AllOrNone)) return true;
        if (!isNegated && group is { Joint: Joint.And }
            && (segment.Has(Inseparable) || (segment.Has("only") && segment.Has("together|jointly|as a pair|in combination|at the same time"))))
            return true;
        return SaysBothOrNot(segment);
    }

    /// <summary>What stands before "or" has all of them, what stands behind it has none.</summary>
    private static bool SaysBothOrNot(Segment segment)
    {
        if (segment.Has("not both|never both|not all|not the two")) return false;
        for (var index = 2; index < segment.Count - 1; index++)
        {
            if (!segment.Items[index].Is("or")) continue;
            var (before, after) = (segment.Part(0, index), segment.Part(index + 1, segment.Count));
            if (before.Has(Wholes) && !before.Items.Exists(item => AmountLimit.IsNegation(item) || item.IsIn(WordClass.Omissions))
                && after.Has(Nothings)) return true;
        }

        return false;
    }
}

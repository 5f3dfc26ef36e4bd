using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>Reads what holds for every plan, or everyone, with something: "any plan with A must include B", "those who make A must make
/// B".</summary>
internal static class PlanClauses
{
    private const int MostWords = 3;

    /// <summary>What a clause says; null where it is nothing of the kind.</summary>
    public static Statement? Read(Segment segment)
    {
        var items = segment.Items;
        if (segment.Count < 5
            || !items[0].Is("any", "every", "each", "all", "a", "an", "no", "those", "anyone", "anybody", "everyone", "everybody",
            "plans")) return null;
        var at = 1;
        while (at < MostWords && at < items.Count && items[at].Kind == ItemKind.Word && !IsRelative(items[at])) at++;
        if (!IsRelative(items[at])) return null;
        var start = items[at].Text.EndsWith("ing", StringComparison.Ordinal) && !items[at].Is("including", "containing", "having") ? at : at + 1;
        var name = items.FindIndex(start, item => item.Kind == ItemKind.Variable);
        var duty = name < 0 ? -1
            : items.FindIndex(name, item => item.Is("must", "has", "have", "needs", "need", "should", "shall", "requires", "require",
            "cannot", "may", "can"));
        if (duty < 0 || Proposition.Read(segment, start, duty) is not { } condition) return null;
        var isNeed = items[duty].Is("needs", "need", "requires", "require");
        if (Proposition.Read(segment, isNeed ? duty + 1 : duty, segment.Count) is not { } result || !(result.HasVerb || isNeed)) return null;
        if (items[0].Is("no")) result = result.Negated;
        else if (items[duty].Is("may", "can") && result.Group.Activities.All(activity => activity.IsActive)) return null;
        return condition.Group.Activities.Any(one => result.Group.Activities.Any(other => one.Variable == other.Variable))
            ? null : new Statement.Implication(condition.Group, result.Group);
    }

    private static bool IsRelative(ClauseItem item) =>
        item.Is("with", "that", "which", "who") || (item.Kind == ItemKind.Word && item.Text.EndsWith("ing", StringComparison.Ordinal));
}

using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>Says statements about what is done at all; each is a sentence without its full stop.</summary>
internal static class LogicSentence
{
    public static string OfImplication(ActivityGroup condition, ActivityGroup consequence, ProblemFormulation formulation) =>
        $"If {Has(condition, formulation)}, it must have {Group(consequence, formulation, "some")}";

    public static string OfEquivalence(Activity left, Activity right, ProblemFormulation formulation)
    {
        var (one, other) = (formulation[left.Variable].Name, formulation[right.Variable].Name);
        return left.IsActive == right.IsActive
            ? $"The plan must have both {one} and {other}, or neither"
            : $"The plan must have either {one} or {other}, but not both";
    }

    public static string OfRequirement(Activity activity, ProblemFormulation formulation) => $"The plan must have {Phrase(activity, formulation, "some")}";

    public static string OfCardinality(ImmutableArray<Activity> activities, Limit count, ProblemFormulation formulation)
    {
        if (activities is [{ IsActive: true } first, { IsActive: true } second])
        {
            var (a, b) = (formulation[first.Variable].Name, formulation[second.Variable].Name);
            switch (count)
            {
                case Limit.Exactly { Number.Value: 1 }: return $"The plan must have either {a} or {b}, but not both";
                case Limit.AtLeast { Number.Value: 1 }: return $"The plan must have {a} or {b} or both";
                case Limit.AtMost { Number.Value: 1 }: return $"The plan must not have both {a} and {b}";
                default: break;
            }
        }

        var names = activities.Select(activity => (activity.IsActive ? "" : "no ") + formulation[activity.Variable].Name);
        return $"The plan must have {LimitText.Of(count, (string?)null)} of these {activities.Length}: {PlainSentence.List(names)}";
    }

    /// <summary>The condition of a conditional limit: <c>the plan has any chairs</c>.</summary>
    public static string Has(ActivityGroup condition, ProblemFormulation formulation) => $"the plan has {Group(condition, formulation, "any")}";

    private static string Group(ActivityGroup group, ProblemFormulation formulation, string presence)
    {
        List<string> phrases = [.. group.Activities.Select(activity => Phrase(activity, formulation, presence))];
        return group.IsAll || phrases.Count < 2 ? PlainSentence.List(phrases) : string.Join(", ", phrases[..^1]) + " or " + phrases[^1];
    }

    private static string Phrase(Activity activity, ProblemFormulation formulation, string presence) =>
        $"{(activity.IsActive ? presence : "no")} {formulation[activity.Variable].Name}";
}

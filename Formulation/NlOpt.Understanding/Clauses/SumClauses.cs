using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Reads limits on some of the variables together, shares of groups, and comparisons of groups or by a difference: what the learned
/// decisions have no kind for.
/// </summary>
internal static class SumClauses
{
    private const string Together = "together|combined|in total|altogether|in all|the total|total|sum of|the sum|jointly|collectively|between "
        + "them|overall|taken together|combination";

    private const string Wholes =
        "of all|of what|of the total|of total|of everything|of the whole|of its|of the overall|of the entire|of her|of his|of their|of our|of "
            + "the production|of the money|of the land|of the area|of the output|of the items|of the products|of the budget|of the investment|of "
                + "the plan|of the mix";

    /// <summary>What a clause says; empty where it is nothing of the kind.</summary>
    public static ImmutableArray<Statement> Read(Segment segment)
    {
        var items = segment.Items;
        if (items.Exists(item => item.Is("if", "unless", "whenever", "each", "every", "per", "respectively", "either", "neither"))) return [];
        if (items.Exists(item => item.IsIn(WordClass.Amounts)
            && item.Is("profit", "profits", "cost", "costs", "price", "revenue", "how", "earn", "weigh", "weighs", "maximize", "minimize",
            "maximise", "minimise"))) return [];
        var times = Enumerable.Range(0, segment.Count).Where(index => items[index].Is("hours", "hour", "minutes", "minute")).ToList();
        // "Hours at A must be at least half of the hours".
        if (times.Count > 0 && !IsMeasure(items, times[0]) && !times.TrueForAll(index => IsMeasure(items, index))) return [];
        if (segment.Groups is not { } groups) return [];
        Statement? statement = groups switch
        {
            [var only] => (Statement?)ReadEqual(segment, only) ?? (Statement?)ReadShare(segment, only) ?? ReadSum(segment, only),
            [var left, var right] => (Statement?)ReadPart(segment, left, right) ?? Comparing.Read(segment, left, right),
            _ => null,
        };
        return statement is null ? [] : [statement];
    }

    /// <summary>"Hours at A" measure A itself, not what it takes.</summary>
    private static bool IsMeasure(List<ClauseItem> items, int index) =>
        (items[^1] == items[index] && items.FindIndex(item => item.Text == items[index].Text) is var earlier && earlier < index
            && IsMeasure(items, earlier))
        || index + 1 < items.Count && items[index + 1].Is("at", "in", "on", "of", "with")
        && items.Skip(index + 2).Take(3).Any(item => item.Kind == ItemKind.Variable || item.Is("operation", "work"));

    /// <summary>"A and B together at most 50" where there is more than A and B.</summary>
    private static Statement.Sum? ReadSum(Segment segment, VariableGroup group)
    {
        // "At least 20 A or B": a number right before a list with "or" counts any of them.
        var isAny = group is { Joint: Joint.Or, First: > 0 } && segment.Items[group.First - 1].Kind == ItemKind.Number
            && !(group.Members.Length == 2 && segment.Part(group.First, group.End).Has(","));
        if (group.Members.Length < 2 || group.Members.Length >= segment.VariableCount || !(isAny || segment.Has(Together))) return null;
        if (AmountLimit.Read(segment, 0, segment.Count) is not { } limit
            || segment.Items[limit.At].Quantity is not { IsPercent: false, IsFraction: false, IsMultiple: false }) return null;
        return IsPlain(segment) ? new Statement.Sum(group.Variables, limit.Limit) : null;
    }

    /// <summary>"At least 30% of all items must be A or B".</summary>
    private static Statement.Proportion? ReadShare(Segment segment, VariableGroup group)
    {
        if (group.Members.Length < 2 || group.Members.Length >= segment.VariableCount) return null;
        if (AmountLimit.Read(segment, 0, segment.Count) is not { } limit || !IsShare(limit)) return null;
        // "Of the total", "of all toys", "of the toys": anything but the list itself.
        var isOfWhole = segment.Find(Wholes, limit.End) is { } whole && whole.First - limit.End <= 2;
        isOfWhole |= segment.Has("share of #|share of the|share of @|share that #|proportion of #|percentage of #|combined share|joint share")
            || segment.Starts("the share of|the proportion of|the percentage of")
            || segment.Starts("out of all|of all|of the total|of everything|among all|out of everything|out of the total");
        isOfWhole |= limit.End + 2 < segment.Count && segment.Items[limit.End].Is("of")
            && segment.Items[limit.End + 1].Is("the", "all", "its", "these") && (group.End <= limit.At || group.First > limit.End + 5);
        if (!isOfWhole) return null;
        ImmutableArray<DecisionVariableId> all = [.. Enumerable.Range(0, segment.VariableCount).Select(variable =>
            new DecisionVariableId(variable))];
        return new Statement.Proportion(group.Variables, all, limit.Limit);
    }

    /// <summary>"At least 30% of A and B together must be A".</summary>
    private static Statement.Proportion? ReadPart(Segment segment, VariableGroup left, VariableGroup right)
    {
        if (AmountLimit.Read(segment, 0, segment.Count) is not { } limit || !IsShare(limit)) return null;
        var whole = new[] { left, right }.FirstOrDefault(group => group.First > limit.At
            && segment.Items.Take(group.First).Skip(limit.End).All(item =>
            item.Is("of", "the", "all", "total", "both", "number", "amount", "combined", "sum")));
        if (whole is null) return null;
        var part = whole == left ? right : left;
        return whole.Members.Length > 1 && part.Variables.All(whole.Names)
            && part.Members.Length < whole.Members.Length ? new Statement.Proportion(part.Variables, whole.Variables, limit.Limit) : null;
    }

    /// <summary>"Equal numbers of A and B", "the same amount of A and B".</summary>
    private static Statement.Comparison? ReadEqual(Segment segment, VariableGroup group)
    {
        if (group is not { Joint: Joint.And, Members: [var left, var right] }
            || segment.Items.Exists(item => item.Kind == ItemKind.Number || AmountLimit.IsNegation(item))) return null;
        // "A and B take the same amount of space": equal in something else.
        var isOfThem = segment.Find("equal numbers of|equal amounts of|equal quantities of|an equal number of|an equal amount of|the same number of|the "
            + "same amount of|the same quantity of") is { } same && same.End <= group.First && group.First - same.End <= 1;
        return isOfThem || segment.Has("equally many|in equal numbers|in equal amounts|be equal|are equal")
            ? new Statement.Comparison(left.Variable, ComparisonOperator.Equal, ClauseNumbers.Implied(1), right.Variable) : null;
    }

    private static bool IsShare(AmountLimit limit) => limit.Limit.Numbers.All(number => number.Value is > 0 and <= 1);

    private static bool IsPlain(Segment segment) =>
        segment.Items.Count(item => item.Kind == ItemKind.Word
        && !item.IsIn(WordClass.Light | WordClass.Doing | WordClass.GenericNouns | WordClass.Amounts)
        && !item.Is("together", "combined", "sum", "altogether", "most", "least", "than", "overall", "jointly", "collectively", "limited", "capped",
        "between")) <= 3;
}

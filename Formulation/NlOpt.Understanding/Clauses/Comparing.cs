using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>Compares two lists of names: by a multiple, by a difference, or as equals.</summary>
internal static class Comparing
{
    private const string Equal = "must equal|has to equal|should equal|must be equal to|must be the same as|has to be equal to|has to be the "
        + "same as|should be equal to|must match|has to match|equals|is equal to|are equal to|exactly as many";

    /// <summary>What a clause with two lists says; null where it compares nothing, or what the learned decisions compare themselves.</summary>
    public static Statement? Read(Segment segment, VariableGroup left, VariableGroup right)
    {
        if (left.Variables.Any(right.Names)) return null;
        return (Statement?)ReadDifference(segment, left, right) ?? ReadMultiple(segment, left, right);
    }

    /// <summary>"At least 10 more A than B", "A must exceed B by at most 5".</summary>
    private static Statement.SumComparison? ReadDifference(Segment segment, VariableGroup left, VariableGroup right)
    {
        var items = segment.Items;
        var at = items.FindIndex(item => item.Kind == ItemKind.Number);
        if (at < 0 || items.FindIndex(at + 1, item => item.Kind == ItemKind.Number) >= 0) return null;
        if (items[at].Quantity is not { IsMultiple: false, IsPercent: false, IsFraction: false } quantity) return null;
        var number = ClauseNumbers.Of(quantity);
        var direction = AmountLimit.DirectionOf(segment, 0, at, segment.Count);
        // "10 more A than B", "A ... 10 units more than B".
        var more = items.FindIndex(at + 1, item => item.Is("more", "fewer", "less", "greater", "larger", "higher", "lower"));
        if (more > at && more - at <= 3 && segment.Find("than", more) is { } than && right.First >= than.First
            && items.FindIndex(more + 1, Math.Min(2, segment.Count - more - 1), item => item.Is("or")) < 0)
        {
            var sign = items[more].Is("fewer", "less", "lower") ? -1 : 1;
            var limit = direction?.Invoke(number) ?? new Limit.Exactly(number);
            return Compared(limit, sign);
        }

        var exceed = segment.Find("exceed|exceeds|outnumber|outnumbers|surpass|be above|be ahead of");
        if (exceed is { } verb && verb.First > left.First && right.First >= verb.First && segment.Find("by", right.First) is { } by && at > by.First)
        {
            var isNegated = items.Take(verb.First).Any(AmountLimit.IsNegation);
            var limit = isNegated ? new Limit.AtMost(number) : direction?.Invoke(number) ?? new Limit.AtLeast(number);
            return Compared(limit, 1);
        }

        return null;

        // l >= r + n; "at least 10 fewer A than B": l <= r - 10.
        Statement.SumComparison Compared(Limit limit, int sign)
        {
            var comparison = limit switch { Limit.AtLeast => sign > 0 ? ComparisonOperator.AtLeast : ComparisonOperator.AtMost, Limit.AtMost =>
                sign > 0 ? ComparisonOperator.AtMost : ComparisonOperator.AtLeast, _ => ComparisonOperator.Equal };
            return new Statement.SumComparison(left.Variables, comparison, ClauseNumbers.Implied(1), right.Variables,
                number with { Value = sign * number.Value });
        }
    }

    private static Statement? ReadMultiple(Segment segment, VariableGroup left, VariableGroup right)
    {
        var items = segment.Items;
        var numbers = items.Where(item => item.Kind == ItemKind.Number).ToList();
        if (numbers.Count > 1 || items.Exists(item => item.Is("one"))) return null;
        var isGroup = left.Members.Length > 1 || right.Members.Length > 1;
        if (segment.Has(Equal) && numbers.Count == 0 && !items.Exists(AmountLimit.IsNegation))
            return isGroup ? Sums(ComparisonOperator.Equal, ClauseNumbers.Implied(1))
                : new Statement.Comparison(left.Variables[0], ComparisonOperator.Equal, ClauseNumbers.Implied(1), right.Variables[0]);
        // One against one is what the learned decisions compare.
        if (!isGroup || !segment.Has("as|than|go beyond|exceed|exceeds|outnumber|twice|half|times|@ of|number of|amount of|the total of #|the "
            + "sum of #|that of #")) return null;
        // "The oil and gas industry" is no sum: a list counts together where words say so.
        if (!segment.Has("together|combined|total|sum|jointly|altogether|overall|as many|as much|twice|half|@ times|@ the|fewer|more|number "
            + "of")) return null;
        var factor = numbers is [{ Quantity: var quantity }] ? ClauseNumbers.Of(quantity!) : ClauseNumbers.Implied(1);
        if (factor.Value <= 0
            || (numbers is [{ Quantity: { IsMultiple: false, IsPercent: false, IsFraction: false } }] && !segment.Has("@ times"))) return null;
        return Operator(segment) is { } comparison ? Sums(comparison, factor) : null;

        Statement.SumComparison Sums(ComparisonOperator comparison, SourcedNumber factor) => new(left.Variables, comparison, factor, right.Variables);
    }

    private static ComparisonOperator? Operator(Segment segment)
    {
        var isNegated = segment.Items.Exists(AmountLimit.IsNegation);
        if (segment.Has("at least|no fewer|no less|not fewer|not less|a minimum of")) return ComparisonOperator.AtLeast;
        if (segment.Has("at most|no more|not more|up to|a maximum of")) return ComparisonOperator.AtMost;
        if (segment.Has("exactly|precisely|equal")) return ComparisonOperator.Equal;
        if (segment.Has("go beyond|exceed|exceeds|outnumber|outnumbers|more|greater|larger|higher|above")) return isNegated
            ? ComparisonOperator.AtMost : ComparisonOperator.AtLeast;
        if (segment.Has("fewer|less|smaller|below|lower")) return isNegated ? ComparisonOperator.AtLeast : ComparisonOperator.AtMost;
        return isNegated ? null : segment.Has("must|has to|have to|needs to|need to|should") ? ComparisonOperator.Equal : null;
    }
}

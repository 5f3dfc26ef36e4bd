using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Reads amounts that count once: "there is a fixed cost of $500 for A", "setting up for A takes 3 hours, however many are made". Only words
/// that say so outright are believed; "a booth costs $500" is an amount a piece.
/// </summary>
internal static class FixedCharges
{
    private const string Sayings =
        "fixed cost|fixed costs|fixed fee|fixed fees|fixed charge|fixed charges|fixed amount|fixed expense|fixed time|fixed setup|setup cost|"
            + "setup costs|setup fee|setup fees|setup charge|setup time|setup times|set - up cost|set - up costs|set - up fee|set - up time|set "
                + "- up times|"
        + "set up cost|set up costs|set up time|set up fee|start - up cost|start - up costs|startup cost|startup costs|one - time|one - off|one "
            + "time|flat fee|flat charge|flat rate|flat cost|lump sum|once and for all|only once|just once|once if|once when|paid once|charged "
                + "once|due once|"
        + "changeover time|changeover takes|changeover cost|regardless of|no matter how|however many|however much|whatever the number|whatever "
            + "the amount|independent of how|irrespective of|up front|upfront|whether few or many|be it one or many|if any|if any are|as soon as "
                + "any|before the first|to get started|single payment|one payment";

    private static readonly FrozenSet<string> Signals =
        ("fixed setup set start startup one flat lump once changeover regardless matter however whatever independent irrespective up upfront any "
            + "whether before started single").Split(' ').ToFrozenSet();

    private const string Limits = "if no|unless|at least|at most|no more than|not more than|no less than|no fewer than|up to|exceed|maximum|"
        + "minimum|budget|available|limit|limited|more than|less than|fewer than|profit of|twice|times|total";

    /// <summary>A quick look that spares the reading of other sentences.</summary>
    public static bool MayHold(Segment segment) =>
        segment.Items.Exists(item => item.Kind == ItemKind.Number) && segment.Items.Exists(item => item.IsIn(Signals));

    /// <summary>The charges of a clause; empty where it has none or says more than that.</summary>
    public static ImmutableArray<FixedChargeClause> Read(Segment segment)
    {
        var items = segment.Items;
        if (!MayHold(segment)) return [];
        var isOnce = segment.Has("one time|once to|once if|once for|once before|once regardless|once ,|once when") || items[^1].Is("once");
        var isSetUpOnce = isOnce
            && segment.Has("setting up|set up|setup|preparation|preparing|prepare|opening|launching|starting|if any|before any|as soon as|are "
                + "needed|is needed|are used|is used|paid|getting started|to get ready|if it decides");
        if (!(isSetUpOnce || segment.Has(Sayings)) || segment.Has(Limits) || items.Exists(item => item.Is("per", "every", "apiece"))) return [];
        var numbers = items.FindAll(item => item.Kind == ItemKind.Number);
        if (numbers.Count == 0
            || numbers.Exists(item =>
            item.Quantity is { IsPercent: true, IsMoney: false } or { IsFraction: true } or { IsMultiple: true })) return [];
        var names = new List<int>();
        foreach (var variable in items.SelectMany(item => item.Variables))
            if (!names.Contains(variable)) names.Add(variable);
        // "$500 each", "$500 for either": one amount for every name; else they pair up in order.
        var isShared = numbers.Count == 1 && (names.Count == 1 || items.Exists(item => item.Is("each", "either", "both")));
        if (!isShared && numbers.Count != names.Count) return [];
        var (first, end) = (items[0].First, items[^1].End);
        return [.. names.Select((variable, position) => new FixedChargeClause(variable, numbers[isShared ? 0 : position].Quantity!, first, end))];
    }
}

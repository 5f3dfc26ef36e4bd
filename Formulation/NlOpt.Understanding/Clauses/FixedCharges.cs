using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Reads amounts that count once: "there is a fixed cost of $500 for A", "setting up for A takes 3 hours, however many are made", "if any A is
/// made, a permit for $40 must be bought". Only words that say so are believed; "a booth costs $500" is an amount a piece.
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
                + "any|before the first|to get started|single payment|one payment|a setup of|a set - up of|setup of @|a changeover of";

    private static readonly FrozenSet<string> Signals =
        ("fixed setup set start startup one flat lump once changeover regardless matter however whatever independent irrespective up upfront any "
            + "whether before started single if when whenever requires means involves entails opening starting launching preparing "
                + "preparation permit licence license").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Charges =
        "cost costs fee fees charge charges expense expenses payment amount".Split(' ').ToFrozenSet();

    // What is done once before anything is made.
    private const string Beginnings =
        "setting up for|setting up the|set - up for|setup for|preparing for|preparing the|preparation for|preparation of|opening a|"
            + "opening the|opening up|"
            + "starting the production of|starting up|starting production of|starting to|launching the production of|getting ready for|"
            + "getting started with|"
        + "permit for|licence for|license for|registration for|registering for|approval for|a line for|the line for|a mould for|a mold for|"
        + "tooling for|"
            + "installing the|installing a|installation of|changing over to|switching to|the production of # costs|first batch of";

    private const string Pays =
        "pay|pays|paid|payable|spent|spend|incurred|incurs|incur|arises|arise|due|charged|lost|rent|rents|rented|hire|hires|hired|lease|"
            + "leased|fee|fees|"
            + "permit|licence|license|deposit|surcharge|insurance|rental|cleaning|set up|setup|set - up|preparation|installed|cost is|"
            + "costs are|cost of @|charge of @";

    private const string Takes = "takes|take|costs|cost|needed|required|used|uses|requires|needs|adds|added|lasts|necessary|reserved|goes|go";

    private const string Conditions = "if|whenever|once|as soon as|when|in case|before|should|as long as";

    private const string Limits = "if no|unless|at least|at most|no more than|not more than|no less than|no fewer than|up to|exceed|maximum|"
        + "minimum|budget|available|limit|limited|more than|less than|fewer than|profit of|twice|times|the total|total of|total number|"
        + "total cost|earns|earn|profit|revenue|sells|sold for";

    /// <summary>A quick look that spares the reading of other sentences.</summary>
    public static bool MayHold(Segment segment) =>
        segment.Items.Exists(item => item.Kind == ItemKind.Number) && segment.Items.Exists(item => item.IsIn(Signals));

    /// <summary>The charges of a clause; empty where it has none or says more than that.</summary>
    public static ImmutableArray<FixedChargeClause> Read(Segment segment)
    {
        var items = segment.Items;
        if (!MayHold(segment) || segment.Has(Limits) || items.Exists(item => item.Is("per", "every", "apiece"))) return [];
        if (!(IsToldOnce(segment) || IsNamed(items) || IsBeginning(segment) || IsCondition(segment))) return [];
        var numbers = items.FindAll(item => item.Kind == ItemKind.Number);
        if (numbers.Count == 0
            || numbers.Exists(item =>
            item.Quantity is { IsPercent: true, IsMoney: false } or { IsFraction: true } or { IsMultiple: true })) return [];
        // "52 vases" counts vases.
        if (Enumerable.Range(0, items.Count - 1).Any(index => items[index].Kind == ItemKind.Number
            && items[index + 1].Kind == ItemKind.Variable)) return [];
        var names = new List<int>();
        foreach (var variable in items.SelectMany(item => item.Variables))
            if (!names.Contains(variable)) names.Add(variable);
        // "$500 each", "$500 for either": one amount for every name; else they pair up in order.
        var isShared = numbers.Count == 1 && (names.Count == 1 || items.Exists(item => item.Is("each", "either", "both")));
        if (!isShared && numbers.Count != names.Count) return [];
        var (first, end) = (items[0].First, items[^1].End);
        return [.. names.Select((variable, position) => new FixedChargeClause(variable, numbers[isShared ? 0 : position].Quantity!, first, end))];
    }

    private static bool IsToldOnce(Segment segment)
    {
        var isOnce = segment.Has("one time|once to|once if|once for|once before|once regardless|once ,|once when") || segment.Items[^1].Is("once");
        var isSetUpOnce = isOnce
            && segment.Has("setting up|set up|setup|preparation|preparing|prepare|opening|launching|starting|if any|before any|as soon as|are "
                + "needed|is needed|are used|is used|paid|getting started|to get ready|if it decides");
        // "Training drivers for A takes 40 hours once".
        return isSetUpOnce || (isOnce && segment.Items[0].Text.EndsWith("ing", StringComparison.Ordinal)) || segment.Has(Sayings);
    }

    /// <summary>"A fixed brokerage fee".</summary>
    private static bool IsNamed(List<ClauseItem> items)
    {
        for (var index = 0; index < items.Count - 2; index++)
            if (items[index].Is("fixed", "flat", "setup", "initial", "opening") && items[index + 1].Kind == ItemKind.Word
                && items[index + 2].IsIn(Charges)) return true;
        return false;
    }

    /// <summary>"Opening a line for A costs $50", but not "opening a booth": what is opened is not what is counted.</summary>
    private static bool IsBeginning(Segment segment)
    {
        if (segment.Find(Beginnings) is not { } beginning || beginning.First > 3) return false;
        var name = segment.Items.FindIndex(item => item.Kind == ItemKind.Variable);
        return name >= beginning.End - 1 && !segment.Items[name - 1].Is("a", "an", "one", "each") && (segment.Has(Takes) || segment.Has(Pays))
            && !(segment.Items[beginning.End - 1].Is("a", "the", "up") && name == beginning.End);
    }

    /// <summary>"If any A is made, a permit for $40 must be bought": what is paid once something is done, however much of it.</summary>
    private static bool IsCondition(Segment segment)
    {
        var items = segment.Items;
        var (condition, result) = (segment, segment);
        if (segment.Lead(Conditions) is { } start)
        {
            var end = items.FindIndex(start, item => item.Is(",", "then"));
            if (end < 0) return false;
            (condition, result) = (segment.Part(start, end), segment.Part(end + 1, segment.Count));
        }
        else if (segment.Find(Conditions) is { First: > 1 } marker) (result, condition) = (segment.Part(0, marker.First),
            segment.Part(marker.End, segment.Count));
        else if (items[0].Text.EndsWith("ing", StringComparison.Ordinal) && items.Count > 3 && items[1].Is("any")
            && items[2].Kind == ItemKind.Variable)
            (condition, result) = (segment.Part(0, 3), segment.Part(3, segment.Count));
        else if (segment.Find("requires|means|involves|entails|necessitates|calls for|comes with|brings") is { First: > 0 } need)
        {
            (condition, result) = (segment.Part(0, need.First), segment.Part(need.End, segment.Count));
            if (!result.Has("renting|hiring|leasing|buying|paying|payment|permit|licence|license|deposit|fee")) return false;
        }
        else return false;
        if (condition.Items.Exists(item => item.Kind == ItemKind.Number)
            || result.Items.Count(item => item.Kind == ItemKind.Number) != 1) return false;
        if (Proposition.Read(condition, 0, condition.Count) is not { HasVerb: true, Group: { } group }
            || group.Activities.Any(activity => !activity.IsActive) || (group.Activities.Length > 1 && group.IsAll)) return false;
        if (result.Items.Exists(item => item.Kind == ItemKind.Variable || item.Is("each", "a piece"))) return false;
        var name = condition.Items.FindIndex(item => item.Kind == ItemKind.Variable);
        if (name > 0 && condition.Items[name - 1].Is("a", "an", "one", "each")) return false;
        var isAny = condition.Has("any|at all|some|decides|decide");
        return result.Has(Pays) || result.Has("renting|hiring|leasing|buying|paying|payment") || (isAny && result.Has(Takes));
    }
}

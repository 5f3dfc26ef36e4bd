using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>Reads the least amounts in which a thing is made at all: its smallest batch, too few to be worth it, enough to be worth it.</summary>
internal static class BatchSizes
{
    private const string Worthwhile = "worth|worthwhile|pays|pays off|pay|sense|economical|feasible|viable|profitable|justified";

    /// <summary>What a clause says; empty where it tells no such amount.</summary>
    public static ImmutableArray<Statement> Read(Segment segment) =>
        (ReadBatch(segment) ?? ReadTooFew(segment)) is { } batch ? [batch] : ReadWorthwhile(segment);

    /// <summary>"A is only worthwhile if at least 20 are made", "making A only pays with at least 20".</summary>
    private static ImmutableArray<Statement> ReadWorthwhile(Segment segment)
    {
        if (segment.Find("if|when|with|from") is not { First: > 1 } marker || !segment.Part(0, marker.First).Has(Worthwhile)) return [];
        if (segment.Items.Take(marker.First).Any(item => AmountLimit.IsNegation(item) || item.Kind == ItemKind.Number)) return [];
        return ConditionalAmounts.Named(segment, 0, marker.First) is { Activities: [var named] }
            && ConditionalAmounts.ReadAmount(segment, marker.End, segment.Count, null, named) is { Variables: [var variable] } amount
            && variable == named.Variable ? [ConditionalAmounts.Conditional(named, amount)] : [];
    }

    /// <summary>"The smallest batch of A is 20", "A is only made in lots of at least 20".</summary>
    private static Statement? ReadBatch(Segment segment)
    {
        if (segment.Groups is not [{ Variables: [var variable] }]) return null;
        var numbers = segment.Items.Where(item => item.Kind == ItemKind.Number).ToList();
        if (numbers is not [{ Quantity: { IsMoney: false, IsPercent: false, IsFraction: false, IsMultiple: false } quantity }]
            || quantity.Value <= 0) return null;
        var isSmallest = segment.Has("smallest batch|minimum batch|minimal batch|minimum order|smallest order|minimum lot|smallest lot|minimum "
            + "run|smallest run|minimum production run|smallest possible batch|minimum batch size|smallest batch size");
        var isLot = segment.Has("only")
            && (segment.Has("from @") && segment.Has("upwards|up|on")
            || (segment.Has("in batches of|in lots of|in amounts of|in quantities of|in runs of|in orders of")
            && AmountLimit.Read(segment, 0, segment.Count) is { Limit: Limit.AtLeast })
            || (segment.Find("of at least @|of no fewer than @|of no less than @") is { First: > 1 } size
            && segment.Items[size.First - 2].Is("in")));
        isSmallest |= segment.Starts("a batch of #|each batch of #|every batch of #|any batch of #|batches of #|an order of #|"
            + "each order of #|every order of #|"
            + "any order of #|orders of #|a lot of #|each lot of #|a run of #|each run of #|runs of #")
            && AmountLimit.Read(segment, 0, segment.Count) is { Limit: Limit.AtLeast }
            && !segment.Has("takes|take|requires|require|needs|need|costs|cost|uses|use");
        return isSmallest || isLot
            ? ConditionalAmounts.Conditional(new Activity(variable), (new Limit.AtLeast(ClauseNumbers.Of(quantity)), [variable])) : null;
    }

    /// <summary>"Fewer than 20 A are not worth making", "making A in amounts below 20 is not possible".</summary>
    private static Statement? ReadTooFew(Segment segment)
    {
        if (segment.Find("fewer than @|less than @|below @|under @") is not { } few
            || segment.Groups is not [{ Variables: [var variable] }]) return null;
        if (segment.Items.Count(item => item.Kind == ItemKind.Number) != 1
            || segment.Items.Exists(item => item.Is("if", "unless", "when", "must", "total"))) return null;
        return segment.Has("not worth|not worthwhile|does not pay|do not pay|makes no sense|make no sense|not possible|is impossible|not "
            + "economical|not feasible|never worth|not accepted|not taken|not delivered|not allowed|not permitted|refused|are omit|is omit")
            ? ConditionalAmounts.Conditional(new Activity(variable),
            (new Limit.AtLeast(ClauseNumbers.Of(segment.Items[few.End - 1].Quantity!)), [variable])) : null;
    }
}

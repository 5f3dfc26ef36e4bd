using NlOpt.Formulation;

namespace NlOpt.Understanding.Clauses;

/// <summary>A limit in a clause: its number or numbers with the words that give the direction.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="At">The item of its first number.</param>
/// <param name="End">One past the item of its last number.</param>
internal sealed record AmountLimit(Limit Limit, int At, int End)
{
    private const string Least =
        "at least|a minimum of|minimum of|no fewer than|no less than|not fewer than|not less than|not be less than|not be fewer than|cannot be "
            + "less than|cannot be fewer than|never fewer than|never less than|more than|exceed|exceeds|over|above|at a minimum|"
        + "not below|not be below|not fall below|cannot fall below|must reach|a lower limit of|greater than or equal to|greater than|minimum";

    private const string Most =
        "at most|at the most|a maximum of|maximum of|up to|no more than|not more than|not be more than|cannot be more than|never more than|"
            + "cannot exceed|not exceed|never exceed|must not exceed|may not exceed|not to exceed|limited to|capped at|fewer than|less than|"
        + "below|under|within|an upper limit of|not above|not be above|less than or equal to|not over|maximum|restricted to|as many as|not go "
            + "above|not be over|not greater than|no greater than|not be greater than|not larger than";

    private const string Exact = "exactly|precisely|equal to|equals|equal|must be|is|are|amounts to|amount to|account for exactly|make up exactly";

    private static readonly (string Phrases, int Kind)[] Directions = [(Least, 1), (Most, 2), (Exact, 3)];

    /// <summary>The only limit of a run of items; null where there is none, more than one, or no word for its direction.</summary>
    public static AmountLimit? Read(Segment segment, int from, int to)
    {
        var places = Enumerable.Range(from, to - from).Where(index => segment.Items[index].Kind == ItemKind.Number).ToList();
        if (places.Count is 0 or > 2) return null;
        var (at, number) = (places[0], ClauseNumbers.Of(segment.Items[places[0]].Quantity!));
        if (places.Count == 2)
        {
            // "20 to 60 of them".
            var isSpan = places[1] - at == 2 && segment.Items[at + 1].Is("to", "-");
            var isRange = isSpan || at > from && segment.Items[at - 1].Is("between", "from")
                && Enumerable.Range(at + 1, places[1] - at - 1).Any(index => segment.Items[index].Is("and", "to")) && places[1] - at <= 3;
            var high = ClauseNumbers.Of(segment.Items[places[1]].Quantity!);
            // "At least 14 but no more than 66".
            isRange |= places[1] - at <= 8 && DirectionOf(segment, from, at, at + 1)?.Invoke(number) is Limit.AtLeast
                && DirectionOf(segment, at + 1, places[1], to)?.Invoke(high) is Limit.AtMost
                && Enumerable.Range(at + 1, places[1] - at - 1).Any(index => segment.Items[index].Is("and", "but"))
                && Enumerable.Range(at + 1, places[1] - at - 1).All(index => segment.Items[index].Kind != ItemKind.Variable || index < at + 4);
            return isRange && number.Value < high.Value ? new AmountLimit(new Limit.Between(number, high), at, places[1] + 1) : null;
        }

        return DirectionOf(segment, from, at, to) is { } direction ? new AmountLimit(direction(number), at, at + 1) : null;
    }

    /// <summary>What the words around a number make of it; null where none tell.</summary>
    public static Func<SourcedNumber, Limit>? DirectionOf(Segment segment, int from, int at, int to)
    {
        // "At least a quarter".
        if (at - 1 > from && segment.Items[at - 1].Is("a", "an")) return DirectionOf(segment, from, at - 1, at - 1);
        var best = (Length: 0, Kind: 0);
        foreach (var (phrases, kind) in Directions)
            if (segment.LengthBefore(phrases, at, from) is var length && length > best.Length) best = (length, kind);

        if (best.Kind == 3 && best.Length == 1 && segment.Items[at - 1].Is("is", "are")) best = (0, 0);
        if (at + 2 < to + 1 && segment.Part(at + 1, Math.Min(at + 4, to)) is var after)
        {
            if (after.Starts("or more|or greater|or higher|at least|at a minimum|as a minimum")) best = (2, 1);
            else if (after.Starts("or less|or fewer|or lower|at most|at a maximum|at the most|as a maximum")) best = (2, 2);
        }

        // "30 acres or more".
        if (at + 3 <= to && segment.Items[at + 1].Kind == ItemKind.Word && segment.Part(at + 2, Math.Min(at + 5, to)) is var behind)
        {
            if (behind.Starts("or more|or greater|or higher")) best = (2, 1);
            else if (behind.Starts("or less|or fewer|or lower")) best = (2, 2);
        }

        // "Cannot make up more than", "must not fall below".
        var isNegated = best.Length > 0 && segment.Items.Take(at - best.Length).Skip(Math.Max(from, at - best.Length - 4)).Any(IsNegation);
        var said = best.Length > 0
            && best.Length <= at ? string.Join(' ', segment.Items.Skip(at - best.Length).Take(best.Length).Select(item => item.Text)) : "";
        if (isNegated && said is ("more than" or "over" or "above" or "exceed" or "exceeds" or "greater than")) best.Kind = 2;
        else if (isNegated && said is ("less than" or "fewer than" or "below" or "under")) best.Kind = 1;
        return best.Kind switch
        {
            1 => number => new Limit.AtLeast(number),
            2 => number => new Limit.AtMost(number),
            3 => number => new Limit.Exactly(number),
            _ => null,
        };
    }

    /// <summary>True for words that negate.</summary>
    public static bool IsNegation(ClauseItem item) =>
        item.IsIn(WordClass.Negations) || (item.Kind == ItemKind.Word && item.Text.EndsWith("n't", StringComparison.Ordinal));
}

using System.Collections.Immutable;

namespace NlOpt.Datasets.Generation.Banks;

/// <summary>How an amount is meant.</summary>
internal enum AmountFlow
{
    /// <summary>A stock that is used up; limits are mostly upper ones.</summary>
    Uses,

    /// <summary>Something that is delivered; limits are mostly lower ones.</summary>
    Gives,

    /// <summary>Something unwanted that comes along, as pollution or fat; limits are upper ones and the goal is little of it.</summary>
    Emits,

    /// <summary>Money earned for good: profit, revenue, return.</summary>
    Earns,

    /// <summary>Money spent: cost, wage, price.</summary>
    Costs,
}

/// <summary>An amount a piece: minutes of oven time, dollars of profit, passengers carried.</summary>
internal sealed record Amount
{
    /// <summary>Its id, unique in the family.</summary>
    public required string Id { get; init; }

    /// <summary>Which way it goes.</summary>
    public required AmountFlow Flow { get; init; }

    /// <summary>What it is: <c>flour</c>, <c>oven time</c>, <c>passenger/passengers</c>, <c>profit</c>, <c>cost</c>.</summary>
    public required string What { get; init; }

    /// <summary>Its unit: <c>minute/minutes</c>, <c>gram/grams</c>, <c>$</c> for money; null where <see cref="What"/> is counted: "4 wheels".</summary>
    public string? Unit { get; init; }

    /// <summary>Between unit and what: "20 minutes of oven time", "3 hours on the lathe".</summary>
    public string Link { get; init; } = "of";

    /// <summary>What a piece does with it: <c>takes/take</c>, <c>contains/contain</c>; at least 1.</summary>
    public required ImmutableArray<string> Verbs { get; init; }

    /// <summary>Smallest usual number a piece, above 0.</summary>
    public required double From { get; init; }

    /// <summary>Largest usual number a piece.</summary>
    public required double To { get; init; }

    /// <summary>Numbers are multiples of this.</summary>
    public double Step { get; init; } = 1;

    /// <summary>Whether many things go without it: the pens of gift boxes, of which some hold pencils.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether limits on it make sense.</summary>
    public bool IsLimited { get; init; } = true;

    /// <summary>A larger unit that limits may be told in; null for none.</summary>
    public LargerUnit? Larger { get; init; }

    /// <summary>
    /// Sentences of this amount's upper limit. Slots: <c>{agent}</c>, <c>{limit}</c> the number with unit but without what it is, <c>{number}</c> without, and
    /// <c>&lt; &gt;</c> around the words that say the direction: <c>The oven is &lt;available&gt; for {limit} a day.</c> General ones exist.
    /// </summary>
    public ImmutableArray<string> AtMost { get; init; } = [];

    /// <summary>Sentences of this amount's lower limit, as <see cref="AtMost"/>.</summary>
    public ImmutableArray<string> AtLeast { get; init; } = [];

    /// <summary>What to call its total as a goal: <c>total oven time</c>, <c>number of passengers carried</c>; empty when it is no goal.</summary>
    public ImmutableArray<string> Goals { get; init; } = [];

    /// <summary>Whether much of it is wanted when it is a goal; null: for what is given and earned.</summary>
    public bool? WantsMuch { get; init; }
}

/// <summary>A larger unit of the same amount.</summary>
/// <param name="Unit">Its forms: <c>hour/hours</c>.</param>
/// <param name="Factor">How many of the smaller unit it holds: 60.</param>
internal sealed record LargerUnit(string Unit, double Factor);

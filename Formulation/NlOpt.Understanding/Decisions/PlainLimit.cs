namespace NlOpt.Understanding.Decisions;

/// <summary>What an everyday phrase makes of a number: a limit that no word of comparison tells.</summary>
internal enum PlainLimit
{
    /// <summary>
    /// How much there is of what other numbers take: "the press runs 8 hours a day", "with 900 cutting minutes", "out of 150 bales".
    /// </summary>
    Stock,

    /// <summary>An amount of what other numbers take, told in another unit: a limit whose direction other words tell.</summary>
    Amount,

    /// <summary>How many things there can be in all: "time for 22 items", "can handle 40 jobs".</summary>
    Together,

    /// <summary>What there has to be of one thing: "a cafe has already ordered 25 mugs".</summary>
    Committed,
}

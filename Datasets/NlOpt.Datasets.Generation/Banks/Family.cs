using System.Collections.Immutable;

namespace NlOpt.Datasets.Generation.Banks;

/// <summary>Things whose amounts can be decided together in one problem.</summary>
internal sealed record Family
{
    /// <summary>The things.</summary>
    public required ImmutableArray<ThingName> Names { get; init; }

    /// <summary>Which names stand together, 2 to 5 positions in <see cref="Names"/> each; empty: any of them.</summary>
    public ImmutableArray<ImmutableArray<int>> Sets { get; init; } = [];

    /// <summary>Who decides on these things, as <see cref="DomainBank.Agents"/>; empty: any agent of the domain.</summary>
    public ImmutableArray<string> Agents { get; init; } = [];

    /// <summary>What they all are, and what a count objective counts: <c>cake/cakes</c>, <c>trip/trips</c>.</summary>
    public required string Together { get; init; }

    /// <summary>
    /// The head that full names share, <c>table/tables</c> for "oak table" and "pine table", so that "oak and pine tables" can be said;
    /// null when there is none.
    /// </summary>
    public string? Head { get; init; }

    /// <summary>What the amounts are measured or counted in when it is not the things: <c>kilogram/kilograms</c>, <c>trip/trips</c>; null for the things.</summary>
    public string? Measure { get; init; }

    /// <summary>Between measure and name: <c>of</c>, <c>by</c>, <c>in</c>, <c>on</c>.</summary>
    public string Link { get; init; } = "of";

    /// <summary>Whether amounts are whole: things, trips, bags are; kilograms, acres, hours, dollars are not.</summary>
    public bool Whole { get; init; } = true;

    /// <summary>What the agent does with them: <c>make/makes/made/making</c>; at least 1.</summary>
    public required ImmutableArray<string> Verbs { get; init; }

    /// <summary>
    /// Sentences that begin a problem. Slots: <c>{agent}</c> at its first mention, <c>{list}</c> all names, <c>{count}</c> "two", "three",
    /// <c>{together}</c> and <c>{together1}</c>. Any number of them; general ones exist.
    /// </summary>
    public ImmutableArray<string> Openings { get; init; } = [];

    /// <summary>What a piece takes, gives, costs, earns; at least 3.</summary>
    public required ImmutableArray<Amount> Amounts { get; init; }

    /// <summary>Parts of the family with a name of their own; for statements on groups.</summary>
    public ImmutableArray<NameGroup> Groups { get; init; } = [];

    /// <summary>
    /// How "doing it at all" is said for logic, with <c>{x}</c> for the name: <c>open/opens/opened/opening the {x}</c>. Empty where it makes no sense.
    /// </summary>
    public ImmutableArray<string> Activities { get; init; } = [];

    /// <summary>What is paid once when a thing is done at all: <c>setup cost</c>, <c>permit fee</c>.</summary>
    public string FixedCharge { get; init; } = "setup cost";

    /// <summary>Typical amount of one thing in a plan.</summary>
    public int Typical { get; init; } = 40;
}

using System.Collections.Immutable;

namespace NlOpt.Datasets.Generation.Banks;

/// <summary>
/// The words of one domain: who decides, what can be decided together, and what each piece takes and gives. The JSON form is
/// docs/reference/domain-banks.md. Forms of a word stand in one string, parted by slashes: <c>table/tables</c>, <c>takes/take</c>,
/// <c>make/makes/made/making</c>.
/// </summary>
internal sealed record DomainBank
{
    /// <summary>Its id: the file name without extension.</summary>
    public required string Domain { get; init; }

    /// <summary>What it may be used for.</summary>
    public required BankSplit Bank { get; init; }

    /// <summary>Who decides, with the pronoun: <c>a bakery/it</c>, <c>Olga/she</c>, <c>you/you</c>; at least 3.</summary>
    public required ImmutableArray<string> Agents { get; init; }

    /// <summary>What can be decided together; at least 1.</summary>
    public required ImmutableArray<Family> Families { get; init; }

    /// <summary>Who decides on the things of a family.</summary>
    public ImmutableArray<string> AgentsOf(Family family) => family.Agents.IsEmpty ? Agents : family.Agents;

    /// <summary>Clauses that give a reason for a limit and fit many limits: <c>because of a new contract</c>, <c>to please regular guests</c>.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Whole sentences with a number that has no part in any decision; the number stands in braces: <c>The shop opened {1987}.</c></summary>
    public ImmutableArray<string> Asides { get; init; } = [];
}

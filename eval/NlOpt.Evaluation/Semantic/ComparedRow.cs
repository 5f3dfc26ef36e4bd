using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>A row on one side of the comparison.</summary>
/// <param name="Type">Its NL4Opt type; the template id where that data has no type for it.</param>
/// <param name="Text">The row as one line of algebra.</param>
/// <param name="Canonical">Its canonical form; null for a predicted row that cannot be written in the gold columns.</param>
/// <param name="Evidence">The words it comes from; empty for gold rows.</param>
/// <param name="Position">The gold constraint or predicted statement that says it, from 0.</param>
internal sealed record ComparedRow(string Type, string Text, CanonicalRow? Canonical, ImmutableArray<Evidence> Evidence, int Position)
{
    public bool Means(ComparedRow other) => Canonical is not null && other.Canonical is not null && Canonical.Means(other.Canonical);
}

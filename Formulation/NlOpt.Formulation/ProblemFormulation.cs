using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>A decision problem as understood: what is decided, what is wanted, what must hold, and what became of every number.</summary>
/// <param name="Source">The words it was read from.</param>
/// <param name="Variables">The decision variables, by id.</param>
/// <param name="Objective">What is wanted.</param>
/// <param name="Statements">What must hold, in the order it was said.</param>
/// <param name="Ledger">Every number of the source with its use.</param>
/// <param name="Questions">What is unsure or missing, the costliest doubt first.</param>
/// <param name="Probability">Probability in [0, 1] that all of it is right.</param>
public sealed record ProblemFormulation(
    Source Source,
    ImmutableArray<DecisionVariable> Variables,
    ObjectiveStatement Objective,
    ImmutableArray<Statement> Statements,
    ImmutableArray<LedgerEntry> Ledger,
    ImmutableArray<Question> Questions,
    double Probability)
{
    /// <summary>The variable with an id.</summary>
    public DecisionVariable this[DecisionVariableId id] => Variables[id.Index];
}

using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>A solved problem in the user's terms. There may be no plan: an infeasible problem has a solution object that says so.</summary>
/// <param name="Lowered">The formulation with its model and the map between them.</param>
/// <param name="Result">What the engine found, checked.</param>
/// <param name="Plan">The amount of each decision variable, by id; empty when no plan is known.</param>
/// <param name="Statements">How the plan stands to each statement, in their order; empty when no plan is known.</param>
/// <param name="Rivals">The rival readings that were solved too.</param>
/// <param name="Questions">What to ask, the costliest doubt first: of the reader, of lowering, and from rivals that change the answer.</param>
/// <param name="Summary">One plain sentence: the plan with its worth, or why there is none.</param>
/// <param name="Advice">What to check, in plain words; null when there is nothing to add.</param>
public sealed record Solution(
    LoweredModel Lowered,
    SolveResult Result,
    ImmutableArray<PlannedAmount> Plan,
    ImmutableArray<StatementOutcome> Statements,
    ImmutableArray<RivalOutcome> Rivals,
    ImmutableArray<Question> Questions,
    string Summary,
    string? Advice)
{
    /// <summary>What other answers would change, by question; null for questions that no other reading was solved for.</summary>
    public ImmutableArray<QuestionConsequence?> Consequences { get; init; } = [.. Questions.Select(_ => (QuestionConsequence?)null)];

    /// <summary>What was solved.</summary>
    public ProblemFormulation Formulation => Lowered.Formulation;

    /// <summary>The value of the objective in its unit; null when no plan is known.</summary>
    public double? ObjectiveValue => Result.Primal?.ObjectiveValue;
}

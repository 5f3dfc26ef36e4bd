using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>What another reading of the same words would have led to.</summary>
/// <param name="Formulation">The other reading.</param>
/// <param name="Result">Its outcome; or why it could not be solved.</param>
/// <param name="Change">How much it changes the answer, as in <see cref="QuestionConsequence.Change"/>; 0 too when it could not be solved.</param>
public sealed record RivalOutcome(ProblemFormulation Formulation, Result<SolveResult> Result, double Change)
{
    /// <summary>True when the plan is no best one of the other reading, or when that has none.</summary>
    public bool ChangesAnswer => Change > 0;
}

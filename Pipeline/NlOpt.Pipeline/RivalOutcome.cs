using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>What another reading of the same words would have led to.</summary>
/// <param name="Formulation">The other reading.</param>
/// <param name="Result">Its outcome; or why it could not be solved.</param>
/// <param name="ChangesAnswer">True when it ends differently or with another objective value; false too when it could not be solved.</param>
public sealed record RivalOutcome(ProblemFormulation Formulation, Result<SolveResult> Result, bool ChangesAnswer);

using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>A formulation with an error made on purpose.</summary>
/// <param name="Formulation">The formulation.</param>
/// <param name="Solved">The model that would be solved; null where lowering the formulation gives it.</param>
/// <param name="What">What was done, in a few words.</param>
internal sealed record FaultyFormulation(ProblemFormulation Formulation, LoweredModel? Solved, string What);

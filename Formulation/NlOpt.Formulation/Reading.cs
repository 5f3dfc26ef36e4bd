using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>The readings of a text, the best one first.</summary>
/// <param name="Best">The one to go on with.</param>
/// <param name="Rivals">Other readings worth keeping, by falling probability; may be empty.</param>
public sealed record Reading(ProblemFormulation Best, ImmutableArray<ProblemFormulation> Rivals);

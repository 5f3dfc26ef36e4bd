using NlOpt.Formulation;

namespace NlOpt.Understanding;

/// <summary>A reading among all that were weighed.</summary>
/// <param name="Formulation">What it says; without questions, and with the share as its probability.</param>
/// <param name="Share">Its share in (0, 1] of all readings of the text; not calibrated.</param>
public sealed record WeighedReading(ProblemFormulation Formulation, double Share);

using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Cli.Commands;

/// <summary>What the user asked of <c>nlopt solve</c>.</summary>
/// <param name="Path">The file, or <c>-</c>.</param>
/// <param name="Model">Format to print the model in instead of solving; null to solve.</param>
/// <param name="Json">Print the outcome as JSON.</param>
/// <param name="Explain">Show how sure the reader is and what became of every number.</param>
/// <param name="Kinds">Which amounts are whole.</param>
/// <param name="Options">For the engine.</param>
internal sealed record SolveRequest(string Path, string? Model, bool Json, bool Explain, AmountKinds Kinds, SolveOptions Options);

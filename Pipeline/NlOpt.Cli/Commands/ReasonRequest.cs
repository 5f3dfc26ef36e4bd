using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Cli.Commands;

/// <summary>What every command that gives reasons is asked.</summary>
/// <param name="Path">The file, or <c>-</c>.</param>
/// <param name="Json">Print the answer as JSON.</param>
/// <param name="Kinds">Which amounts are whole.</param>
/// <param name="Options">For the engine.</param>
internal sealed record ReasonRequest(string Path, bool Json, AmountKinds Kinds, SolveOptions Options);

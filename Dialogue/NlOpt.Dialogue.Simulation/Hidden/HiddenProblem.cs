using NlOpt.Formulation;

namespace NlOpt.Dialogue.Simulation.Hidden;

/// <summary>What a simulated user knows and no agent sees.</summary>
/// <param name="Text">The problem in words.</param>
/// <param name="Gold">What it means; its numbers may be tied to words of the text, turn 0.</param>
public sealed record HiddenProblem(string Text, ProblemFormulation Gold);

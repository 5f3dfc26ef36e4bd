using NlOpt.Dialogue.Simulation.Hidden;

namespace NlOpt.Evaluation;

/// <summary>A hidden problem with its id.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Problem">The problem.</param>
public sealed record NamedProblem(string Id, HiddenProblem Problem);

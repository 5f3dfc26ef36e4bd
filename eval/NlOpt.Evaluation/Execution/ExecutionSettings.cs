using NlOpt.Solving;

namespace NlOpt.Evaluation;

/// <summary>How models are solved for execution accuracy.</summary>
/// <param name="IntegerSolver">Solves the models whose variables are all whole; may be the same engine as the other.</param>
/// <param name="ContinuousSolver">Solves the models whose variables are all continuous.</param>
public sealed record ExecutionSettings(ISolver IntegerSolver, ISolver ContinuousSolver)
{
    /// <summary>Options of each solve.</summary>
    /// <value>Default: ten seconds a solve.</value>
    public SolveOptions Options { get; init; } = new() { TimeLimit = TimeSpan.FromSeconds(10) };
}

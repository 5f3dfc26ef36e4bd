namespace NlOpt.Policies;

/// <summary>What a policy did in one stage, its cost computed by an exact solve of the stage.</summary>
/// <param name="Termination">How the solve ended; the rest holds only with <see cref="TerminationReason.Optimal"/>.</param>
/// <param name="Cost">Cost of the stage.</param>
/// <param name="Outgoing">The state handed on, one value a state variable.</param>
/// <param name="Measures">One value a measure of the problem.</param>
/// <param name="Detail">What the engine said when it did not end with an optimum; null when nothing.</param>
public sealed record StageDecision(
    TerminationReason Termination, double Cost, ImmutableArray<double> Outgoing, ImmutableArray<double> Measures, string? Detail = null)
{
    /// <summary>True when the stage was solved to optimality.</summary>
    public bool IsSolved => Termination == TerminationReason.Optimal;
}

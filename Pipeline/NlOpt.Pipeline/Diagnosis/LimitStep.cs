namespace NlOpt.Pipeline.Diagnosis;

/// <summary>What one other number for a limit would do, solved anew.</summary>
/// <param name="Limit">The other number.</param>
/// <param name="Gain">How much the objective would grow, negative where it falls.</param>
public sealed record LimitStep(double Limit, double Gain);

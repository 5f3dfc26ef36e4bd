namespace NlOpt.Policies.Sddp.Cuts;

/// <summary>An outgoing state that a forward path came through, with the cuts that the backward pass made there.</summary>
/// <param name="Iteration">The iteration, counted from 1.</param>
/// <param name="State">One number a state variable.</param>
/// <param name="Cuts">One cut; or one a part, then the cut that weighs the parts.</param>
internal sealed record TrialPoint(int Iteration, ImmutableArray<double> State, ImmutableArray<Cut> Cuts);

namespace NlOpt.Policies.Sddp.Cuts;

/// <summary>An outgoing state that a forward path came through, with the cuts that the backward pass made there.</summary>
/// <param name="Iteration">The iteration, counted from 1.</param>
/// <param name="State">One number a state variable.</param>
/// <param name="Cuts">One cut; or one a part, then the cut that weighs the parts.</param>
internal sealed record TrialPoint(int Iteration, ImmutableArray<double> State, ImmutableArray<Cut> Cuts)
{
    /// <summary>What its own cuts say of the cost to go of the state.</summary>
    public double Height => Cuts[^1].PartWeights is { IsEmpty: false } weights
        ? weights.Select((weight, part) => weight * Cuts[part].HeightAt(State.AsSpan())).Sum()
        : Cuts[0].HeightAt(State.AsSpan());
}

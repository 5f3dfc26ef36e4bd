namespace NlOpt.Policies.Sddp;

/// <summary>How a backward pass describes the cost to go.</summary>
public enum CutKind
{
    /// <summary>One cut a state visited, under the risk-adjusted cost to go. Small programs; the better choice for many outcomes.</summary>
    Single,

    /// <summary>One cut a state visited and outcome of the next stage. Fewer iterations, larger programs.</summary>
    Multiple,
}

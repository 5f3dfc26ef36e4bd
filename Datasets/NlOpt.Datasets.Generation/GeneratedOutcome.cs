namespace NlOpt.Datasets.Generation;

/// <summary>What solving the gold model gave.</summary>
public enum GeneratedOutcome
{
    /// <summary>There is a best plan, and it is not the empty one.</summary>
    Optimal,

    /// <summary>No plan keeps all statements.</summary>
    Infeasible,

    /// <summary>Nothing stops the objective.</summary>
    Unbounded,
}

using NlOpt.Solving;

namespace NlOpt.Agents.Checking;

/// <summary>How a formulation is cross-checked.</summary>
public sealed record CrossCheckOptions
{
    /// <summary>Solves both models, to see whether their best plans are worth the same; null to leave that out.</summary>
    /// <value>Default: null.</value>
    public ISolver? Solver { get; init; }

    /// <summary>Limits for each of the two solves.</summary>
    /// <value>Default: those of the engine.</value>
    public SolveOptions SolveOptions { get; init; } = SolveOptions.Default;

    /// <summary>How strong a suspicion must be to count as grave, in (0, 1].</summary>
    /// <value>Default: 0.5, from where on an error is likelier than none.</value>
    public double GraveSuspicion
    {
        get;
        init
        {
            if (!(value is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "It must lie above 0 and be at most 1.");
            field = value;
        }
    } = 0.5;
}

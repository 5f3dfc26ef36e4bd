using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>How a problem is solved.</summary>
public sealed record ProblemOptions
{
    /// <summary>Which amounts are whole numbers.</summary>
    /// <value>Default: as understood.</value>
    public AmountKinds Kinds { get; init; } = AmountKinds.AsUnderstood;

    /// <summary>Limits for each single solve.</summary>
    /// <value>Default: those of the engine.</value>
    public SolveOptions Solver { get; init; } = SolveOptions.Default;

    /// <summary>
    /// How many rival readings are solved too, the likeliest first, to learn which doubts would change the answer; at least 0. From 1 on, so is the
    /// problem under the opposite answer to each question about a direction, a sense or whole numbers.
    /// </summary>
    /// <value>Default: 0, because each costs a solve or two.</value>
    public int RivalsToSolve
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(RivalsToSolve));
            field = value;
        }
    }
}

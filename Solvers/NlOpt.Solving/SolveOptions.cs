namespace NlOpt.Solving;

/// <summary>How to solve. Checked on construction, so that every instance is valid.</summary>
public sealed record SolveOptions
{
    /// <summary>All defaults.</summary>
    public static SolveOptions Default { get; } = new();

    /// <summary>Wall-clock limit of one solve, second looks included; greater than zero; null for none.</summary>
    /// <value>Null.</value>
    public TimeSpan? TimeLimit
    {
        get;
        init
        {
            if (value is { } limit) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(TimeLimit));
            field = value;
        }
    }

    /// <summary>
    /// Models with integers: a solution counts as optimal when <see cref="SolveResult.RelativeGap"/> is at most this; in [0, 1).
    /// </summary>
    /// <value>0: optimal means proved optimal.</value>
    public double RelativeGap
    {
        get;
        init
        {
            if (!(value >= 0 && value < 1)) throw new ArgumentOutOfRangeException(nameof(RelativeGap), value, "A relative gap lies in [0, 1).");
            field = value;
        }
    }

    /// <summary>Most threads the engine may use; at least 1. Engines without <see cref="SolverCapabilities.Threads"/> use 1.</summary>
    /// <value>1, because then the same input gives the same result.</value>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Threads));
            field = value;
        }
    } = 1;

    /// <summary>Random seed, at least 0. Engines without <see cref="SolverCapabilities.Seed"/> are deterministic and ignore it.</summary>
    /// <value>0.</value>
    public int Seed
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Seed));
            field = value;
        }
    }
}

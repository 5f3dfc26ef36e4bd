namespace NlOpt.Solving;

/// <summary>What an engine declares it can do. What it lacks is never pretended: the result holds null instead.</summary>
public sealed record SolverCapabilities
{
    /// <summary>Variables that take any real value.</summary>
    public required bool ContinuousVariables { get; init; }

    /// <summary>Integer and binary variables.</summary>
    public required bool IntegerVariables { get; init; }

    /// <summary>Indicator rows as they are; without it they are rewritten into rows where bounds prove how.</summary>
    public required bool NativeIndicators { get; init; }

    /// <summary>
    /// Integer variables without finite bounds, and numbers that are no decimal fraction of a few digits. Without it such models are refused.
    /// </summary>
    public required bool UnboundedDomains { get; init; }

    /// <summary>Dual values of rows and reduced costs of variables, for models without integer variables.</summary>
    public required bool DualValues { get; init; }

    /// <summary>Changes go into the native model, which keeps what it learned; without it every solve starts anew.</summary>
    public required bool IncrementalChanges { get; init; }

    /// <summary>More than one thread has an effect.</summary>
    public required bool Threads { get; init; }

    /// <summary>The random seed has an effect.</summary>
    public required bool Seed { get; init; }

    /// <summary>
    /// Relative accuracy in (0, 1) to which rows, bounds and duals hold; what misses it is reported as
    /// <see cref="TerminationReason.Imprecise"/>.
    /// </summary>
    public required double Accuracy { get; init; }
}

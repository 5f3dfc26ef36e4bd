using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving.Diagnosis;

/// <summary>Which other solutions are looked for.</summary>
public sealed record AlternativeOptions
{
    /// <summary>Most solutions to give, at least 1.</summary>
    /// <value>5.</value>
    public int Most
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Most));
            field = value;
        }
    } = 5;

    /// <summary>How much worse than the optimum a solution may be, relative to its size (at least 1); at least 0.</summary>
    /// <value>0.05.</value>
    public double Tolerance
    {
        get;
        init
        {
            if (!(value >= 0 && double.IsFinite(value)))
                throw new ArgumentOutOfRangeException(nameof(Tolerance), value, "A tolerance is finite and not negative.");
            field = value;
        }
    } = 0.05;

    /// <summary>Most models to solve, at least 1.</summary>
    /// <value>100.</value>
    public int MostSolves
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MostSolves));
            field = value;
        }
    } = 100;

    /// <summary>The variables that make solutions different.</summary>
    public required ImmutableArray<VariableId> Watched { get; init; }

    /// <summary>How far apart two solutions must be in at least one watched variable, one number a variable; above 0.</summary>
    public required ImmutableArray<double> Steps { get; init; }
}

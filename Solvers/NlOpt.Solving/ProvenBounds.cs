using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// Bounds on variables that every feasible point satisfies, drawn from the rows by interval arithmetic. For adapters that must have finite
/// bounds; nothing is ever assumed.
/// </summary>
public sealed class ProvenBounds
{
    private readonly double[] _lower;
    private readonly double[] _upper;

    private ProvenBounds(BoundPropagation propagation) =>
        (_lower, _upper, IsEmpty) = (propagation.Lower, propagation.Upper, propagation.IsEmpty);

    /// <summary>Lower bounds, one a variable; -infinity where none is proved.</summary>
    public ReadOnlySpan<double> Lower => _lower;

    /// <summary>Upper bounds, one a variable; +infinity where none is proved.</summary>
    public ReadOnlySpan<double> Upper => _upper;

    /// <summary>True when the rows leave some variable no value, so that there is no feasible point and the bounds mean nothing more.</summary>
    public bool IsEmpty { get; }

    /// <summary>Draws bounds from a problem's own bounds and rows; indicators are not used.</summary>
    public static ProvenBounds Of(WorkingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var propagation = new BoundPropagation(problem);
        propagation.Run();
        return new ProvenBounds(propagation);
    }

    /// <summary>Smallest and largest value that a sum of terms can take within the bounds.</summary>
    public (double Least, double Most) Activity(ImmutableArray<Term> terms)
    {
        var (least, most) = (0.0, 0.0);
        foreach (var (variable, coefficient) in terms)
        {
            least += coefficient * (coefficient > 0 ? _lower : _upper)[variable.Index];
            most += coefficient * (coefficient > 0 ? _upper : _lower)[variable.Index];
        }

        return (least, most);
    }
}

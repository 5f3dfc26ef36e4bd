using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// Bounds on variables that every feasible point satisfies, drawn from the rows by interval arithmetic. For adapters that must have finite
/// bounds; nothing is ever assumed.
/// </summary>
public sealed class ProvenBounds
{
    // Propagation may creep towards its limit for ever; stopping early only gives wider bounds, which are still proved.
    private const int Rounds = 8;

    private readonly double[] _lower;
    private readonly double[] _upper;

    private ProvenBounds(double[] lower, double[] upper)
    {
        _lower = lower;
        _upper = upper;
    }

    /// <summary>Lower bounds, one a variable; -infinity where none is proved.</summary>
    public ReadOnlySpan<double> Lower => _lower;

    /// <summary>Upper bounds, one a variable; +infinity where none is proved.</summary>
    public ReadOnlySpan<double> Upper => _upper;

    /// <summary>True when the rows leave some variable no value, so that there is no feasible point and the bounds mean nothing more.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Draws bounds from a problem's own bounds and rows; indicators are not used.</summary>
    public static ProvenBounds Of(WorkingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var bounds = new ProvenBounds(problem.Lower.ToArray(), problem.Upper.ToArray());
        for (var round = 0; round < Rounds; round++)
        {
            var changed = false;
            for (var row = 0; row < problem.RowCount && !bounds.IsEmpty; row++) changed |= bounds.Tighten(problem, row);
            if (!changed || bounds.IsEmpty) break;
        }

        return bounds;
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

    private bool Tighten(WorkingProblem problem, int row)
    {
        var terms = problem.Row(row);
        var (least, most) = (default(Extreme), default(Extreme));
        foreach (var term in terms)
        {
            least.Add(Part(term, towardsMost: false));
            most.Add(Part(term, towardsMost: true));
        }

        var pending = new List<(int Variable, double AtLeast, double AtMost)>(terms.Length);
        var changed = false;
        foreach (var term in terms)
        {
            var (variable, coefficient) = term;
            var atMost = (problem.RowUpper[row] - least.Without(Part(term, towardsMost: false), double.NegativeInfinity)) / coefficient;
            var atLeast = (problem.RowLower[row] - most.Without(Part(term, towardsMost: true), double.PositiveInfinity)) / coefficient;
            if (coefficient < 0) (atMost, atLeast) = (atLeast, atMost);
            pending.Add((variable.Index, atLeast, atMost));
        }

        foreach (var (variable, atLeast, atMost) in pending) changed |= Tighten(variable, atLeast, atMost, problem.IsInteger[variable]);
        return changed;
    }

    private bool Tighten(int variable, double lower, double upper, bool isInteger)
    {
        // A hair of slack keeps rounding errors of the arithmetic above from cutting off feasible points.
        lower -= 1e-9 * Math.Max(1, Math.Abs(lower));
        upper += 1e-9 * Math.Max(1, Math.Abs(upper));
        if (isInteger) (lower, upper) = (Math.Ceiling(lower), Math.Floor(upper));
        IsEmpty |= lower > _upper[variable] + Hair(lower) || upper < _lower[variable] - Hair(upper);
        if (IsEmpty) return false;
        var changed = false;
        if (lower > _lower[variable] + Hair(lower) && double.IsFinite(lower)) (_lower[variable], changed) = (Math.Min(lower, _upper[variable]), true);
        if (upper < _upper[variable] - Hair(upper) && double.IsFinite(upper)) (_upper[variable], changed) = (Math.Max(upper, _lower[variable]), true);
        return changed;
    }

    private static double Hair(double bound) => 1e-6 * Math.Max(1, Math.Abs(bound));

    private double Part(Term term, bool towardsMost) =>
        term.Coefficient * (term.Coefficient > 0 == towardsMost ? _upper : _lower)[term.Variable.Index];

    /// <summary>A sum whose infinite parts are counted, so that one part can be taken out again.</summary>
    private struct Extreme
    {
        private double _finite;
        private int _infinite;

        public void Add(double part)
        {
            if (double.IsFinite(part)) _finite += part;
            else _infinite++;
        }

        public readonly double Without(double part, double whenInfinite) =>
            double.IsFinite(part) ? _infinite == 0 ? _finite - part : whenInfinite : _infinite == 1 ? _finite : whenInfinite;
    }
}

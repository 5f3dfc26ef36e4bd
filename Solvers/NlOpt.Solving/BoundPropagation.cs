using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>The work behind <see cref="ProvenBounds"/>: each row bounds each of its variables by what the others can add up to.</summary>
internal sealed class BoundPropagation(WorkingProblem problem)
{
    // Propagation may creep towards its limit for ever; stopping early only gives wider bounds, which are still proved.
    private const int Rounds = 8;

    public double[] Lower { get; } = problem.Lower.ToArray();

    public double[] Upper { get; } = problem.Upper.ToArray();

    public bool IsEmpty { get; private set; }

    public void Run()
    {
        var changed = true;
        for (var round = 0; round < Rounds && changed; round++)
        {
            changed = false;
            for (var row = 0; row < problem.RowCount && !IsEmpty; row++) changed |= Tighten(row);
        }
    }

    private bool Tighten(int row)
    {
        var terms = problem.Row(row);
        var (least, most) = (default(Extreme), default(Extreme));
        foreach (var term in terms)
        {
            least.Add(Part(term, towardsMost: false));
            most.Add(Part(term, towardsMost: true));
        }

        // All bounds are drawn before any is applied, so that the parts taken out of the sums are those that were added.
        var drawn = new List<(int Variable, double AtLeast, double AtMost)>(terms.Length);
        foreach (var term in terms)
        {
            var atMost = (problem.RowUpper[row] - least.Without(Part(term, towardsMost: false), double.NegativeInfinity)) / term.Coefficient;
            var atLeast = (problem.RowLower[row] - most.Without(Part(term, towardsMost: true), double.PositiveInfinity)) / term.Coefficient;
            drawn.Add(term.Coefficient > 0 ? (term.Variable.Index, atLeast, atMost) : (term.Variable.Index, atMost, atLeast));
        }

        var changed = false;
        foreach (var (variable, atLeast, atMost) in drawn) changed |= Apply(variable, atLeast, atMost);
        return changed;
    }

    private bool Apply(int variable, double lower, double upper)
    {
        // A hair of slack keeps rounding errors of the arithmetic above from cutting off feasible points.
        lower -= 1e-9 * Math.Max(1, Math.Abs(lower));
        upper += 1e-9 * Math.Max(1, Math.Abs(upper));
        if (problem.IsInteger[variable]) (lower, upper) = (Math.Ceiling(lower), Math.Floor(upper));
        IsEmpty |= lower > Upper[variable] + Hair(lower) || upper < Lower[variable] - Hair(upper);
        if (IsEmpty) return false;
        var changed = false;
        if (lower > Lower[variable] + Hair(lower) && double.IsFinite(lower)) (Lower[variable], changed) = (Math.Min(lower, Upper[variable]), true);
        if (upper < Upper[variable] - Hair(upper) && double.IsFinite(upper)) (Upper[variable], changed) = (Math.Max(upper, Lower[variable]), true);
        return changed;
    }

    private static double Hair(double bound) => 1e-6 * Math.Max(1, Math.Abs(bound));

    private double Part(Term term, bool towardsMost) => term.Coefficient * (term.Coefficient > 0 == towardsMost ? Upper : Lower)[term.Variable.Index];

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

        public readonly double Without(double part, double whenInfinite)
        {
            var remaining = double.IsFinite(part) ? _infinite : _infinite - 1;
            return remaining > 0 ? whenInfinite : double.IsFinite(part) ? _finite - part : _finite;
        }
    }
}

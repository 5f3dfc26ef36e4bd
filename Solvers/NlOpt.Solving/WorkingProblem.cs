using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// A problem as a session sees it now: the model with all changes applied. Engines read it; only the session writes it. Here a missing
/// bound is an infinity, as engines want it, and bounds of integer variables are whole numbers.
/// </summary>
public sealed class WorkingProblem
{
    private const double WholeTolerance = 1e-9;

    private readonly double[] _costs;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly bool[] _isInteger;
    private readonly List<ImmutableArray<Term>> _rows;
    private readonly List<double> _rowLower;
    private readonly List<double> _rowUpper;

    private WorkingProblem(
        ObjectiveSense sense, double objectiveConstant, double[] costs, double[] lower, double[] upper, bool[] isInteger,
        IEnumerable<ImmutableArray<Term>> rows, IEnumerable<double> rowLower, IEnumerable<double> rowUpper, ImmutableArray<Indicator> indicators)
    {
        Sense = sense;
        ObjectiveConstant = objectiveConstant;
        _costs = costs;
        _lower = lower;
        _upper = upper;
        _isInteger = isInteger;
        _rows = [.. rows];
        _rowLower = [.. rowLower];
        _rowUpper = [.. rowUpper];
        Indicators = indicators;
    }

    /// <summary>The direction of optimization.</summary>
    public ObjectiveSense Sense { get; }

    /// <summary>The constant part of the objective.</summary>
    public double ObjectiveConstant { get; }

    /// <summary>Number of variables.</summary>
    public int VariableCount => _costs.Length;

    /// <summary>Number of rows, those added to the session included.</summary>
    public int RowCount => _rows.Count;

    /// <summary>Objective coefficients, one a variable; finite.</summary>
    public ReadOnlySpan<double> Costs => _costs;

    /// <summary>Lower bounds, one a variable; -infinity for none.</summary>
    public ReadOnlySpan<double> Lower => _lower;

    /// <summary>Upper bounds, one a variable; +infinity for none.</summary>
    public ReadOnlySpan<double> Upper => _upper;

    /// <summary>Whether a variable takes whole numbers only, one entry a variable.</summary>
    public ReadOnlySpan<bool> IsInteger => _isInteger;

    /// <summary>Smallest activities, one a row; -infinity for none.</summary>
    public ReadOnlySpan<double> RowLower => CollectionsMarshal.AsSpan(_rowLower);

    /// <summary>Largest activities, one a row; +infinity for none.</summary>
    public ReadOnlySpan<double> RowUpper => CollectionsMarshal.AsSpan(_rowUpper);

    /// <summary>Rows that hold when their binary variable says so.</summary>
    public ImmutableArray<Indicator> Indicators { get; }

    /// <summary>True when no variable is integer and there is no indicator.</summary>
    public bool IsLinearProgram => Indicators.IsEmpty && !_isInteger.Contains(true);

    /// <summary>The terms of a row, by ascending variable, without zeros.</summary>
    public ImmutableArray<Term> Row(int row) => _rows[row];

    /// <summary>The problem that a model states.</summary>
    public static WorkingProblem Of(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var count = model.Variables.Length;
        var costs = new double[count];
        foreach (var (variable, coefficient) in model.Objective.Expression.Terms) costs[variable.Index] = coefficient;
        var problem = new WorkingProblem(
            model.Objective.Sense, model.Objective.Expression.Constant, costs, new double[count], new double[count],
            [.. model.Variables.Select(variable => variable.Kind != VariableKind.Continuous)],
            model.Rows.Select(row => row.Expression.Terms),
            model.Rows.Select(row => row.Lower ?? double.NegativeInfinity),
            model.Rows.Select(row => row.Upper ?? double.PositiveInfinity),
            model.Indicators);
        foreach (var variable in model.Variables) problem.SetBounds(variable.Id.Index, variable.Lower, variable.Upper);
        return problem;
    }

    internal void SetBounds(int variable, double? lower, double? upper)
    {
        var (low, high) = (lower ?? double.NegativeInfinity, upper ?? double.PositiveInfinity);
        _lower[variable] = _isInteger[variable] ? Math.Ceiling(low - WholeTolerance) : low;
        _upper[variable] = _isInteger[variable] ? Math.Floor(high + WholeTolerance) : high;
    }

    internal void SetRowBounds(int row, double? lower, double? upper)
    {
        _rowLower[row] = lower ?? double.NegativeInfinity;
        _rowUpper[row] = upper ?? double.PositiveInfinity;
    }

    internal void SetCost(int variable, double cost) => _costs[variable] = cost;

    internal int AddRow(ImmutableArray<Term> terms, double lower, double upper)
    {
        _rows.Add(terms);
        _rowLower.Add(lower);
        _rowUpper.Add(upper);
        return _rows.Count - 1;
    }

    /// <summary>The same problem without indicators, to which the caller adds rows in their place.</summary>
    internal WorkingProblem WithoutIndicators() =>
        new(Sense, ObjectiveConstant, [.. _costs], [.. _lower], [.. _upper], [.. _isInteger], _rows, _rowLower, _rowUpper, []);

    /// <summary>The same feasible points, all equally good.</summary>
    internal WorkingProblem WithoutObjective() =>
        new(Sense, 0, new double[VariableCount], [.. _lower], [.. _upper], [.. _isInteger], _rows, _rowLower, _rowUpper, Indicators);

    /// <summary>
    /// The directions, at most 1 in size, in which a feasible point may go for ever, with the same objective. Where this has an optimum
    /// better than 0 and there is a feasible point, the problem is unbounded (with rational data also when variables are integer).
    /// </summary>
    internal WorkingProblem Directions() => new(
        Sense, 0, [.. _costs],
        [.. _lower.Select(bound => double.IsNegativeInfinity(bound) ? -1.0 : 0)],
        [.. _upper.Select(bound => double.IsPositiveInfinity(bound) ? 1.0 : 0)],
        new bool[VariableCount], _rows,
        _rowLower.Select(side => double.IsNegativeInfinity(side) ? side : 0),
        _rowUpper.Select(side => double.IsPositiveInfinity(side) ? side : 0), []);
}

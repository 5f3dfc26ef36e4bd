using NlOpt.Modeling;

namespace NlOpt.Solving.OrTools;

/// <summary>CLP through its C interface: the simplex method with a basis that survives changes, for programs solved again and again.</summary>
internal sealed unsafe class ClpEngine : IEngine
{
    // CLP takes what lies beyond for infinite.
    private const double Infinite = double.MaxValue;

    private const int Optimal = 0, Interrupted = 3; // statuses of CLP

    private const int NoScaling = 0, AutomaticScaling = 3;

    private nint _model;
    private int _variableCount;
    private int _rowCount;
    private bool _hasBasis;

    public Diagnostic? Load(WorkingProblem problem)
    {
        Dispose();
        _model = ClpLibrary.NewModel();
        ClpLibrary.SetLogLevel(_model, 0);
        var (starts, rows, values) = ByColumns(problem);
        var (lower, upper) = (Finite(problem.Lower), Finite(problem.Upper));
        var (rowLower, rowUpper) = (Finite(problem.RowLower), Finite(problem.RowUpper));
        fixed (int* start = starts, row = rows)
        fixed (double* value = values, low = lower, high = upper, cost = problem.Costs, rowLow = rowLower, rowHigh = rowUpper)
            ClpLibrary.LoadProblem(_model, problem.VariableCount, problem.RowCount, start, row, value, low, high, cost, rowLow, rowHigh);
        ClpLibrary.SetOptimizationDirection(_model, problem.Sense == ObjectiveSense.Maximize ? -1 : 1);
        (_variableCount, _rowCount) = (problem.VariableCount, problem.RowCount);
        _hasBasis = false;
        return null;
    }

    public bool TryUpdate(WorkingProblem problem, ProblemChanges changes)
    {
        if (_model == 0) return false;
        var lower = Column(ClpLibrary.ColumnLower(_model));
        var upper = Column(ClpLibrary.ColumnUpper(_model));
        foreach (var index in changes.Bounds) (lower[index], upper[index]) = (Finite(problem.Lower[index]), Finite(problem.Upper[index]));
        var costs = Column(ClpLibrary.Costs(_model));
        foreach (var index in changes.Costs) costs[index] = problem.Costs[index];
        var rowLower = Row(ClpLibrary.RowLower(_model));
        var rowUpper = Row(ClpLibrary.RowUpper(_model));
        foreach (var row in changes.Rows) (rowLower[row], rowUpper[row]) = (Finite(problem.RowLower[row]), Finite(problem.RowUpper[row]));
        for (; _rowCount < problem.RowCount; _rowCount++) AddRow(problem, _rowCount);
        return true;
    }

    public EngineAnswer Run(TimeSpan? timeLimit, CancellationToken cancellationToken)
    {
        if (_model == 0) throw new InvalidOperationException("Nothing has been loaded.");
        ClpLibrary.SetMaximumSeconds(_model, -1);

        // Its own limit counts the processor time of all threads together, so the wall clock is watched from outside.
        using var watch = timeLimit is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeLimit is { } limit) watch!.CancelAfter(limit);
        using (new Interruption(() => ClpLibrary.SetMaximumSeconds(_model, 0), watch?.Token ?? cancellationToken))
        {
            // New factors each time would make a good basis a poor start: unscaled, a warm solve takes a third of the iterations. Where that
            // goes wrong, the session loads the problem again and the first solve scales. What scaling left over is polished without it.
            ClpLibrary.Scaling(_model, AutomaticScaling);
            if (!_hasBasis) _ = ClpLibrary.InitialSolve(_model);
            ClpLibrary.Scaling(_model, NoScaling);
            if (_hasBasis) _ = ClpLibrary.Dual(_model, 0);
            else if (ClpLibrary.Status(_model) == Optimal) Polish();
        }

        var status = ClpLibrary.Status(_model);
        _hasBasis = status == 0;
        return status switch
        {
            0 => Read(EngineStatus.Optimal) with { DualValues = [.. Row(ClpLibrary.DualValues(_model))] },
            1 => new EngineAnswer(EngineStatus.InfeasibleOrUnbounded), // its presolve does not always tell the two apart
            2 => new EngineAnswer(EngineStatus.Unbounded),
            3 => Read(EngineStatus.Stopped),
            _ => new EngineAnswer(EngineStatus.Failed) { Detail = $"CLP ended with the status {status}." },
        };
    }

    public void Dispose()
    {
        if (_model != 0) ClpLibrary.DeleteModel(_model);
        _model = 0;
    }

    /// <summary>Solves on without scaling; where that loses the optimum, the scaled one is taken, and the result check judges it.</summary>
    private void Polish()
    {
        _ = ClpLibrary.Dual(_model, 0);
        if (ClpLibrary.Status(_model) is Optimal or Interrupted) return;
        ClpLibrary.Scaling(_model, AutomaticScaling);
        _ = ClpLibrary.InitialSolve(_model);
    }

    private EngineAnswer Read(EngineStatus status) => new(status) { Values = [.. Column(ClpLibrary.Values(_model))] };

    private Span<double> Column(double* numbers) => new(numbers, _variableCount);

    private Span<double> Row(double* numbers) => new(numbers, _rowCount);

    private void AddRow(WorkingProblem problem, int row)
    {
        var terms = problem.Row(row);
        var (lower, upper) = (Finite(problem.RowLower[row]), Finite(problem.RowUpper[row]));
        var columns = new int[terms.Length];
        var values = new double[terms.Length];
        for (var index = 0; index < terms.Length; index++) (columns[index], values[index]) = (terms[index].Variable.Index, terms[index].Coefficient);
        var starts = stackalloc int[] { 0, terms.Length };
        fixed (int* column = columns)
        fixed (double* value = values)
            ClpLibrary.AddRows(_model, 1, &lower, &upper, starts, column, value);
    }

    private static (int[] Starts, int[] Rows, double[] Values) ByColumns(WorkingProblem problem)
    {
        var starts = new int[problem.VariableCount + 1];
        for (var row = 0; row < problem.RowCount; row++)
        {
            foreach (var term in problem.Row(row)) starts[term.Variable.Index + 1]++;
        }

        for (var column = 0; column < problem.VariableCount; column++) starts[column + 1] += starts[column];
        var (rows, values, next) = (new int[starts[^1]], new double[starts[^1]], starts[..^1]);
        for (var row = 0; row < problem.RowCount; row++)
        {
            foreach (var (variable, coefficient) in problem.Row(row))
            {
                var position = next[variable.Index]++;
                (rows[position], values[position]) = (row, coefficient);
            }
        }

        return (starts, rows, values);
    }

    private static double[] Finite(ReadOnlySpan<double> numbers)
    {
        var finite = numbers.ToArray();
        for (var index = 0; index < finite.Length; index++) finite[index] = Finite(finite[index]);
        return finite;
    }

    private static double Finite(double number) => Math.Clamp(number, -Infinite, Infinite);
}

using System.Diagnostics;
using System.Globalization;
using Google.OrTools.LinearSolver;
using NlOpt.Modeling;
using NativeVariable = Google.OrTools.LinearSolver.Variable;

namespace NlOpt.Solving.OrTools;

/// <summary>GLOP, PDLP and SCIP through Google.OrTools.LinearSolver.</summary>
/// <param name="native">Name by which the library knows the engine.</param>
/// <param name="isLinear">True for engines of linear programs: they give dual values and prove optima by them.</param>
/// <param name="parameters">Parameters in the engine's own text format; empty for none.</param>
/// <param name="options">How to solve.</param>
internal sealed class LinearSolverEngine(string native, bool isLinear, string parameters, SolveOptions options) : IEngine
{
    private Solver? _solver;
    private NativeVariable[] _variables = [];
    private List<Constraint> _rows = [];
    private bool _mustReload;

    public Diagnostic? Load(WorkingProblem problem)
    {
        Dispose();
        _solver = Solver.CreateSolver(native);
        if (_solver is null) return Diagnostic.Error("solve.engine-missing", $"this build of OR-Tools has no {native}", remedy: "choose another engine");
        _solver.SuppressOutput();
        if (parameters.Length > 0 && !_solver.SetSolverSpecificParametersAsString(parameters))
            throw new InvalidOperationException($"{native} refused the parameters '{parameters}'.");
        _variables = new NativeVariable[problem.VariableCount];
        _rows = new List<Constraint>(problem.RowCount);
        var objective = _solver.Objective();
        objective.SetOptimizationDirection(problem.Sense == ObjectiveSense.Maximize);
        objective.SetOffset(problem.ObjectiveConstant);
        for (var index = 0; index < _variables.Length; index++)
        {
            _variables[index] = _solver.MakeVar(problem.Lower[index], problem.Upper[index], problem.IsInteger[index], "");
            if (problem.Costs[index] != 0) objective.SetCoefficient(_variables[index], problem.Costs[index]);
        }

        AddRows(problem);
        _mustReload = false;
        return null;
    }

    public bool TryUpdate(WorkingProblem problem, ProblemChanges changes)
    {
        if (_solver is not { } solver || _mustReload) return false;
        foreach (var index in changes.Bounds) _variables[index].SetBounds(problem.Lower[index], problem.Upper[index]);
        foreach (var index in changes.Costs) solver.Objective().SetCoefficient(_variables[index], problem.Costs[index]);
        foreach (var row in changes.Rows) _rows[row].SetBounds(problem.RowLower[row], problem.RowUpper[row]);
        AddRows(problem);
        return true;
    }

    public EngineAnswer Run(TimeSpan? timeLimit, CancellationToken cancellationToken)
    {
        var solver = _solver ?? throw new InvalidOperationException("Nothing has been loaded.");
        solver.SetTimeLimit(timeLimit is { } limit ? Math.Max(1, (long)limit.TotalMilliseconds) : 0);
        using var settings = new MPSolverParameters();
        settings.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, options.RelativeGap);
        var start = Stopwatch.GetTimestamp();
        Solver.ResultStatus status;
        using (new Interruption(() => solver.InterruptSolve(), cancellationToken)) status = solver.Solve(settings);
        var isStopped = cancellationToken.IsCancellationRequested || Stopwatch.GetElapsedTime(start) >= timeLimit;

        // SCIP adds up its time over solves until it is rebuilt, so that after a limit the next solve would stop at once.
        _mustReload = !isLinear && status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.INFEASIBLE or Solver.ResultStatus.UNBOUNDED);
        return status switch
        {
            Solver.ResultStatus.OPTIMAL => Read(EngineStatus.Optimal),
            Solver.ResultStatus.FEASIBLE => Read(EngineStatus.Stopped),
            Solver.ResultStatus.UNBOUNDED => new EngineAnswer(EngineStatus.Unbounded),
            Solver.ResultStatus.INFEASIBLE => new EngineAnswer(EngineStatus.InfeasibleOrUnbounded), // they fold the two into one
            _ when isStopped => new EngineAnswer(EngineStatus.Stopped),
            _ => new EngineAnswer(EngineStatus.Failed)
            {
                Detail = string.Create(CultureInfo.InvariantCulture, $"{native} ended with the status {status}."),
            },
        };
    }

    public void Dispose()
    {
        _solver?.Dispose();
        _solver = null;
        _variables = [];
        _rows = [];
    }

    private void AddRows(WorkingProblem problem)
    {
        for (var row = _rows.Count; row < problem.RowCount; row++)
        {
            var constraint = _solver!.MakeConstraint(problem.RowLower[row], problem.RowUpper[row], "");
            foreach (var (variable, coefficient) in problem.Row(row)) constraint.SetCoefficient(_variables[variable.Index], coefficient);
            _rows.Add(constraint);
        }
    }

    private EngineAnswer Read(EngineStatus status)
    {
        return new EngineAnswer(status)
        {
            Values = [.. _variables.Select(variable => variable.SolutionValue())],
            DualValues = isLinear && status == EngineStatus.Optimal ? [.. _rows.Select(row => row.DualValue())] : null,
            DualBound = isLinear ? null : _solver!.Objective().BestBound(),
        };
    }
}

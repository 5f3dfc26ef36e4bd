using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>The session over any <see cref="IEngine"/>.</summary>
internal sealed class EngineSession : ISolverSession
{
    private readonly EngineSolver _solver;
    private readonly Func<IEngine> _createEngine;
    private readonly Model _model;
    private readonly SolveOptions _options;
    private readonly WorkingProblem _problem;
    private readonly ProblemChanges _changes = new();
    private readonly IEngine _engine;
    private WorkingProblem? _handedOver;
    private bool _isWarm;
    private bool _hasRun;
    private bool _isDisposed;

    public EngineSession(EngineSolver solver, Func<IEngine> createEngine, Model model, SolveOptions options)
    {
        _solver = solver;
        _createEngine = createEngine;
        _model = model;
        _options = options;
        _problem = WorkingProblem.Of(model);
        _engine = createEngine();
    }

    public void SetVariableBounds(VariableId variable, double? lower, double? upper)
    {
        CheckVariable(variable);
        CheckSides(lower, upper, "bound");
        if (_model.Variables[variable.Index].Kind == VariableKind.Binary)
        {
            lower = Math.Max(lower ?? 0, 0);
            upper = Math.Min(upper ?? 1, 1);
            if (lower > upper) throw new ArgumentException($"The bounds leave the binary variable '{_model.Variables[variable.Index].Name}' no value.");
        }

        _problem.SetBounds(variable.Index, lower, upper);
        _changes.Bound(variable.Index);
    }

    public void SetRowBounds(RowId row, double? lower, double? upper)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (row.Index < 0 || row.Index >= _problem.RowCount) throw new ArgumentException($"There is no row {row.Index}.", nameof(row));
        CheckSides(lower, upper, "side");
        _problem.SetRowBounds(row.Index, lower, upper);
        _changes.Row(row.Index);
    }

    public void SetObjectiveCoefficient(VariableId variable, double coefficient)
    {
        CheckVariable(variable);
        CheckNumber(coefficient, "objective coefficient");
        _problem.SetCost(variable.Index, coefficient);
        _changes.Cost(variable.Index);
    }

    public RowId AddRow(LinearExpression expression, double? lower, double? upper)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        lower -= expression.Constant;
        upper -= expression.Constant;
        CheckSides(lower, upper, "side");
        foreach (var (variable, coefficient) in expression.Terms)
        {
            CheckVariable(variable);
            CheckNumber(coefficient, "coefficient");
        }

        return new RowId(_problem.AddRow(expression.Terms, lower ?? double.NegativeInfinity, upper ?? double.PositiveInfinity));
    }

    public SolveResult Solve(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var clock = new SolveClock(_options.TimeLimit);
        var outcome = cancellationToken.IsCancellationRequested ? new Outcome(TerminationReason.Cancelled)
            : FindEmptyDomain() is { } name ? new Outcome(TerminationReason.Infeasible) { Detail = $"No whole number lies within the bounds of '{name}'." }
            : HandOver() is { } refusal ? new Outcome(TerminationReason.Failed) { Detail = refusal.ToString() }
            : RunWarmOrFresh(clock, cancellationToken);
        return new SolveResult
        {
            Engine = _solver.Name,
            Termination = outcome.Termination,
            Limit = outcome.Limit,
            Detail = outcome.Detail,
            Primal = outcome.Primal,
            Dual = outcome.Dual,
            DualBound = outcome.DualBound,
            PrimalRay = outcome.PrimalRay,
            Duration = clock.Elapsed,
            EngineDuration = clock.EngineElapsed,
        };
    }

    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _engine.Dispose();
    }

    /// <summary>Brings the engine up to date.</summary>
    /// <returns>Null when done; else why the engine cannot take the problem as it stands.</returns>
    public Diagnostic? HandOver()
    {
        if (_handedOver is not null && !_hasRun && _changes.IsEmpty(_problem.RowCount)) return null;
        _isWarm = ReferenceEquals(_handedOver, _problem) && _engine.TryUpdate(_problem, _changes);
        if (!_isWarm)
        {
            _handedOver = null;
            var rewritten = _solver.Capabilities.NativeIndicators ? Result.Success(_problem) : IndicatorRewrite.Apply(_problem);
            if (!rewritten.TryGetValue(out var problem)) return rewritten.Diagnostics[0];
            if (_engine.Load(problem) is { } refusal) return refusal;
            _handedOver = problem;
        }

        _changes.Clear(_problem.RowCount);
        _hasRun = false;
        return null;
    }

    /// <summary>
    /// Engines at times break on what an earlier solve left behind, or call a feasible problem infeasible because of it; then they get a
    /// second chance without it.
    /// </summary>
    private Outcome RunWarmOrFresh(SolveClock clock, CancellationToken cancellationToken)
    {
        if (!_isWarm) return Run(clock, cancellationToken);
        var outcome = Run(clock, cancellationToken);
        if (outcome.Termination is not (TerminationReason.Failed or TerminationReason.Imprecise or TerminationReason.Infeasible)) return outcome;
        _handedOver = null;
        return HandOver() is null ? Run(clock, cancellationToken) : outcome;
    }

    private Outcome Run(SolveClock clock, CancellationToken cancellationToken)
    {
        _hasRun = true;
        var answer = clock.Run(_engine, cancellationToken);
        if (answer.Status is EngineStatus.Optimal or EngineStatus.Stopped)
            return ResultCheck.Check(_problem, answer, _options.RelativeGap, _solver.Capabilities.Accuracy).Because(clock, cancellationToken);
        return new SecondLook(_handedOver!, _createEngine, _solver.Capabilities.Accuracy, clock).Decide(answer, cancellationToken);
    }

    private string? FindEmptyDomain()
    {
        for (var index = 0; index < _problem.VariableCount; index++)
        {
            if (_problem.Lower[index] > _problem.Upper[index]) return _model.Variables[index].Name;
        }

        return null;
    }

    private void CheckVariable(VariableId variable)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (variable.Index < 0 || variable.Index >= _problem.VariableCount)
            throw new ArgumentException($"There is no variable {variable.Index}.", nameof(variable));
    }

    private static void CheckSides(double? lower, double? upper, string what)
    {
        if (lower is { } low) CheckNumber(low, $"lower {what}");
        if (upper is { } high) CheckNumber(high, $"upper {what}");
        if (lower > upper) throw new ArgumentException($"The lower {what} {lower} lies above the upper {what} {upper}.", nameof(lower));
    }

    private static void CheckNumber(double number, string what)
    {
        if (!ModelValidator.IsAcceptable(number))
            throw new ArgumentOutOfRangeException(what, number, $"Every number must be finite and below {ModelValidator.NumberLimit:0e0} in size; null means none.");
    }
}

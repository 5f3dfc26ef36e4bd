using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Solvers.Tests.Sddp;

/// <summary>Counts solves, and cancels after a certain one.</summary>
internal sealed class CancellingSolver(ISolver inner, int lastSolve, CancellationTokenSource cancellation) : ISolver
{
    public int Solves { get; private set; }

    public string Name => inner.Name;

    public SolverCapabilities Capabilities => inner.Capabilities;

    public Result<ISolverSession> Open(Model model, SolveOptions? options = null)
    {
        var opened = inner.Open(model, options);
        return opened.TryGetValue(out var session) ? Result.Success<ISolverSession>(new Session(this, session)) : opened;
    }

    private void Count()
    {
        if (++Solves == lastSolve) cancellation.Cancel();
    }

    private sealed class Session(CancellingSolver solver, ISolverSession session) : ISolverSession
    {
        public void SetVariableBounds(VariableId variable, double? lower, double? upper) => session.SetVariableBounds(variable, lower, upper);

        public void SetRowBounds(RowId row, double? lower, double? upper) => session.SetRowBounds(row, lower, upper);

        public void SetObjectiveCoefficient(VariableId variable, double coefficient) => session.SetObjectiveCoefficient(variable, coefficient);

        public RowId AddRow(LinearExpression expression, double? lower, double? upper) => session.AddRow(expression, lower, upper);

        public SolveResult Solve(CancellationToken cancellationToken = default)
        {
            var solved = session.Solve(cancellationToken);
            solver.Count();
            return solved;
        }

        public void Dispose() => session.Dispose();
    }
}

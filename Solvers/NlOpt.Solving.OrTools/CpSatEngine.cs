using System.Globalization;
using Google.OrTools.Sat;
using NlOpt.Modeling;

namespace NlOpt.Solving.OrTools;

/// <summary>CP-SAT: whole-number models with finite domains; indicators as they are. Every solve starts anew, so changes reload.</summary>
internal sealed class CpSatEngine(SolveOptions options) : IEngine
{
    private CpModel? _model;

    public Diagnostic? Load(WorkingProblem problem)
    {
        var translated = CpSatTranslation.Of(problem);
        _model = translated.TryGetValue(out var model) ? model : null;
        return translated.IsSuccess ? null : translated.Diagnostics[0];
    }

    public bool TryUpdate(WorkingProblem problem, ProblemChanges changes) => false;

    public EngineAnswer Run(TimeSpan? timeLimit, CancellationToken cancellationToken)
    {
        var model = _model ?? throw new InvalidOperationException("Nothing has been loaded.");
        using var solver = new CpSolver();
        solver.StringParameters = string.Create(
            CultureInfo.InvariantCulture,
            $"num_workers: {options.Threads} random_seed: {options.Seed} relative_gap_limit: {options.RelativeGap:R} catch_sigint_signal: false linearization_level: 2")
            + (timeLimit is { } limit ? string.Create(CultureInfo.InvariantCulture, $" max_time_in_seconds: {limit.TotalSeconds:R}") : "");
        CpSolverStatus status;
        using (new Interruption(solver.StopSearch, cancellationToken)) status = solver.Solve(model);
        return status switch
        {
            CpSolverStatus.Optimal => Read(solver, EngineStatus.Optimal),
            CpSolverStatus.Feasible => Read(solver, EngineStatus.Stopped),
            CpSolverStatus.Infeasible => new EngineAnswer(EngineStatus.Infeasible),
            CpSolverStatus.Unknown => new EngineAnswer(EngineStatus.Stopped),
            _ => new EngineAnswer(EngineStatus.Failed) { Detail = $"CP-SAT refused the model: {model.Validate()}" },
        };
    }

    public void Dispose() => _model = null;

    private static EngineAnswer Read(CpSolver solver, EngineStatus status) => new(status)
    {
        Values = [.. solver.Response!.Solution.Select(value => (double)value)],
        DualBound = solver.Response!.BestObjectiveBound,
    };
}

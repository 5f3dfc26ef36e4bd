using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Evaluation;

/// <summary>Solves models for execution accuracy.</summary>
internal static class ModelExecution
{
    public static ExecutionOutcome Solve(ISolver solver, Model model, SolveOptions options, CancellationToken cancellationToken)
    {
        var solved = solver.Solve(model, options, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (!solved.TryGetValue(out var result))
            return new(ExecutionStatus.Inconclusive, Detail: string.Join("; ", solved.Diagnostics));
        return result.Termination switch
        {
            TerminationReason.Optimal when result.PrimalBound is { } value => new(ExecutionStatus.Optimal, value),
            TerminationReason.Infeasible => new(ExecutionStatus.Infeasible),
            TerminationReason.Unbounded => new(ExecutionStatus.Unbounded),
            var reason => new(ExecutionStatus.Inconclusive, Detail: $"{reason}: {result.Detail}"),
        };
    }
}

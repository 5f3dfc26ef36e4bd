using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>Solving a model once, for callers that need no session.</summary>
public static class SolverExtensions
{
    /// <summary>Opens a session, solves once and disposes the session.</summary>
    /// <returns>The result, or the diagnostics of <see cref="ISolver.Open"/>.</returns>
    public static Result<SolveResult> Solve(
        this ISolver solver, Model model, SolveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        var opened = solver.Open(model, options);
        if (!opened.TryGetValue(out var session)) return Result.Failure<SolveResult>(opened.Diagnostics);
        using (session) return Result.Success(session.Solve(cancellationToken), opened.Diagnostics);
    }
}

using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>Understands, checks, lowers, solves and explains. Immutable; as safe to share between threads as its engines.</summary>
public sealed class ProblemSolver
{
    private readonly IFormulator _formulator;
    private readonly ISolver _solver;

    /// <summary>Puts engines together.</summary>
    /// <param name="formulator">Reads words.</param>
    /// <param name="solver">Solves models; choose one that gives duals for linear programs if shadow prices are wanted.</param>
    public ProblemSolver(IFormulator formulator, ISolver solver)
    {
        ArgumentNullException.ThrowIfNull(formulator);
        ArgumentNullException.ThrowIfNull(solver);
        (_formulator, _solver) = (formulator, solver);
    }

    /// <summary>Reads and solves a problem.</summary>
    /// <param name="source">The words; untrusted.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading with an exception, and solving with <see cref="TerminationReason.Cancelled"/>.</param>
    /// <returns>The solution; or errors of the reader (<c>read.*</c>), the check (<c>formulation.*</c>) or the engine (<c>solve.*</c>).</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled while reading.</exception>
    public Result<Solution> Solve(Source source, ProblemOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var read = _formulator.Formulate(source, cancellationToken);
        if (!read.TryGetValue(out var reading)) return Result.Failure<Solution>(read.Diagnostics);
        var solved = Solve(reading, options, cancellationToken);
        return solved.TryGetValue(out var solution)
            ? Result.Success(solution, [.. read.Diagnostics, .. solved.Diagnostics])
            : Result.Failure<Solution>([.. read.Diagnostics, .. solved.Diagnostics]);
    }

    /// <summary>Solves the best of some readings, and as many rivals as the options say.</summary>
    /// <returns>As for a source.</returns>
    public Result<Solution> Solve(Reading reading, ProblemOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Solve(_solver, reading, options ?? new ProblemOptions(), cancellationToken);
    }

    internal static Result<Solution> Solve(ISolver solver, Reading reading, ProblemOptions options, CancellationToken cancellationToken)
    {
        var lowering = Lowering.Lower(reading.Best, new LoweringOptions { Kinds = options.Kinds });
        if (!lowering.TryGetValue(out var lowered)) return Result.Failure<Solution>(lowering.Diagnostics);
        var solved = solver.SolveByCases(lowered.Model, options.Solver, cancellationToken);
        if (!solved.TryGetValue(out var result)) return Result.Failure<Solution>([.. lowering.Diagnostics, .. solved.Diagnostics]);

        var weighed = new WeighedQuestions(lowered, result, reading.Rivals, solver, options, cancellationToken);
        return Result.Success(Explain(lowered, result, weighed), [.. lowering.Diagnostics, .. solved.Diagnostics]);
    }

    private static Solution Explain(LoweredModel lowered, SolveResult result, WeighedQuestions weighed)
    {
        var formulation = lowered.Formulation;
        var (plan, statements) = (ImmutableArray<PlannedAmount>.Empty, ImmutableArray<StatementOutcome>.Empty);
        if (result.Primal is { } primal)
        {
            plan = [.. formulation.Variables.Select(variable =>
            {
                var amount = primal[lowered.AmountOf(variable.Id)];
                return new PlannedAmount(variable, amount, PlainSentence.OfAmount(variable, amount));
            })];
            statements = [.. formulation.Statements.Select((_, index) => StatementExplainer.Explain(lowered, index, primal, result.Dual))];
        }

        var (summary, advice) = OutcomeText.Of(lowered, result);
        return new(lowered, result, plan, statements, weighed.Rivals, weighed.Questions, summary, advice) { Consequences = weighed.Consequences };
    }
}

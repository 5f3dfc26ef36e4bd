using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>Finds out which of the user's rules contradict each other.</summary>
public static class RuleConflict
{
    /// <summary>
    /// An irreducible infeasible set of statements, by deletion: the rules of the set cannot hold together, and without any one of them the
    /// others can. Rows of one statement go together. There may be other such sets; this one prefers rules about few variables, then rules that
    /// were said early: "at least 50" against "at most 10" is easier to mend than either against a total.
    /// </summary>
    /// <param name="lowered">A model known to be infeasible.</param>
    /// <param name="solver">Solves the model once a statement.</param>
    /// <param name="options">For each single solve; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>
    /// Ascending positions in <see cref="ProblemFormulation.Statements"/>; empty when the rules do not contradict each other, or when a
    /// solve did not end clearly (a limit, a cancellation, an engine that refuses the model).
    /// </returns>
    public static ImmutableArray<int> Find(LoweredModel lowered, ISolver solver, SolveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lowered);
        ArgumentNullException.ThrowIfNull(solver);
        var kept = Enumerable.Range(0, lowered.Formulation.Statements.Length).ToHashSet();
        if (IsInfeasible(kept) != true) return [];
        foreach (var index in kept.OrderByDescending(index => Breadth(lowered, index)).ThenByDescending(index => index).ToList())
        {
            kept.Remove(index);
            switch (IsInfeasible(kept))
            {
                case null: return [];
                case false: kept.Add(index); break;
                default: break;
            }
        }

        return [.. kept.Order()];

        bool? IsInfeasible(HashSet<int> statements)
        {
            if (!solver.Solve(Restricted(lowered, statements), options, cancellationToken).TryGetValue(out var result)) return null;
            return result.Termination switch
            {
                TerminationReason.Infeasible => true,
                TerminationReason.Optimal => false,
                _ => null,
            };
        }
    }

    /// <summary>How many variables a statement concerns.</summary>
    private static int Breadth(LoweredModel lowered, int statement) => lowered.RowsOf(statement).Select(row => row.Expression)
        .Concat(lowered.IndicatorsOf(statement).Select(row => row.Expression))
        .SelectMany(expression => expression.Terms)
        .Select(term => term.Variable)
        .Distinct()
        .Count();

    /// <summary>The model with the rows of some statements only, and with nothing to optimize, so that it is either feasible or not.</summary>
    private static Model Restricted(LoweredModel lowered, HashSet<int> statements)
    {
        var builder = new ModelBuilder();
        foreach (var variable in lowered.Model.Variables) builder.AddVariable(variable.Name, variable.Kind, variable.Lower, variable.Upper);
        foreach (var row in lowered.Model.Rows)
            if (IsIn(lowered.Rows[row.Id.Index])) builder.AddRow(row.Expression, row.Lower, row.Upper);
        foreach (var (position, row) in lowered.Model.Indicators.Index())
            if (IsIn(lowered.Indicators[position])) builder.AddIndicator(row.Binary, row.ActiveValue, row.Expression, row.Lower, row.Upper);
        return builder.Build();

        bool IsIn(RowOrigin origin) => origin is not RowOrigin.OfStatement(var index) || statements.Contains(index);
    }
}

using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// A model within an engine: solve, change, solve again. Changes take effect at the next <see cref="Solve"/>; the immutable
/// <see cref="Model"/> it was opened on stays as it was. For one thread at a time; sessions do not disturb each other.
/// </summary>
public interface ISolverSession : IDisposable
{
    /// <summary>Changes the bounds of a variable. A binary variable stays within 0 and 1.</summary>
    /// <param name="variable">A variable of the model.</param>
    /// <param name="lower">Smallest value; null for none.</param>
    /// <param name="upper">Largest value; null for none.</param>
    /// <exception cref="ArgumentException">The variable is unknown, a bound is not finite or too large, or the bounds cross.</exception>
    void SetVariableBounds(VariableId variable, double? lower, double? upper);

    /// <summary>Changes the sides of a row of the model or of one added later.</summary>
    /// <param name="row">The row.</param>
    /// <param name="lower">Smallest activity; null for none.</param>
    /// <param name="upper">Largest activity; null for none.</param>
    /// <exception cref="ArgumentException">The row is unknown, a side is not finite or too large, or the sides cross.</exception>
    void SetRowBounds(RowId row, double? lower, double? upper);

    /// <summary>Changes the coefficient of a variable in the objective; its sense and constant stay.</summary>
    /// <exception cref="ArgumentException">The variable is unknown or the coefficient is not finite or too large.</exception>
    void SetObjectiveCoefficient(VariableId variable, double coefficient);

    /// <summary>Adds the row <c>lower &lt;= expression &lt;= upper</c>; the constant of the expression moves into the sides.</summary>
    /// <returns>The id of the new row: the number of rows before it.</returns>
    /// <exception cref="ArgumentException">A variable is unknown, a number is not finite or too large, or the sides cross.</exception>
    RowId AddRow(LinearExpression expression, double? lower, double? upper);

    /// <summary>Solves the model with all changes so far. Infeasible, unbounded, limits and failures are results, not exceptions.</summary>
    /// <param name="cancellationToken">
    /// Stops the engine from another thread; the result is then <see cref="TerminationReason.Cancelled"/> with the best solution so far.
    /// No <see cref="OperationCanceledException"/> is thrown.
    /// </param>
    /// <returns>What came out, checked against the model by code that does not trust the engine.</returns>
    /// <exception cref="ObjectDisposedException">The session has been disposed.</exception>
    SolveResult Solve(CancellationToken cancellationToken = default);
}

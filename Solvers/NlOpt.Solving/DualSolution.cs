using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// What the objective gains a unit of each limit: value = d objective / d limit, for minimization and maximization alike
/// (docs/decisions/0001-dual-sign.md).
/// </summary>
/// <param name="DualValues">One value a row, by id, rows added to the session included; 0 for a row that does not bind.</param>
/// <param name="ReducedCosts">
/// One value a variable, by id: its objective coefficient less the dual values times its column, which is d objective / d bound for the
/// bound it lies at; 0 for a variable between its bounds.
/// </param>
public sealed record DualSolution(ImmutableArray<double> DualValues, ImmutableArray<double> ReducedCosts)
{
    /// <summary>The dual value of a row.</summary>
    public double this[RowId row] => DualValues[row.Index];

    /// <summary>The reduced cost of a variable.</summary>
    public double this[VariableId variable] => ReducedCosts[variable.Index];
}

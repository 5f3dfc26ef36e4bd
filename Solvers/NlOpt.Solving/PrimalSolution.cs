using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>Values for all variables. Those of integer variables are exactly whole wherever rounding keeps every row.</summary>
/// <param name="ObjectiveValue">The objective at these values, its constant included; computed from the model, not by the engine.</param>
/// <param name="Values">One value a variable, by id; finite.</param>
public sealed record PrimalSolution(double ObjectiveValue, ImmutableArray<double> Values)
{
    /// <summary>The value of a variable.</summary>
    public double this[VariableId variable] => Values[variable.Index];
}

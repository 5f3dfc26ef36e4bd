using NlOpt.Modeling;

namespace NlOpt.Formulation.Rows;

/// <summary>What lowering knows about the amounts when it writes rows; lists are by decision variable.</summary>
/// <param name="Lower">Proven lower bounds, at least 0; minus infinity where rows may not use any.</param>
/// <param name="Upper">Proven upper bounds, infinite where none could be proven or may be used.</param>
/// <param name="SmallestBatches">The smallest amount that counts as doing it at all; null when unknown.</param>
/// <param name="Activities">The binary variables, by position of their decision variable, of those that need one.</param>
internal sealed record AmountFacts(
    IReadOnlyList<double> Lower,
    IReadOnlyList<double> Upper,
    IReadOnlyList<double?> SmallestBatches,
    IReadOnlyDictionary<int, VariableId> Activities)
{
    /// <summary>The binary variable of a decision variable that has one.</summary>
    public VariableId ActivityOf(DecisionVariableId variable) => Activities[variable.Index];

    /// <summary>The largest value that a sum over amounts can have; infinite where none could be proven.</summary>
    public double LargestOf(LinearExpression expression) => Extreme(expression, Upper, Lower);

    /// <summary>The smallest value that a sum over amounts can have; minus infinity where none could be proven.</summary>
    public double SmallestOf(LinearExpression expression) => Extreme(expression, Lower, Upper);

    private static double Extreme(LinearExpression expression, IReadOnlyList<double> positive, IReadOnlyList<double> negative) =>
        expression.Terms.Sum(term => term.Coefficient * (term.Coefficient > 0 ? positive : negative)[term.Variable.Index]);
}

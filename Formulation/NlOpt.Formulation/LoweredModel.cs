using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>What a variable of a lowered model stands for.</summary>
/// <param name="Variable">The decision variable concerned.</param>
/// <param name="IsActivity">False: its amount; true: the binary variable that is 1 when any of it is done.</param>
public readonly record struct VariableOrigin(DecisionVariableId Variable, bool IsActivity);

/// <summary>A model made from a formulation, and the way back.</summary>
/// <param name="Formulation">What it was made from.</param>
/// <param name="Model">The model; the amounts come first, variable by variable, then the binary variables of activities.</param>
/// <param name="Variables">What each variable of the model stands for, by variable id.</param>
/// <param name="Rows">Where each row comes from, by row id. Every statement has at least one row or indicator row.</param>
/// <param name="Indicators">Where each indicator row comes from, by position: links, and conditional limits for which no bound is proven.</param>
/// <param name="Questions">What lowering found missing; these stand beside <see cref="ProblemFormulation.Questions"/>.</param>
public sealed record LoweredModel(
    ProblemFormulation Formulation,
    Model Model,
    ImmutableArray<VariableOrigin> Variables,
    ImmutableArray<RowOrigin> Rows,
    ImmutableArray<RowOrigin> Indicators,
    ImmutableArray<Question> Questions)
{
    /// <summary>The model variable that is the amount of a decision variable.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The formulation has no such variable.</exception>
    public VariableId AmountOf(DecisionVariableId variable)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variable.Index, nameof(variable));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(variable.Index, Formulation.Variables.Length, nameof(variable));
        return new(variable.Index);
    }

    /// <summary>The binary variable that is 1 when any of a decision variable is done; null when no statement speaks of that.</summary>
    public VariableId? ActivityOf(DecisionVariableId variable)
    {
        var index = Variables.IndexOf(new VariableOrigin(variable, IsActivity: true));
        return index < 0 ? null : new VariableId(index);
    }

    /// <summary>
    /// The rows that say what a statement says, by row id; none where <see cref="IndicatorsOf"/> says all of it, which only conditional limits do.
    /// </summary>
    public IEnumerable<Row> RowsOf(int statementIndex) =>
        Model.Rows.Where(row => Rows[row.Id.Index] is RowOrigin.OfStatement(var index) && index == statementIndex);

    /// <summary>The indicator rows that say what a statement says, in their order.</summary>
    public IEnumerable<Indicator> IndicatorsOf(int statementIndex) =>
        Model.Indicators.Where((_, position) => Indicators[position] is RowOrigin.OfStatement(var index) && index == statementIndex);
}

using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Statements;

/// <summary>One amount over all variables.</summary>
/// <param name="Amount">What it is.</param>
/// <param name="Coefficients">Amount a piece, by variable; the same number object for all where it is shared.</param>
internal sealed record AmountColumn(Amount Amount, ImmutableArray<SampledNumber> Coefficients)
{
    /// <summary>Whether one number is said for all variables.</summary>
    public bool IsShared => Coefficients.Length > 1 && Coefficients.All(number => ReferenceEquals(number, Coefficients[0]));

    /// <summary>Its terms, tied to words.</summary>
    public ImmutableArray<WeightedVariable> Terms(Func<SampledNumber, SourcedNumber> tie, AmountColumn? deduction = null) =>
        [.. Coefficients.Select((number, index) => new WeightedVariable(
            new DecisionVariableId(index), tie(number), deduction is null ? null : tie(deduction.Coefficients[index])))];

    /// <summary>What a plan takes of it.</summary>
    public double Of(IReadOnlyList<double> plan) => Coefficients.Zip(plan, (number, planned) => number.Value * planned).Sum();
}

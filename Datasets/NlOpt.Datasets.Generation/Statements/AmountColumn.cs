using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Statements;

/// <summary>One amount over all variables.</summary>
/// <param name="Amount">What it is.</param>
/// <param name="Coefficients">Amount a piece, by variable; the same number object for all where it is shared; null for a thing without any, but not for all.</param>
internal sealed record AmountColumn(Amount Amount, ImmutableArray<SampledNumber?> Coefficients)
{
    /// <summary>Whether one number is said for all variables.</summary>
    public bool IsShared => Coefficients.Length > 1 && Coefficients[0] is not null && Coefficients.All(number => ReferenceEquals(number, Coefficients[0]));

    /// <summary>Its terms, tied to words.</summary>
    public ImmutableArray<WeightedVariable> Terms(Func<SampledNumber, SourcedNumber> tie, AmountColumn? deduction = null) =>
        [.. Things.Select(index => new WeightedVariable(new DecisionVariableId(index), tie(Of(index)), deduction is null ? null : tie(deduction.Of(index))))];

    /// <summary>What a plan takes of it.</summary>
    public double Of(IReadOnlyList<double> plan) => Coefficients.Zip(plan, (number, planned) => (number?.Value ?? 0) * planned).Sum();

    /// <summary>The variables that have an amount.</summary>
    public IEnumerable<int> Things => Enumerable.Range(0, Coefficients.Length).Where(index => Coefficients[index] is not null);

    /// <summary>Whether some variable has no amount.</summary>
    public bool IsPartial => Coefficients.Any(number => number is null);

    /// <summary>The amount of one piece of a variable.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public SampledNumber Of(int variable) => Coefficients[variable] ?? throw new InvalidOperationException($"Variable {variable} has no {Amount.Id}.");
}

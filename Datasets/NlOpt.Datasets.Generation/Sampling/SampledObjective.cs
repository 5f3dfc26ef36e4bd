using NlOpt.Datasets.Generation.Logic;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Datasets.Generation.Sampling;

/// <summary>What will be wanted.</summary>
/// <param name="Sense">Small or large.</param>
/// <param name="Class">What kind of amount it is.</param>
/// <param name="Column">The amounts; null for a plain count.</param>
/// <param name="Deduction">What is taken off them; null for nothing.</param>
internal sealed record SampledObjective(ObjectiveSense Sense, ObjectiveClass Class, AmountColumn? Column, AmountColumn? Deduction = null)
{
    /// <summary>The objective with its numbers tied to words.</summary>
    public ObjectiveStatement Tied(int variableCount, string name, IEnumerable<Saying> sayings, Func<SampledNumber, SourcedNumber> tie) => new(Sense, Class, name,
        Column?.Terms(tie, Deduction)
            ?? [.. Enumerable.Range(0, variableCount).Select(index => new WeightedVariable(new DecisionVariableId(index), new SourcedNumber(1)))])
    {
        FixedCharges = [.. sayings.OfType<FixedChargeSaying>().Where(saying => saying.Column is null)
            .SelectMany(saying => saying.Charges(tie, isTakenOff: Sense == ObjectiveSense.Maximize))],
        Unit = Column?.Amount.Unit?.Split('/')[^1],
    };
}

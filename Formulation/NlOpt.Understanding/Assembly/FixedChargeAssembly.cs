using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding.Clauses;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>Adds amounts that count once to what they belong to: money to a goal in money, hours to the row of hours.</summary>
internal sealed class FixedChargeAssembly(TextSpans spans, ImmutableArray<FixedChargeClause> charges)
{
    /// <summary>The goal with the charges in money; they lessen a profit and raise a cost.</summary>
    public ObjectiveStatement AddTo(ObjectiveStatement objective)
    {
        if (objective.Class is ObjectiveClass.Count or ObjectiveClass.Resource) return objective;
        var sign = objective.Sense == ObjectiveSense.Maximize ? -1 : 1;
        var money = charges.Where(charge => charge.Amount.IsMoney).DistinctBy(charge => charge.Variable).ToList();
        return money.Count == 0 ? objective : objective with
        {
            FixedCharges = [.. money.Select(charge => Of(charge, sign))],
            Evidence = StatementAssembly.Distinct([.. objective.Evidence, .. money.Select(Evidence)]),
        };
    }

    /// <summary>The statement with the charges in what it measures.</summary>
    public Statement AddTo(Statement statement)
    {
        if (statement is not Statement.WeightedSum { Unit: { } unit } sum) return statement;
        var units = Tokenizer.Tokenize(unit).Select(token => token.Stem).ToHashSet();
        var own = charges.Where(charge => !charge.Amount.IsMoney && NounOf(charge.Amount) is { } noun
            && units.Contains(noun)).DistinctBy(charge => charge.Variable).ToList();
        return own.Count == 0 ? statement : sum with
        {
            FixedCharges = [.. own.Select(charge => Of(charge, 1))],
            Evidence = StatementAssembly.Distinct([.. sum.Evidence, .. own.Select(Evidence)]),
        };
    }

    private FixedCharge Of(FixedChargeClause charge, int sign) =>
        new(new DecisionVariableId(charge.Variable), new SourcedNumber(sign * charge.Amount.Value, spans.Number(charge.Amount)));

    private Evidence Evidence(FixedChargeClause charge) => spans.Of(charge.First, charge.End);

    private string? NounOf(Quantity amount) => amount.End < spans.Tokens.Length
        && spans.Tokens[amount.End].IsWord ? spans.Tokens[amount.End].Stem : null;
}

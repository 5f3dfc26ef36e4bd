using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Logic;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Statements;

/// <summary>A limit of what all things take or give together.</summary>
/// <param name="Column">The amounts.</param>
/// <param name="Limit">The limit.</param>
internal sealed record RowSaying(AmountColumn Column, SampledLimit Limit) : Saying
{
    /// <summary>What is added once for things done at all; null for nothing.</summary>
    public FixedChargeSaying? Charges { get; init; }

    /// <inheritdoc/>
    public override string Section => "row-" + Limit.Suffix;

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie) =>
        [new Statement.WeightedSum(Column.Terms(tie), Limit.Tied(tie))
        {
            Unit = UnitOf(Column.Amount),
            FixedCharges = [.. Charges?.Charges(tie, isTakenOff: false) ?? []],
        }];

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        var amount = Column.Amount;
        words.Numbers(scope, Limit);
        scope.Set("limit", draft => words.Quantity(draft, amount, Limit.Number, MarkKind.Limit, withWhat: amount.Flow is not (AmountFlow.Earns or AmountFlow.Costs)));
        scope.Set("limit-short", draft => words.Quantity(draft, amount, Limit.Number, MarkKind.Limit, withWhat: false));
        scope.Set("number", draft => words.Plain(draft, Limit.Number, MarkKind.Limit));
        scope.Set("what", draft => words.What(draft, amount));
        if (words.Doer(amount) is { } doer) scope.Set("doer", doer);
        if (Limit.High is { } high)
        {
            scope.Set("high-limit", draft => words.Quantity(draft, amount, high, MarkKind.Limit, withWhat: true));
            scope.Set("high-short", draft => words.Quantity(draft, amount, high, MarkKind.Limit, withWhat: false));
        }

        scope.Know("is-uses", amount.Flow == AmountFlow.Uses).Know("is-gives", amount.Flow == AmountFlow.Gives).Know("is-emits", amount.Flow == AmountFlow.Emits)
            .Know("is-costs", amount.Flow == AmountFlow.Costs).Know("is-earns", amount.Flow == AmountFlow.Earns)
            .Know("is-counted", amount.Unit is null).Know("has-unit", amount.Unit is not null)
            .Know("is-money", amount.Flow is AmountFlow.Costs or AmountFlow.Earns).Know("is-stuff", amount.Flow is not (AmountFlow.Costs or AmountFlow.Earns));
    }

    private static string UnitOf(Amount amount) => amount.Unit?.Split('/')[^1] ?? amount.What.Split('/')[^1];
}

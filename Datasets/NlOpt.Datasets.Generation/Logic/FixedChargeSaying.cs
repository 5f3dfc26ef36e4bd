using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>
/// Amounts that count once for things done at all: money in the objective, or an amount of a limited column. It says no statement of its own:
/// its charges belong to the objective or to the row.
/// </summary>
/// <param name="Things">The things with a charge, one or all.</param>
/// <param name="Amounts">What is charged, by thing.</param>
/// <param name="Column">The column it adds to; null for the money of the objective.</param>
internal sealed record FixedChargeSaying(ImmutableArray<int> Things, ImmutableArray<SampledNumber> Amounts, AmountColumn? Column) : Saying
{
    /// <inheritdoc/>
    public override string Section => Column is not null ? "fixed-use" : Things.Length == 1 ? "fixed-charge" : "fixed-charges";

    /// <inheritdoc/>
    public override string TemplateForm => LogicMix.FixedCharge;

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie) => [];

    /// <summary>The charges.</summary>
    /// <param name="tie">Ties numbers to words.</param>
    /// <param name="isTakenOff">Whether they lessen the sum, as costs lessen a profit.</param>
    public IEnumerable<FixedCharge> Charges(Func<SampledNumber, SourcedNumber> tie, bool isTakenOff) => Things.Select((thing, index) =>
    {
        var amount = tie(Amounts[index]);
        return new FixedCharge(Id(thing), isTakenOff ? amount with { Value = -amount.Value } : amount);
    });

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        ActivityWords.Fill(scope, words, Things);
        if (Column is { } column)
        {
            scope.Set("quantity", draft => words.Quantity(draft, column.Amount, Amounts[0], MarkKind.Parameter, withWhat: true));
            return;
        }

        scope.Set("charge", words.Problem.Family.FixedCharge);
        scope.Set("money", draft => Money(draft, words, 0));
        scope.Set("each-money", draft => words.List(draft, Things.Length, "and", (item, index) =>
        {
            Money(item, words, index);
            item.Write(" for ");
            words.Names.Name(item, Things[index], isPlural: true);
        }));
    }

    private void Money(TextDraft draft, ProblemWords words, int index) =>
        words.NumberOf(draft, words.Problem.Objective.Column!.Amount, Amounts[index], MarkKind.Parameter);
}

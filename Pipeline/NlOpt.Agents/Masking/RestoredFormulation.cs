using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Agents.Masking;

/// <summary>Puts names, numbers and places of the original into formulations of the masked text.</summary>
internal sealed class RestoredFormulation(MaskedText text)
{
    /// <summary>The formulation of the original.</summary>
    public ProblemFormulation Of(ProblemFormulation masked) => masked with
    {
        Source = text.Original,
        Variables = Named(masked.Variables),
        Objective = masked.Objective with
        {
            Name = text.Restore(masked.Objective.Name),
            Unit = Text(masked.Objective.Unit),
            Terms = Terms(masked.Objective.Terms),
            FixedCharges = Charges(masked.Objective.FixedCharges),
            Constant = Number(masked.Objective.Constant),
            Evidence = Spans(masked.Objective.Evidence),
        },
        Statements = [.. masked.Statements.Select(Statement)],
        Ledger = [.. masked.Ledger.Select(entry => entry with
        {
            Evidence = text.Restore(entry.Evidence),
            Value = text.Restore(new SourcedNumber(entry.Value, entry.Evidence)).Value,
            // What a conversion says of masked numbers says nothing of these.
            Note = null,
        })],
        Questions = [.. masked.Questions.Select(question => question with
        {
            Text = text.Restore(question.Text),
            Quote = question.Quote is { } quote ? text.Restore(quote) : null,
            Options = [.. question.Options.Select(text.Restore)],
        })],
    };

    private ImmutableArray<DecisionVariable> Named(ImmutableArray<DecisionVariable> variables)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. variables.Select(variable =>
        {
            var name = text.Restore(variable.Name);
            while (!names.Add(name)) name += "'";
            return variable with
            {
                Name = name,
                Mentions = Spans(variable.Mentions),
                Unit = Text(variable.Unit),
                SmallestBatch = Number(variable.SmallestBatch),
            };
        })];
    }

    private Statement Statement(Statement statement)
    {
        Statement restored = statement switch
        {
            Statement.SingleVariable single => single with { Limit = Limit(single.Limit) },
            Statement.Sum sum => sum with { Limit = Limit(sum.Limit) },
            Statement.WeightedSum sum => sum with { Terms = Terms(sum.Terms), FixedCharges = Charges(sum.FixedCharges), Limit = Limit(sum.Limit), Unit =
                Text(sum.Unit) },
            Statement.Proportion proportion => proportion with { Share = Limit(proportion.Share) },
            Statement.Comparison comparison => comparison with { Factor = text.Restore(comparison.Factor) },
            Statement.SumComparison comparison =>
                comparison with { Factor = text.Restore(comparison.Factor), Difference = Number(comparison.Difference) },
            Statement.ConditionalLimit conditional => conditional with
            {
                Terms = Terms(conditional.Terms), Limit = Limit(conditional.Limit), Unit = Text(conditional.Unit),
            },
            Statement.Cardinality choice => choice with { Count = Limit(choice.Count) },
            _ => statement,
        };
        return restored with { Evidence = Spans(statement.Evidence) };
    }

    private Limit Limit(Limit limit) => limit switch
    {
        Formulation.Limit.AtMost(var number) => new Limit.AtMost(text.Restore(number)),
        Formulation.Limit.AtLeast(var number) => new Limit.AtLeast(text.Restore(number)),
        Formulation.Limit.Exactly(var number) => new Limit.Exactly(text.Restore(number)),
        Formulation.Limit.Between(var low, var high) => new Limit.Between(text.Restore(low), text.Restore(high)),
        _ => throw new ArgumentException($"Unknown limit {limit.GetType().Name}.", nameof(limit)),
    };

    private ImmutableArray<WeightedVariable> Terms(ImmutableArray<WeightedVariable> terms) =>
        [.. terms.Select(term => term with { Coefficient = text.Restore(term.Coefficient), Deduction = Number(term.Deduction) })];

    private ImmutableArray<FixedCharge> Charges(ImmutableArray<FixedCharge> charges) =>
        [.. charges.Select(charge => charge with { Amount = text.Restore(charge.Amount) })];

    private SourcedNumber? Number(SourcedNumber? number) => number is { } known ? text.Restore(known) : null;

    private ImmutableArray<Evidence> Spans(ImmutableArray<Evidence> spans) => [.. spans.Select(text.Restore)];

    private string? Text(string? words) => words is null ? null : text.Restore(words);
}

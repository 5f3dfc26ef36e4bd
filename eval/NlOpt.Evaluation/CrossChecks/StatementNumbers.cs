using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>Statements with one number or direction changed.</summary>
internal static class StatementNumbers
{
    /// <summary>The statement with other numbers.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="change">Gives the new number of an old one and its position in <see cref="Statement.Numbers"/>.</param>
    public static Statement Replace(Statement statement, Func<SourcedNumber, int, SourcedNumber> change)
    {
        var position = 0;
        return statement switch
        {
            Statement.SingleVariable single => single with { Limit = OfLimit(single.Limit) },
            Statement.Sum sum => sum with { Limit = OfLimit(sum.Limit) },
            Statement.WeightedSum sum => OfSum(sum),
            Statement.Proportion proportion => proportion with { Share = OfLimit(proportion.Share) },
            Statement.Comparison comparison => comparison with { Factor = Next(comparison.Factor) },
            Statement.SumComparison comparison => comparison with
            {
                Factor = Next(comparison.Factor),
                Difference = comparison.Difference is { } difference ? Next(difference) : null,
            },
            Statement.ConditionalLimit conditional => OfConditional(conditional),
            Statement.Cardinality choice => choice with { Count = OfLimit(choice.Count) },
            _ => statement,
        };

        SourcedNumber Next(SourcedNumber number) => change(number, position++);

        Statement.WeightedSum OfSum(Statement.WeightedSum sum)
        {
            var terms = OfTerms(sum.Terms);
            ImmutableArray<FixedCharge> charges = [.. sum.FixedCharges.Select(charge => charge with { Amount = Next(charge.Amount) })];
            return sum with { Terms = terms, FixedCharges = charges, Limit = OfLimit(sum.Limit) };
        }

        Statement.ConditionalLimit OfConditional(Statement.ConditionalLimit conditional)
        {
            var terms = OfTerms(conditional.Terms);
            return conditional with { Terms = terms, Limit = OfLimit(conditional.Limit) };
        }

        ImmutableArray<WeightedVariable> OfTerms(ImmutableArray<WeightedVariable> terms) => [.. terms.Select(term =>
        {
            var coefficient = Next(term.Coefficient);
            return term with { Coefficient = coefficient, Deduction = term.Deduction is { } deduction ? Next(deduction) : null };
        })];

        Limit OfLimit(Limit limit) => limit switch
        {
            Limit.AtMost(var most) => new Limit.AtMost(Next(most)),
            Limit.AtLeast(var least) => new Limit.AtLeast(Next(least)),
            Limit.Exactly(var exact) => new Limit.Exactly(Next(exact)),
            Limit.Between(var low, var high) => new Limit.Between(Next(low), Next(high)),
            _ => throw new ArgumentException($"Unknown limit {limit.GetType().Name}.", nameof(statement)),
        };
    }

    /// <summary>The statement with its direction turned round; null where it has none.</summary>
    public static Statement? Turned(Statement statement) => statement switch
    {
        Statement.SingleVariable single when Turned(single.Limit) is { } limit => single with { Limit = limit },
        Statement.Sum sum when Turned(sum.Limit) is { } limit => sum with { Limit = limit },
        Statement.WeightedSum sum when Turned(sum.Limit) is { } limit => sum with { Limit = limit },
        Statement.Proportion proportion when Turned(proportion.Share) is { } share => proportion with { Share = share },
        Statement.ConditionalLimit conditional when Turned(conditional.Limit) is { } limit => conditional with { Limit = limit },
        Statement.Cardinality choice when Turned(choice.Count) is { } count => choice with { Count = count },
        Statement.Comparison comparison when Turned(comparison.Operator) is { } turned => comparison with { Operator = turned },
        Statement.SumComparison comparison when Turned(comparison.Operator) is { } turned => comparison with { Operator = turned },
        Statement.Implication implication => implication with { If = implication.Then, Then = implication.If },
        _ => null,
    };

    private static Limit? Turned(Limit limit) => limit switch
    {
        Limit.AtMost(var number) => new Limit.AtLeast(number),
        Limit.AtLeast(var number) => new Limit.AtMost(number),
        _ => null,
    };

    private static ComparisonOperator? Turned(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.AtMost => ComparisonOperator.AtLeast,
        ComparisonOperator.AtLeast => ComparisonOperator.AtMost,
        _ => null,
    };
}

using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>A statement with the decoded rows that it says.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Rows">One row, or the lower and the upper one of a range.</param>
internal sealed record AssembledStatement(Statement Statement, IReadOnlyList<DecodedRow> Rows);

/// <summary>Makes typed statements from the rows of a reading.</summary>
internal sealed class StatementAssembly(DecodedReading reading, TextSpans spans)
{
    // Two bounds become one range without the words for it only when both directions are as good as sure.
    private const double SureDirection = 0.8;

    private readonly int _count = reading.Context.Count;

    /// <summary>The statements in the order of the text; what is said twice stands once, with the words of both places.</summary>
    public List<AssembledStatement> Statements()
    {
        var groups = reading.Rows.Where(IsSayable).GroupBy(row => row.Signature).Select(same => same.ToList()).ToList();
        var statements = new List<AssembledStatement>();
        while (groups.Count > 0)
        {
            var (rows, row) = (groups[0], groups[0][0]);
            groups.RemoveAt(0);
            var partner = groups.Find(other => AreRange(row, other[0]));
            if (partner is not null) groups.Remove(partner);
            IReadOnlyList<DecodedRow> said = partner is null ? [row] : [row, partner[0]];
            var limit = partner is null ? LimitOf(row) : new Limit.Between(Number(row), Number(partner[0]));
            var evidence = Distinct(rows.Concat(partner ?? []).SelectMany(Evidence));
            statements.Add(new AssembledStatement(Of(row, limit) with { Evidence = evidence, Probability = said.Min(Probability) }, said));
        }

        return statements;
    }

    /// <summary>A number with its words.</summary>
    public SourcedNumber Number(NumberContext number) => new(number.Value, spans.Number(number.Quantity));

    /// <summary>The terms of a column; variables without coefficient have none.</summary>
    public ImmutableArray<WeightedVariable> Terms(NumberContext?[] column) =>
    [
        .. from variable in Enumerable.Range(0, column.Length)
           where column[variable] is not null
           select new WeightedVariable(new DecisionVariableId(variable), Number(column[variable]!)),
    ];

    /// <summary>What a column is measured in: the currency, else the noun behind its limit or its amounts; null when nothing says it.</summary>
    public string? Unit(NumberContext?[] column, NumberContext? limit)
    {
        var numbers = column.OfType<NumberContext>().Distinct().ToList();
        var money = numbers.Prepend(limit).FirstOrDefault(number => number is { Quantity.IsMoney: true });
        if (money is not null) return spans.Currency(money.Quantity);
        if (numbers.Exists(number => number.Quantity.IsPercent)) return null;
        return numbers.Prepend(limit).OfType<NumberContext>().Select(number => AmountNoun.Of(reading.Context, number, spans)).FirstOrDefault(noun => noun is not null);
    }

    /// <summary>Product of the probabilities of the decisions behind a column.</summary>
    public double Probability(NumberContext?[] column) => column.OfType<NumberContext>().Distinct()
        .Aggregate(1.0, (product, number) => product * reading.RoleProbabilities[number.Position] * reading.AttachmentProbabilities[number.Position]);

    /// <summary>The clauses of the numbers of a column that lie outside the first ones.</summary>
    public IEnumerable<Evidence> Evidence(NumberContext?[] column) => column.OfType<NumberContext>().Select(number => spans.Clause(number.First));

    /// <summary>Spans without repetition and without those inside an earlier one.</summary>
    public static ImmutableArray<Evidence> Distinct(IEnumerable<Evidence> spans)
    {
        var kept = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var span in spans)
            if (!kept.Any(other => other.Turn == span.Turn && other.Start <= span.Start && span.End <= other.End)) kept.Add(span);
        return kept.ToImmutable();
    }

    /// <summary>A share of one variable in itself says nothing.</summary>
    private bool IsSayable(DecodedRow row) => row.Kind != LimitKind.Ratio || _count > 1;

    private Statement Of(DecodedRow row, Limit limit) => row.Kind switch
    {
        LimitKind.Sum when _count > 1 => new Statement.Sum(All(), limit),
        LimitKind.Sum => new Statement.SingleVariable(new DecisionVariableId(0), limit),
        LimitKind.Bound => new Statement.SingleVariable(new DecisionVariableId(row.Variable), limit),
        LimitKind.Ratio => new Statement.Proportion([new DecisionVariableId(row.Variable)], All(), limit),
        LimitKind.Column => new Statement.WeightedSum(Terms(row.Terms!), limit) { Unit = Unit(row.Terms!, row.Number) },
        _ => new Statement.Comparison(
            new DecisionVariableId(row.Variable),
            LimitWording.IsExact(spans.Tokens, row.Span.First) ? ComparisonOperator.Equal : row.IsAtLeast ? ComparisonOperator.AtLeast : ComparisonOperator.AtMost,
            row.Number is { } factor ? Number(factor) : new SourcedNumber(1),
            new DecisionVariableId(row.Other)),
    };

    private ImmutableArray<DecisionVariableId> All() => [.. Enumerable.Range(0, _count).Select(variable => new DecisionVariableId(variable))];

    private SourcedNumber Number(DecodedRow row) => row.Number is { } number ? Number(number) : new SourcedNumber(1);

    private Limit LimitOf(DecodedRow row)
    {
        if (LimitWording.IsExact(spans.Tokens, row.Span.First)) return new Limit.Exactly(Number(row));
        return row.IsAtLeast ? new Limit.AtLeast(Number(row)) : new Limit.AtMost(Number(row));
    }

    private bool AreRange(DecodedRow low, DecodedRow high)
    {
        if (low.Number is not { } first || high.Number is not { } second || low.Kind is LimitKind.Multiple or LimitKind.Comparison) return false;
        if (low.Kind != high.Kind || low.Variable != high.Variable || !AreSame(low.Terms, high.Terms)) return false;
        if (first.Sentence != second.Sentence || second.Position != first.Position + 1 || first.Value >= second.Value) return false;
        var isCertain = low.IsAtLeast && !high.IsAtLeast && low.OperatorProbability >= SureDirection && high.OperatorProbability >= SureDirection;
        return isCertain || LimitWording.IsRange(spans.Tokens, first.Quantity, second.Quantity);
    }

    private static bool AreSame(NumberContext?[]? left, NumberContext?[]? right) =>
        left is null || right is null ? left is null && right is null : left.AsSpan().SequenceEqual(right);

    private IEnumerable<Evidence> Evidence(DecodedRow row) =>
        row.Terms is null ? [spans.Clause(row.Span.First)] : [spans.Clause(row.Span.First), .. Evidence(row.Terms)];

    private double Probability(DecodedRow row)
    {
        var limit = row.Number is { } number ? reading.RoleProbabilities[number.Position] : 1;
        return limit * row.TargetProbability * row.OperatorProbability * (row.Terms is { } terms ? Probability(terms) : 1);
    }
}

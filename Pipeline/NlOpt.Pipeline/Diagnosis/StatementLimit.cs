using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>The number of a statement that can be moved: its limit, its share, its count, its factor or its difference.</summary>
internal static class StatementLimit
{
    private const double Hair = 1e-6;
    private const int Digits = 4;

    /// <summary>The limit; a comparison has one on its difference or, where none was said, on its factor. Null for logic, which has none.</summary>
    public static Limit? Of(Statement statement) => statement switch
    {
        Statement.SingleVariable(_, var limit) => limit,
        Statement.Sum(_, var limit) => limit,
        Statement.WeightedSum(_, var limit) => limit,
        Statement.Proportion(_, _, var share) => share,
        Statement.ConditionalLimit(_, _, var limit) => limit,
        Statement.Cardinality(_, var count) => count,
        Statement.Comparison comparison => Compared(comparison.Operator, comparison.Factor),
        Statement.SumComparison comparison => Compared(comparison.Operator, comparison.Difference ?? comparison.Factor),
        _ => null,
    };

    /// <summary>The statement with another limit of the same kind.</summary>
    public static Statement With(Statement statement, Limit limit) => statement switch
    {
        Statement.SingleVariable single => single with { Limit = limit },
        Statement.Sum sum => sum with { Limit = limit },
        Statement.WeightedSum sum => sum with { Limit = limit },
        Statement.Proportion proportion => proportion with { Share = limit },
        Statement.ConditionalLimit conditional => conditional with { Limit = limit },
        Statement.Cardinality cardinality => cardinality with { Count = limit },
        Statement.Comparison comparison => comparison with { Factor = limit.Numbers.First() },
        Statement.SumComparison { Difference: not null } comparison => comparison with { Difference = limit.Numbers.First() },
        Statement.SumComparison comparison => comparison with { Factor = limit.Numbers.First() },
        _ => throw new ArgumentException($"Statements of the case {statement.GetType().Name} have no limit.", nameof(statement)),
    };

    /// <summary>True when the limit multiplies amounts, so that moving it moves no side of a row.</summary>
    public static bool IsRatio(Statement statement) =>
        statement is Statement.Proportion or Statement.Comparison or Statement.SumComparison { Difference: null };

    /// <summary>The two sums whose ratio is limited.</summary>
    public static (ImmutableArray<DecisionVariableId> Over, ImmutableArray<DecisionVariableId> Under) RatioOf(Statement statement) => statement switch
    {
        Statement.Proportion proportion => (proportion.Part, proportion.Whole),
        Statement.Comparison comparison => ([comparison.Left], [comparison.Right]),
        Statement.SumComparison comparison => (comparison.Left, comparison.Right),
        _ => throw new ArgumentException($"Statements of the case {statement.GetType().Name} limit no ratio.", nameof(statement)),
    };

    /// <summary>What the limit limits, under a plan; null when it limits nothing there.</summary>
    public static double? AmountOf(Statement statement, LoweredModel lowered, PrimalSolution primal)
    {
        double Sum(ImmutableArray<DecisionVariableId> variables) => variables.Sum(variable => primal[lowered.AmountOf(variable)]);
        if (statement is Statement.SumComparison { Difference: not null } comparison)
            return Sum(comparison.Left) - comparison.Factor.Value * Sum(comparison.Right);
        if (!IsRatio(statement)) return StatementExplainer.ActivityOf(statement, lowered, primal);
        var (over, under) = RatioOf(statement);
        return Sum(under) is var whole && Math.Abs(whole) <= Hair ? null : Sum(over) / whole;
    }

    /// <summary>The limit moved just as far as an amount needs.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="amount">What has to fit.</param>
    /// <param name="isRounded">Whether to round to the side that fits.</param>
    public static Limit Moved(Limit limit, double amount, bool isRounded)
    {
        SourcedNumber Up() => new(isRounded ? Rounded(amount, Math.Ceiling, -1) : amount);
        SourcedNumber Down() => new(isRounded ? Rounded(amount, Math.Floor, +1) : amount);
        return limit switch
        {
            Limit.AtMost(var most) when amount > most.Value => new Limit.AtMost(Up()),
            Limit.AtLeast(var least) when amount < least.Value => new Limit.AtLeast(Down()),
            Limit.Exactly => new Limit.Exactly(new(Tidy(amount))),
            Limit.Between(var low, var high) when amount < low.Value => new Limit.Between(Down(), high),
            Limit.Between(var low, var high) when amount > high.Value => new Limit.Between(low, Up()),
            _ => limit,
        };
    }

    private static double Rounded(double number, Func<double, double> round, int towards)
    {
        var tidy = Tidy(number);
        if (tidy == Math.Round(tidy)) return tidy;
        var scale = Math.Pow(10, Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(tidy))), 0, 12));
        return round(tidy * scale + towards * Hair) / scale;
    }

    /// <summary>A number without the noise of the engine.</summary>
    private static double Tidy(double number) =>
        Math.Abs(number - Math.Round(number)) <= Hair * Math.Max(1, Math.Abs(number)) ? Math.Round(number) : Math.Round(number, 9);

    private static Limit Compared(ComparisonOperator comparison, SourcedNumber number) => comparison switch
    {
        ComparisonOperator.AtMost => new Limit.AtMost(number),
        ComparisonOperator.AtLeast => new Limit.AtLeast(number),
        _ => new Limit.Exactly(number),
    };
}

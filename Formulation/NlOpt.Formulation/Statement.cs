using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>
/// One thing the user said that restricts the plan, typed by what it says and not by its words. A closed union; the template
/// (see the table of templates) follows from the case and its limit. Numbers in brackets are the classes of Li, Zhang and Mak-Hau (2023).
/// </summary>
public abstract record Statement
{
    private Statement()
    {
    }

    /// <summary>Every span that says it, in order; the first holds the statement itself. Empty when it was not said in words.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Probability in [0, 1] that it was understood rightly.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Every number of the statement, coefficients before limits.</summary>
    public IEnumerable<SourcedNumber> Numbers => this switch
    {
        SingleVariable(_, var limit) => limit.Numbers,
        Sum(_, var limit) => limit.Numbers,
        WeightedSum sum => [.. sum.Terms.SelectMany(term => term.Numbers), .. sum.FixedCharges.Select(charge => charge.Amount), .. sum.Limit.Numbers],
        Proportion(_, _, var share) => share.Numbers,
        Comparison comparison => [comparison.Factor],
        SumComparison { Difference: { } difference } comparison => [comparison.Factor, difference],
        SumComparison comparison => [comparison.Factor],
        Cardinality(_, var count) => count.Numbers,
        ConditionalLimit(_, var terms, var limit) => [.. terms.SelectMany(term => term.Numbers), .. limit.Numbers],
        _ => [],
    };

    /// <summary>Limits one variable: <c>x &lt;= b</c> (1), <c>x &gt;= b</c> (5), equality and range.</summary>
    public sealed record SingleVariable(DecisionVariableId Variable, Limit Limit) : Statement;

    /// <summary>Limits a plain sum: <c>sum x_i &lt;= b</c> (2), <c>&gt;= b</c> (6), equality and range.</summary>
    /// <param name="Variables">The summed variables, at least two of them, without repetition.</param>
    /// <param name="Limit">The limit.</param>
    public sealed record Sum(ImmutableArray<DecisionVariableId> Variables, Limit Limit) : Statement;

    /// <summary>Limits a weighted sum: <c>sum a_i x_i &lt;= b</c> (3), <c>&gt;= b</c> (7), equality and range.</summary>
    /// <param name="Terms">The terms, each variable at most once.</param>
    /// <param name="Limit">The limit.</param>
    public sealed record WeightedSum(ImmutableArray<WeightedVariable> Terms, Limit Limit) : Statement
    {
        /// <summary>Amounts that are added once for things done at all, as the time to set a machine up; each variable at most once.</summary>
        public ImmutableArray<FixedCharge> FixedCharges { get; init; } = [];

        /// <summary>Unit of the limited amount, for example <c>hours</c> or <c>$</c>; null when unknown.</summary>
        public string? Unit { get; init; }
    }

    /// <summary>Limits the share of a part in a whole: <c>sum_part x &lt;= c sum_whole x</c> (4), <c>&gt;=</c> (8), equality and range.</summary>
    /// <param name="Part">The variables of the part, a subset of the whole.</param>
    /// <param name="Whole">The variables of the whole.</param>
    /// <param name="Share">The limit of the share, a fraction in [0, 1].</param>
    public sealed record Proportion(ImmutableArray<DecisionVariableId> Part, ImmutableArray<DecisionVariableId> Whole, Limit Share) : Statement;

    /// <summary>Compares two variables: <c>left op factor * right</c> (9).</summary>
    /// <param name="Left">The compared variable.</param>
    /// <param name="Operator">How it compares.</param>
    /// <param name="Factor">The multiple of the right variable, positive; without evidence and 1 where none was said.</param>
    /// <param name="Right">The variable it is compared with.</param>
    public sealed record Comparison(DecisionVariableId Left, ComparisonOperator Operator, SourcedNumber Factor, DecisionVariableId Right) : Statement;

    /// <summary>
    /// Compares two plain sums: <c>sum_left x op factor * sum_right x + difference</c>. Single against single without a difference is a
    /// <see cref="Comparison"/>.
    /// </summary>
    /// <param name="Left">The compared variables, at least one, without repetition.</param>
    /// <param name="Operator">How they compare.</param>
    /// <param name="Factor">The multiple of the right sum, positive; without evidence and 1 where none was said.</param>
    /// <param name="Right">The variables they are compared with, at least one, none of the left side.</param>
    /// <param name="Difference">What is added on the right, negative for less; null where no difference was said.</param>
    public sealed record SumComparison(
        ImmutableArray<DecisionVariableId> Left,
        ComparisonOperator Operator,
        SourcedNumber Factor,
        ImmutableArray<DecisionVariableId> Right,
        SourcedNumber? Difference = null) : Statement;

    /// <summary>If some activities then others: <c>y_if &lt;= y_then</c> (10) and its forms with "and" and "or" on either side.</summary>
    /// <param name="If">The condition.</param>
    /// <param name="Then">What follows; no variable of the condition.</param>
    public sealed record Implication(ActivityGroup If, ActivityGroup Then) : Statement
    {
        /// <summary>An implication between two single activities.</summary>
        public static Implication Of(Activity condition, Activity consequence) => new(ActivityGroup.Of(condition), ActivityGroup.Of(consequence));
    }

    /// <summary>One activity if and only if another: <c>y_left = y_right</c>.</summary>
    public sealed record Equivalence(Activity Left, Activity Right) : Statement;

    /// <summary>An activity that must be: a thing of which there must be some, or none.</summary>
    public sealed record ActivityRequirement(Activity Activity) : Statement;

    /// <summary>
    /// If an activity then a limit on a weighted sum. Where the sum is the thing of the activity itself, it is semi-continuous: none of it, or
    /// an amount within the limit; otherwise a threshold, as in "if they make any A, they must make at least 50 B".
    /// </summary>
    /// <param name="If">The condition.</param>
    /// <param name="Terms">The terms, each variable at most once; coefficients of a plain sum are 1 without evidence.</param>
    /// <param name="Limit">The limit that then holds.</param>
    public sealed record ConditionalLimit(Activity If, ImmutableArray<WeightedVariable> Terms, Limit Limit) : Statement
    {
        /// <summary>Unit of the limited amount where the terms are weighted; null when unknown or when they are not.</summary>
        public string? Unit { get; init; }

        /// <summary>True when the limit is one of the amount of the activity itself.</summary>
        public bool IsSemiContinuous => If.IsActive && Terms is [{ Value: 1 } term] && term.Variable == If.Variable;

        /// <summary>What holds under the condition, as a statement of its own.</summary>
        public Statement Consequence => (Terms.Length, Terms.All(term => term is { Value: 1, Coefficient.Evidence: null })) switch
        {
            (1, true) => new SingleVariable(Terms[0].Variable, Limit),
            (_, true) => new Sum([.. Terms.Select(term => term.Variable)], Limit),
            _ => new WeightedSum(Terms, Limit) { Unit = Unit },
        };
    }

    /// <summary>Exactly (11), at least (12) or at most (13) a number of activities, usually one of two.</summary>
    /// <param name="Activities">The activities, at least two, without repetition of a variable.</param>
    /// <param name="Count">The limit of how many are active; whole numbers.</param>
    public sealed record Cardinality(ImmutableArray<Activity> Activities, Limit Count) : Statement;
}

/// <summary>How the left side compares with the right side.</summary>
public enum ComparisonOperator
{
    /// <summary>No more than.</summary>
    AtMost,

    /// <summary>No less than.</summary>
    AtLeast,

    /// <summary>Equal to.</summary>
    Equal,
}

/// <summary>Whether something is done at all.</summary>
/// <param name="Variable">The quantity concerned.</param>
/// <param name="IsActive">True: an amount above zero; false: none.</param>
public readonly record struct Activity(DecisionVariableId Variable, bool IsActive = true);

/// <summary>A variable with its amount a piece.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Coefficient">Amount a unit of the variable.</param>
/// <param name="Deduction">What is taken off it, as a cost from a price; null when nothing is.</param>
public readonly record struct WeightedVariable(DecisionVariableId Variable, SourcedNumber Coefficient, SourcedNumber? Deduction = null)
{
    /// <summary>The coefficient less the deduction.</summary>
    public double Value => Coefficient.Value - (Deduction?.Value ?? 0);

    /// <summary>The coefficient and, where there is one, the deduction.</summary>
    public IEnumerable<SourcedNumber> Numbers => Deduction is { } deduction ? [Coefficient, deduction] : [Coefficient];
}

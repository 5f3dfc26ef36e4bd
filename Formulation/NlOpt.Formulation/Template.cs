using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>
/// A kind of thing that can be said about a plan. The table <see cref="All"/> is docs/reference/templates.md, row by row; a test holds
/// both together.
/// </summary>
/// <param name="Id">Stable id, lower case with hyphens, for example <c>sum-upper-bound</c>; files and scripts rely on it.</param>
/// <param name="PaperClass">Class number of Li, Zhang and Mak-Hau (2023), 0 to 13; null for what their scheme does not hold.</param>
/// <param name="Nl4OptTypes">The declaration types of the NL4Opt data that say the same; empty when there is none.</param>
/// <param name="Form">Its linear form, as plain text.</param>
/// <param name="Meaning">What it says, in a few words.</param>
public sealed record Template(string Id, int? PaperClass, ImmutableArray<string> Nl4OptTypes, string Form, string Meaning)
{
    /// <summary>The template of every objective.</summary>
    public static Template Objective { get; } = new("objective", 0, ["objective", "objvar"], "maximize or minimize sum a_i x_i", "what is wanted");

    /// <summary>Every template, the objective first.</summary>
    public static ImmutableArray<Template> All { get; } =
    [
        Objective,
        new("upper-bound", 1, ["upperbound"], "x <= b", "no more than an amount of one thing"),
        new("lower-bound", 5, ["lowerbound"], "x >= b", "no less than an amount of one thing"),
        new("equality", null, [], "x = b", "exactly an amount of one thing"),
        new("range", null, [], "l <= x <= u", "one thing between two amounts"),
        new("sum-upper-bound", 2, ["sum"], "sum x_i <= b", "no more than an amount of several things together"),
        new("sum-lower-bound", 6, ["sum"], "sum x_i >= b", "no less than an amount of several things together"),
        new("sum-equality", null, [], "sum x_i = b", "exactly an amount of several things together"),
        new("sum-range", null, [], "l <= sum x_i <= u", "several things together between two amounts"),
        new("weighted-sum-upper-bound", 3, ["linear"], "sum a_i x_i <= b", "no more than an amount of what several things take"),
        new("weighted-sum-lower-bound", 7, ["linear"], "sum a_i x_i >= b", "no less than an amount of what several things give"),
        new("weighted-sum-equality", null, [], "sum a_i x_i = b", "exactly an amount of what several things take"),
        new("weighted-sum-range", null, [], "l <= sum a_i x_i <= u", "what several things take between two amounts"),
        new("proportion-upper-bound", 4, ["ratio"], "sum_part x <= c sum_whole x", "a part is no more than a share of a whole"),
        new("proportion-lower-bound", 8, ["ratio"], "sum_part x >= c sum_whole x", "a part is no less than a share of a whole"),
        new("proportion-equality", null, [], "sum_part x = c sum_whole x", "a part is exactly a share of a whole"),
        new("proportion-range", null, [], "l sum_whole x <= sum_part x <= u sum_whole x", "a part is between two shares of a whole"),
        new("comparison", 9, ["xy", "xby"], "x <= d z or x >= d z", "one thing against a multiple of another"),
        new("comparison-equality", null, [], "x = d z", "one thing is exactly a multiple of another"),
        new("sum-comparison", null, [], "sum_1 x <= d sum_2 x or sum_1 x >= d sum_2 x", "several things against a multiple of others"),
        new("sum-comparison-equality", null, [], "sum_1 x = d sum_2 x", "several things are exactly a multiple of others"),
        new("difference", null, [], "sum_1 x <= d sum_2 x + k or sum_1 x >= d sum_2 x + k", "an amount more or less than others"),
        new("difference-equality", null, [], "sum_1 x = d sum_2 x + k", "exactly an amount more or less than others"),
        new("semi-continuous", null, [], "l y <= x <= u y", "none of a thing, or an amount within limits"),
        new("conditional-lower-bound", null, [], "yA = 1 implies sum a_i x_i >= b", "if A then no less than an amount of others"),
        new("conditional-upper-bound", null, [], "yA = 1 implies sum a_i x_i <= b", "if A then no more than an amount of others"),
        new("conditional-equality", null, [], "yA = 1 implies sum a_i x_i = b", "if A then exactly an amount of others"),
        new("conditional-range", null, [], "yA = 1 implies l <= sum a_i x_i <= u", "if A then others between two amounts"),
        new("implication", 10, [], "yA <= yB", "if A then B; if not B then not A; B if A"),
        new("group-implication", null, [], "yA + yB - 1 <= yC + yD", "if A and B then C or D; one row for each alternative of an or before, or of an and after"),
        new("equivalence", null, [], "yA = yB", "A if and only if B; both or neither"),
        new("required", null, [], "yA = 1", "some of a thing"),
        new("forbidden", null, [], "yA = 0", "none of a thing"),
        new("exactly-one", 11, [], "sum y_i = 1", "exactly one of several; either or, but not both"),
        new("at-least-one", 12, [], "sum y_i >= 1", "at least one of several; if not A then B; A or B or both"),
        new("at-most-one", 13, [], "sum y_i <= 1", "at most one of several; if A then not B; either or neither"),
        new("exactly-k-of-n", null, [], "sum y_i = k", "exactly a number of several"),
        new("at-least-k-of-n", null, [], "sum y_i >= k", "at least a number of several"),
        new("at-most-k-of-n", null, [], "sum y_i <= k", "at most a number of several"),
        new("range-of-n", null, [], "l <= sum y_i <= u", "between two numbers of several"),
    ];

    private static readonly ImmutableDictionary<string, Template> ById = All.ToImmutableDictionary(template => template.Id);

    /// <summary>The template with an id; null when there is none.</summary>
    public static Template? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The template that a statement is an instance of. An implication or equivalence with one side negated is a choice.</summary>
    public static Template Of(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return ById[statement switch
        {
            Statement.SingleVariable single => Bound(single.Limit),
            Statement.Sum sum => "sum-" + Bound(sum.Limit),
            Statement.WeightedSum sum => "weighted-sum-" + Bound(sum.Limit),
            Statement.Proportion proportion => "proportion-" + Bound(proportion.Share),
            Statement.Comparison { Operator: ComparisonOperator.Equal } => "comparison-equality",
            Statement.Comparison => "comparison",
            Statement.SumComparison comparison => (comparison.Difference is null ? "sum-comparison" : "difference")
                + (comparison.Operator == ComparisonOperator.Equal ? "-equality" : ""),
            Statement.ConditionalLimit { IsSemiContinuous: true } => "semi-continuous",
            Statement.ConditionalLimit conditional => "conditional-" + Bound(conditional.Limit),
            Statement.Implication({ Activities: [{ IsActive: true }] }, { Activities: [{ IsActive: false }] }) => "at-most-one",
            Statement.Implication({ Activities: [{ IsActive: false }] }, { Activities: [{ IsActive: true }] }) => "at-least-one",
            Statement.Implication({ Activities: [_] }, { Activities: [_] }) => "implication",
            Statement.Implication => "group-implication",
            Statement.Equivalence(var left, var right) => left.IsActive == right.IsActive ? "equivalence" : "exactly-one",
            Statement.ActivityRequirement(var activity) => activity.IsActive ? "required" : "forbidden",
            Statement.Cardinality { Count: Limit.Exactly { Number.Value: 1 } } => "exactly-one",
            Statement.Cardinality { Count: Limit.AtLeast { Number.Value: 1 } } => "at-least-one",
            Statement.Cardinality { Count: Limit.AtMost { Number.Value: 1 } } => "at-most-one",
            Statement.Cardinality { Count: Limit.Exactly } => "exactly-k-of-n",
            Statement.Cardinality { Count: Limit.AtLeast } => "at-least-k-of-n",
            Statement.Cardinality { Count: Limit.AtMost } => "at-most-k-of-n",
            Statement.Cardinality => "range-of-n",
            _ => throw new ArgumentException($"Unknown case {statement.GetType().Name}.", nameof(statement)),
        }];
    }

    /// <summary>The NL4Opt declaration type of a statement; null when that data has none for it.</summary>
    public static string? Nl4OptTypeOf(Statement statement) => statement switch
    {
        Statement.Comparison { Operator: not ComparisonOperator.Equal } comparison => comparison.Factor.Value == 1 ? "xy" : "xby",
        _ => Of(statement).Nl4OptTypes.FirstOrDefault(),
    };

    private static string Bound(Limit limit) => limit switch
    {
        Limit.AtMost => "upper-bound",
        Limit.AtLeast => "lower-bound",
        Limit.Exactly => "equality",
        Limit.Between => "range",
        _ => throw new ArgumentException($"Unknown limit {limit.GetType().Name}.", nameof(limit)),
    };
}

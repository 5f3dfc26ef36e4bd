using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Formulation.Tests.Formulation;

/// <summary>Variables of every sort, and statements over them: every template with every kind of limit.</summary>
internal static class Examples
{
    public static readonly DecisionVariableId Chairs = new(0);
    public static readonly DecisionVariableId Tables = new(1);
    public static readonly DecisionVariableId Benches = new(2);
    public static readonly DecisionVariableId Corn = new(3);
    public static readonly DecisionVariableId Wheat = new(4);
    public static readonly DecisionVariableId Bonds = new(5);
    public static readonly DecisionVariableId Stocks = new(6);
    public static readonly DecisionVariableId Paint = new(7);

    public static readonly ImmutableArray<DecisionVariable> Variables =
    [
        Variable(0, "chairs"),
        Variable(1, "tables"),
        Variable(2, "garden benches"),
        Variable(3, "corn", "acres"),
        Variable(4, "wheat", "acres"),
        Variable(5, "bonds", "$"),
        Variable(6, "stocks", "$"),
        Variable(7, "litres of paint", "litres"),
    ];

    public static SourcedNumber N(double value) => new(value);

    public static WeightedVariable Term(DecisionVariableId variable, double coefficient, double? deduction = null) =>
        new(variable, N(coefficient), deduction is { } less ? N(less) : null);

    public static DecisionVariable Variable(int index, string name, string? unit = null) => new(
        new DecisionVariableId(index), name, [], unit, unit is null ? Divisibility.Whole : Divisibility.Divisible, unit is null ? "counted" : "measured");

    public static ImmutableArray<Limit> Limits(double low, double high) =>
        [new Limit.AtMost(N(high)), new Limit.AtLeast(N(low)), new Limit.Exactly(N(low)), new Limit.Between(N(low), N(high))];

    public static ObjectiveStatement Profit { get; } =
        new(ObjectiveSense.Maximize, ObjectiveClass.Profit, "profit", [Term(Chairs, 20), Term(Tables, 30.5)]) { Unit = "$" };

    public static ProblemFormulation Problem(params ImmutableArray<Statement> statements) =>
        new(Source.Of("We make things."), Variables, Profit, statements, [], [], 1);

    public static ImmutableArray<Statement> Statements { get; } =
    [
        .. Limits(10, 40).Select(limit => new Statement.SingleVariable(Chairs, limit)),
        .. Limits(1.5, 4).Select(limit => new Statement.SingleVariable(Corn, limit)),
        .. Limits(1200, 5000.5).Select(limit => new Statement.SingleVariable(Bonds, limit)),
        .. Limits(10, 40).Select(limit => new Statement.SingleVariable(Paint, limit)),
        .. Limits(10, 40).Select(limit => new Statement.Sum([Chairs, Tables], limit)),
        .. Limits(10, 40).Select(limit => new Statement.Sum([Corn, Wheat], limit)),
        .. Limits(1000, 2000).Select(limit => new Statement.Sum([Bonds, Stocks], limit)),
        .. Limits(10, 40).Select(limit => new Statement.Sum([Chairs, Corn, Paint], limit)),
        .. Limits(100, 200).Select(limit => new Statement.WeightedSum([Term(Chairs, 3), Term(Tables, 5)], limit)),
        .. Limits(100, 200).Select(limit => new Statement.WeightedSum([Term(Chairs, 3), Term(Tables, 5), Term(Corn, 0.25)], limit) { Unit = "hours" }),
        .. Limits(100, 200).Select(limit => new Statement.WeightedSum([Term(Bonds, 0.05), Term(Chairs, 12, 2.5)], limit) { Unit = "$" }),
        new Statement.WeightedSum([Term(Paint, 2.5)], new Limit.AtMost(N(100))) { Unit = "kg of pigment" },
        .. Limits(0.3, 0.55).Select(limit => new Statement.Proportion([Chairs], [Chairs, Tables], limit)),
        .. Limits(0.125, 0.55).Select(limit => new Statement.Proportion([Chairs, Tables], [Chairs, Tables, Benches], limit)),
        .. Comparisons(Chairs, Tables, 1),
        .. Comparisons(Chairs, Tables, 2),
        .. Comparisons(Corn, Wheat, 0.5),
        .. Comparisons(Bonds, Stocks, 1.5),
        .. Comparisons(Corn, Chairs, 3),
        .. Comparisons(Chairs, Corn, 3),
        Statement.Implication.Of(new(Chairs), new(Tables)),
        Statement.Implication.Of(new(Chairs, false), new(Tables, false)),
        Statement.Implication.Of(new(Corn), new(Wheat, false)),
        Statement.Implication.Of(new(Corn, false), new(Wheat)),
        .. Limits(1, 2).Select(limit => new Statement.Cardinality([new(Chairs), new(Tables)], limit)),
        .. Limits(1, 2).Select(limit => new Statement.Cardinality([new(Chairs), new(Tables), new(Benches)], limit)),
        .. Limits(2, 3).Select(limit => new Statement.Cardinality([new(Chairs), new(Tables), new(Benches), new(Corn, false)], limit)),
        new Statement.Cardinality([new(Chairs), new(Corn)], new Limit.AtMost(N(1))),
        .. Limits(100, 200).Select(limit => new Statement.WeightedSum([Term(Chairs, 3), Term(Tables, 5)], limit)
        {
            Unit = "hours",
            FixedCharges = [new(Chairs, N(8)), new(Benches, N(-2.5))],
        }),
        .. SumComparisons([Chairs, Tables], [Benches], 2, null),
        .. SumComparisons([Chairs], [Tables], 1, 10),
        .. SumComparisons([Chairs], [Tables, Benches], 1.5, -10),
        .. SumComparisons([Corn], [Wheat], 1, -2.5),
        .. SumComparisons([Bonds], [Stocks], 1, 1000),
        new Statement.Implication(Group(true, Chairs, Tables), ActivityGroup.Of(new(Benches))),
        new Statement.Implication(Group(false, Chairs, Tables), ActivityGroup.Of(new(Corn, false))),
        new Statement.Implication(ActivityGroup.Of(new(Chairs)), Group(true, Tables, Benches)),
        new Statement.Implication(ActivityGroup.Of(new(Chairs, false)), Group(false, Tables, Benches, Corn)),
        new Statement.Implication(new([new(Chairs), new(Corn, false)], IsAll: false), Group(false, Tables, Benches)),
        new Statement.Equivalence(new(Chairs), new(Tables)),
        new Statement.Equivalence(new(Chairs, false), new(Tables, false)),
        new Statement.Equivalence(new(Chairs), new(Corn, false)),
        new Statement.ActivityRequirement(new(Chairs)),
        new Statement.ActivityRequirement(new(Corn, false)),
        .. Limits(10, 40).Select(limit => new Statement.ConditionalLimit(new(Chairs), [Term(Chairs, 1)], limit)),
        .. Limits(10, 40).Select(limit => new Statement.ConditionalLimit(new(Chairs), [Term(Corn, 1)], limit)),
        .. Limits(10, 40).Select(limit => new Statement.ConditionalLimit(new(Chairs, false), [Term(Tables, 1), Term(Benches, 1)], limit)),
        .. Limits(10, 40).Select(limit => new Statement.ConditionalLimit(new(Chairs), [Term(Tables, 3), Term(Chairs, -2)], limit) { Unit = "hours" }),
    ];

    private static ActivityGroup Group(bool isAll, params ImmutableArray<DecisionVariableId> variables) =>
        new([.. variables.Select(variable => new Activity(variable))], isAll);

    private static IEnumerable<Statement> SumComparisons(
        ImmutableArray<DecisionVariableId> left, ImmutableArray<DecisionVariableId> right, double factor, double? difference) =>
        Enum.GetValues<ComparisonOperator>().Select(comparison =>
            new Statement.SumComparison(left, comparison, N(factor), right, difference is { } more ? N(more) : null));

    private static IEnumerable<Statement> Comparisons(DecisionVariableId left, DecisionVariableId right, double factor) =>
        Enum.GetValues<ComparisonOperator>().Select(comparison => new Statement.Comparison(left, comparison, N(factor), right));
}

using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Tests;

/// <summary>A workshop that makes oak chairs and pine tables, as a formulation.</summary>
internal static class Workshop
{
    public static readonly DecisionVariableId Chairs = new(0);
    public static readonly DecisionVariableId Tables = new(1);

    public static ImmutableArray<Statement> Statements { get; } =
    [
        new Statement.WeightedSum([Term(Chairs, 2), Term(Tables, 3)], new Limit.AtMost(N(40))) { Unit = "hours" },
        new Statement.SingleVariable(Chairs, new Limit.AtLeast(N(5))),
    ];

    public static ProblemFormulation Problem { get; } = With(Statements);

    public static ProblemFormulation With(params ImmutableArray<Statement> statements) => new(
        Source.Of("We make things."),
        [Variable(0, "oak chairs"), Variable(1, "pine tables")],
        new ObjectiveStatement(ObjectiveSense.Maximize, ObjectiveClass.Profit, "profit", [Term(Chairs, 20), Term(Tables, 30)]),
        statements,
        [],
        [],
        1);

    public static SourcedNumber N(double value) => new(value);

    public static WeightedVariable Term(DecisionVariableId variable, double coefficient) => new(variable, N(coefficient));

    private static DecisionVariable Variable(int index, string name) => new(new(index), name, [], null, Divisibility.Whole, "counted");
}

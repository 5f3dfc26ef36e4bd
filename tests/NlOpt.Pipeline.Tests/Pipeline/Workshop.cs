using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving.OrTools;

namespace NlOpt.Pipeline.Tests;

/// <summary>Problems of a workshop, written down by hand, and a reader that knows them.</summary>
internal static class Workshop
{
    public static readonly DecisionVariableId Chairs = new(0);
    public static readonly DecisionVariableId Tables = new(1);

    public static SourcedNumber N(double value) => new(value);

    public static ObjectiveStatement Profit { get; } =
        new(ObjectiveSense.Maximize, ObjectiveClass.Profit, "profit", [new(Chairs, N(20)), new(Tables, N(30))]) { Unit = "$" };

    public static ObjectiveStatement Cost { get; } =
        new(ObjectiveSense.Minimize, ObjectiveClass.Cost, "cost", [new(Chairs, N(20)), new(Tables, N(30))]) { Unit = "$" };

    public static Statement Hours(double hours) =>
        new Statement.WeightedSum([new(Chairs, N(3)), new(Tables, N(5))], new Limit.AtMost(N(hours))) { Unit = "hours", Evidence = [new(0, 5)] };

    public static Statement AtMost(DecisionVariableId variable, double most) => new Statement.SingleVariable(variable, new Limit.AtMost(N(most)));

    public static Statement AtLeast(DecisionVariableId variable, double least) => new Statement.SingleVariable(variable, new Limit.AtLeast(N(least)));

    public static ProblemFormulation Problem(ObjectiveStatement objective, params ImmutableArray<Statement> statements) => new(
        Source.Of("We make chairs and tables."),
        [new(Chairs, "chairs", [new(8, 14)], null, Divisibility.Whole, "counted"), new(Tables, "tables", [new(19, 25)], null, Divisibility.Whole, "counted")],
        objective,
        statements,
        [],
        [],
        0.6);

    public static Solution Solve(ProblemFormulation problem, ProblemOptions? options = null, params ImmutableArray<ProblemFormulation> rivals) =>
        Solver(new Reading(problem, rivals)).Solve(problem.Source, options).Value;

    public static ProblemSolver Solver(Reading reading) => new(new KnownReading(Result.Success(reading)), OrToolsSolvers.Automatic);

    public sealed class KnownReading(Result<Reading> reading) : IFormulator
    {
        public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default) => reading;
    }
}

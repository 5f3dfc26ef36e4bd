using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Pipeline.Tests.Diagnosis;

/// <summary>Seeded problems with a best plan: a few products, resources that limit them all, and some floors, caps, shares and logic that can be met.</summary>
internal static class RandomProblems
{
    public static ProblemFormulation Of(int seed, bool isWhole, bool hasLogic = false)
    {
        var random = new Random(seed);
        ImmutableArray<DecisionVariable> variables = [.. Enumerable.Range(0, random.Next(2, 5)).Select(index => new DecisionVariable(
            new(index), $"product {index + 1}", [], null, isWhole ? Divisibility.Whole : Divisibility.Divisible, "made up"))];
        List<Statement> statements = [];
        for (var resource = 0; resource < random.Next(1, 4); resource++)
        {
            statements.Add(new Statement.WeightedSum(
                [.. variables.Select(variable => new WeightedVariable(variable.Id, new(random.Next(1, 10))))], new Limit.AtMost(new(random.Next(150, 400)))) { Unit = "hours" });
        }

        statements.Add(new Statement.SingleVariable(new(0), new Limit.AtLeast(new(random.Next(1, 5)))));
        statements.Add(new Statement.SingleVariable(new(1), new Limit.AtMost(new(random.Next(5, 40)))));
        if (random.Next(2) == 0) statements.Add(new Statement.Comparison(new(1), ComparisonOperator.AtMost, new(random.Next(1, 4)), new(0)));
        if (hasLogic)
        {
            statements.Add(Statement.Implication.Of(new(new(1)), new(new(0))));
            statements.Add(new Statement.ConditionalLimit(new(new(1)), [new(new(1), new(1))], new Limit.Between(new(3), new(30))));
            statements.Add(new Statement.Cardinality([new(new(0)), new(new(1))], new Limit.AtLeast(new(1))));
        }

        return new(
            Source.Of("A made-up plan."),
            variables,
            new(ObjectiveSense.Maximize, ObjectiveClass.Profit, "profit", [.. variables.Select(variable => new WeightedVariable(variable.Id, new(random.Next(5, 30))))]) { Unit = "$" },
            [.. statements],
            [],
            [],
            1);
    }
}

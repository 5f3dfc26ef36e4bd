using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Benchmarks;

/// <summary>A formulation of the usual size, in our own words.</summary>
internal static class SampleFormulation
{
    public const string Text =
        "A joiner makes stools, benches and shelves. They bring in $25, $60 and $40. "
        + "A stool takes 2 hours, a bench 5 and a shelf 3, and there are 160 hours. "
        + "At most 30% of the pieces may be shelves, and at least twice as many stools as benches are made. At least 10 stools are ordered.";

    public static ProblemFormulation Value { get; } = Make();

    private static ProblemFormulation Make()
    {
        string[] names = ["stools", "benches", "shelves"];
        DecisionVariableId stools = new(0), benches = new(1), shelves = new(2);
        return new(
            Source.Of(Text),
            [.. names.Select((name, index) => new DecisionVariable(new(index), name, [], null, Divisibility.Whole, "counted things"))],
            new(ObjectiveSense.Maximize, ObjectiveClass.Profit, "revenue", [new(stools, new(25)), new(benches, new(60)), new(shelves, new(40))]),
            [
                new Statement.WeightedSum([new(stools, new(2)), new(benches, new(5)), new(shelves, new(3))], new Limit.AtMost(new(160))),
                new Statement.Proportion([shelves], [stools, benches, shelves], new Limit.AtMost(new(0.3))),
                new Statement.Comparison(stools, ComparisonOperator.AtLeast, new(2), benches),
                new Statement.SingleVariable(stools, new Limit.AtLeast(new(10))),
            ],
            [],
            [],
            1);
    }
}

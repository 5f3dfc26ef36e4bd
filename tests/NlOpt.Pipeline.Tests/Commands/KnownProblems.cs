using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>Problems with the reading that a person would give them.</summary>
internal static class KnownProblems
{
    public const string Orchard =
        "In 2019 a family bought an orchard of 80 acres for pears and plums. An acre of pears needs 12 hours of picking and an acre of plums needs "
        + "9 hours of picking; there are 780 hours. At least 25% of the acres must be plums. The profit is $640 an acre for pears and $510 an acre for plums.";

    public const string Workshop =
        "A workshop makes stools and benches. A stool takes 3 hours, a bench takes 5 hours, and there are 40 hours. At least 10 stools and at least 4 "
        + "benches are ordered. The profit is $30 for a stool and $55 for a bench.";

    public const string Posters = "A printer sells posters at a profit of $3 each. At least 20 posters must be printed.";

    /// <summary>A linear program with shadow prices, a share, a number set aside and a question.</summary>
    public static Result<Reading> ReadOrchard(string text)
    {
        var sketch = new FormulationSketch(text).SetAside(2019, "2019", "a year");
        var pears = sketch.Variable(0, "pears", "acres", Divisibility.Divisible, "land is measured");
        var plums = sketch.Variable(1, "plums", "acres", Divisibility.Divisible, "land is measured");
        var objective = new ObjectiveStatement(ObjectiveSense.Maximize, ObjectiveClass.Profit, "profit",
        [
            new(pears.Id, sketch.Number(640, "$640", "The profit", new NumberUse.InObjective())),
            new(plums.Id, sketch.Number(510, "$510", "The profit", new NumberUse.InObjective())),
        ])
        {
            Unit = "$",
            Evidence = [sketch.Span("The profit is $640 an acre for pears and $510 an acre for plums")],
        };
        NumberUse Rule(int index) => new NumberUse.InStatement(index);
        return Read(sketch.Of(
            [pears, plums],
            objective,
            [
                new Statement.Sum([pears.Id, plums.Id], new Limit.AtMost(sketch.Number(80, "80", "an orchard of", Rule(0))))
                {
                    Evidence = [sketch.Span("an orchard of 80 acres for pears and plums")],
                    Probability = 0.97,
                },
                new Statement.WeightedSum(
                    [
                        new(pears.Id, sketch.Number(12, "12", "An acre of pears", Rule(1))),
                        new(plums.Id, sketch.Number(9, "9", "an acre of plums", Rule(1))),
                    ],
                    new Limit.AtMost(sketch.Number(780, "780", "there are", Rule(1))))
                {
                    Unit = "hours of picking",
                    Evidence = [sketch.Span("An acre of pears needs 12 hours of picking and an acre of plums needs 9 hours of picking"), sketch.Span("there are 780 hours")],
                },
                new Statement.Proportion([plums.Id], [pears.Id, plums.Id], new Limit.AtLeast(sketch.Number(0.25, "25%", "At least", Rule(2))))
                {
                    Evidence = [sketch.Span("At least 25% of the acres must be plums")],
                    Probability = 0.8,
                },
            ],
            new Question(
                SlotKind.LimitValue,
                "Is the 25% a share of the planted acres or of all 80 acres?",
                sketch.Span("At least 25% of the acres"),
                ["of the planted acres", "of all 80 acres"],
                0.1)));
    }

    /// <summary>Three rules that contradict each other.</summary>
    public static Result<Reading> ReadWorkshop(string text)
    {
        var sketch = new FormulationSketch(text);
        var stools = sketch.Variable(0, "stools", null, Divisibility.Whole, "stools are counted");
        var benches = sketch.Variable(1, "benches", null, Divisibility.Whole, "benches are counted");
        var objective = new ObjectiveStatement(ObjectiveSense.Maximize, ObjectiveClass.Profit, "profit",
        [
            new(stools.Id, sketch.Number(30, "$30", "The profit", new NumberUse.InObjective())),
            new(benches.Id, sketch.Number(55, "$55", "The profit", new NumberUse.InObjective())),
        ])
        {
            Unit = "$",
        };
        NumberUse Rule(int index) => new NumberUse.InStatement(index);
        return Read(sketch.Of(
            [stools, benches],
            objective,
            [
                new Statement.WeightedSum(
                    [
                        new(stools.Id, sketch.Number(3, "3", "A stool takes", Rule(0))),
                        new(benches.Id, sketch.Number(5, "5", "a bench takes", Rule(0))),
                    ],
                    new Limit.AtMost(sketch.Number(40, "40", "there are", Rule(0))))
                { Unit = "hours" },
                new Statement.SingleVariable(stools.Id, new Limit.AtLeast(sketch.Number(10, "10", "At least 10", Rule(1)))),
                new Statement.SingleVariable(benches.Id, new Limit.AtLeast(sketch.Number(4, "4", "at least 4", Rule(2)))),
            ]));
    }

    /// <summary>Nothing limits the posters.</summary>
    public static Result<Reading> ReadPosters(string text)
    {
        var sketch = new FormulationSketch(text);
        var posters = sketch.Variable(0, "posters", null, Divisibility.Whole, "posters are counted");
        var objective = new ObjectiveStatement(
            ObjectiveSense.Maximize,
            ObjectiveClass.Profit,
            "profit",
            [new(posters.Id, sketch.Number(3, "$3", "profit of", new NumberUse.InObjective()))])
        {
            Unit = "$",
        };
        var order = new Statement.SingleVariable(posters.Id, new Limit.AtLeast(sketch.Number(20, "20", "At least", new NumberUse.InStatement(0))))
        {
            // From the number to the end of the text, whatever stands there.
            Evidence = [new Evidence(sketch.Span("At least").Start, text.Length)],
        };
        return Read(sketch.Of([posters], objective, [order]));
    }

    private static Result<Reading> Read(ProblemFormulation formulation) => Result.Success(new Reading(formulation, []));
}

using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Formulation;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests;

/// <summary>A right reading spoilt in one way and asked about: only a question about what is really wrong counts.</summary>
public sealed class WrongSlotsTests
{
    private static readonly DecisionVariableId First = new(0), Second = new(1), Third = new(2);

    [Fact]
    public void ARightModelHasNothingToAskAbout()
    {
        Judge(SampleProblems.Bakery, formulation => formulation, Ask(SlotKind.Variable, null), Ask(SlotKind.LimitValue, "30"), Ask(SlotKind.Sense, "A bakery"))
            .Should().Equal(false, false, false);
    }

    [Fact]
    public void AWrongNumberOfVariablesIsNamedByThatQuestionAndByTheMissedName()
    {
        Judge(
            SampleProblems.Garden,
            formulation => formulation with
            {
                Variables = [.. formulation.Variables.Take(2)],
                Objective = formulation.Objective with { Terms = [.. formulation.Objective.Terms.Take(2)] },
                Statements = [],
            },
            Ask(SlotKind.Variable, null), Ask(SlotKind.Variable, "no more clover"), Ask(SlotKind.Variable, "A gardener"), Ask(SlotKind.Divisibility, "clover"))
            .Should().Equal(true, true, false, false);
    }

    [Fact]
    public void AWrongSenseIsNamedByItsQuestionOnly()
    {
        Judge(
            SampleProblems.Bakery,
            formulation => formulation with { Objective = formulation.Objective with { Sense = ObjectiveSense.Minimize } },
            Ask(SlotKind.Sense, null), Ask(SlotKind.Objective, null))
            .Should().Equal(true, false);
    }

    [Fact]
    public void AWrongCoefficientOfTheObjectiveIsNamedByItsNumber()
    {
        Judge(
            SampleProblems.Bakery,
            formulation => formulation with { Objective = formulation.Objective with { Terms = [new(First, Number(5, "5")), new(Second, Number(3, "3"))] } },
            Ask(SlotKind.Objective, null), Ask(SlotKind.Coefficient, "3"), Ask(SlotKind.Coefficient, "$4"), Ask(SlotKind.Coefficient, "$5"))
            .Should().Equal(true, true, true, false);
    }

    [Fact]
    public void AWrongDirectionIsNamedByTheQuestionOnItsClause()
    {
        var atLeast = new Statement.SingleVariable(First, new Limit.AtLeast(Number(30, "30"))) { Evidence = [Place("At most 30 rye loaves")] };
        Judge(
            SampleProblems.Bakery,
            Replace(1, atLeast),
            Ask(SlotKind.Operator, "At most 30 rye loaves"), Ask(SlotKind.Operator, "at least 10 spelt"), Ask(SlotKind.Template, "30"), Ask(SlotKind.LimitValue, null))
            .Should().Equal(true, false, false, true);
    }

    [Fact]
    public void ALimitOfTheWrongThingIsNamedByItsNumber()
    {
        var all = new Statement.Sum([First, Second], new Limit.AtMost(Number(30, "30"))) { Evidence = [Place("At most 30 rye loaves")] };
        Judge(
            SampleProblems.Bakery,
            Replace(1, all),
            Ask(SlotKind.Template, "30"), Ask(SlotKind.LimitValue, "30"), Ask(SlotKind.Template, "10"), Ask(SlotKind.Operator, "At most 30"), Ask(SlotKind.LimitValue, null))
            .Should().Equal(true, true, false, false, false);
    }

    [Fact]
    public void AMissingRowIsNamedByItsSentenceOrAsALimitThatIsNowhere()
    {
        Judge(
            SampleProblems.Bakery,
            formulation => formulation with { Statements = [.. formulation.Statements.Skip(1)] },
            Ask(SlotKind.Template, "2 minutes of 110 minutes"), Ask(SlotKind.Coefficient, "110"), Ask(SlotKind.LimitValue, null), Ask(SlotKind.Template, "at least 10"))
            .Should().Equal(true, true, true, false);
    }

    [Fact]
    public void AComparisonWithExchangedSidesIsNamedByItsDirection()
    {
        const string Words = "there is no more clover than begonias";
        var start = SampleProblems.Garden.Text.IndexOf(Words, StringComparison.Ordinal);
        Judge(
            SampleProblems.Garden,
            Replace(3, new Statement.Comparison(Second, ComparisonOperator.AtMost, new(1), Third) { Evidence = [new(start, start + Words.Length)] }),
            Ask(SlotKind.Operator, "no more clover"), Ask(SlotKind.Operator, "at most twice"))
            .Should().Equal(true, false);
    }

    [Fact]
    public void NumbersAreFoundWholeOnly()
    {
        var places = new GoldPlaces(SampleProblems.Mill with { Text = "Of 130 and 1.30 and 30.5 and 30, take $30 or 30% or x30." });
        places.OfNumber("30").Select(place => place.Start).Should().Equal(29, 39, 45);
        places.OfNumber("30%").Should().ContainSingle();
        places.OfNumber(" ").Should().BeEmpty();
    }

    [Fact]
    public void TheMeasuresCountQuestionsOfWrongModels()
    {
        ProblemResult[] items =
        [
            Score(SampleProblems.Bakery, formulation => formulation, Ask(SlotKind.Sense, null)),
            Score(SampleProblems.Bakery, Replace(1, new Statement.SingleVariable(First, new Limit.AtMost(new(31)))), Ask(SlotKind.Template, "10"), Ask(SlotKind.LimitValue, "30")),
            Score(SampleProblems.Bakery, Replace(1, new Statement.SingleVariable(First, new Limit.AtMost(new(31))))),
            Score(SampleProblems.Bakery, Replace(1, new Statement.SingleVariable(First, new Limit.AtMost(new(31)))), Ask(SlotKind.LimitValue, "30")),
        ];
        var doubt = DoubtMeasures.Of(items)!;

        doubt.FirstNames.Numerator.Should().Be(1);
        doubt.AnyNames.Numerator.Should().Be(2);
        doubt.Unasked.Numerator.Should().Be(1);
        doubt.FirstNames.Denominator.Should().Be(3);
        doubt.QuestionsPerProblem.Should().Be(1);
        doubt.Sure.Value.Should().Be(1, "the fixture says .9 of everything");
        doubt.SureRight.Value.Should().Be(0.25);
        doubt.Statements.Count.Should().Be(16);
    }

    private static Question Ask(SlotKind slot, string? quote) => new(slot, quote ?? "", null, [], 0.5);

    private static Evidence Place(string words)
    {
        var start = SampleProblems.Bakery.Text.IndexOf(words, StringComparison.Ordinal);
        return new(start, start + words.Length);
    }

    private static SourcedNumber Number(double value, string words) => new(value, Place(words));

    private static Func<ProblemFormulation, ProblemFormulation> Replace(int index, Statement statement) =>
        formulation => formulation with { Statements = formulation.Statements.SetItem(index, statement) };

    private static IEnumerable<bool> Judge(Nl4OptProblem problem, Func<ProblemFormulation, ProblemFormulation> spoil, params Question[] questions) =>
        Score(problem, spoil, questions).Questions.Select(question => question.NamesError);

    /// <summary>The text of a question stands for its quote until the problem is known.</summary>
    private static ProblemResult Score(Nl4OptProblem problem, Func<ProblemFormulation, ProblemFormulation> spoil, params Question[] questions)
    {
        var asked = questions.Select(question =>
        {
            var start = problem.Text.IndexOf(question.Text, StringComparison.Ordinal);
            start.Should().BeGreaterThanOrEqualTo(0, "the text must hold '{0}'", question.Text);
            return question.Text.Length == 0 ? question : question with { Quote = new Evidence(start, start + question.Text.Length) };
        });
        var system = new EvaluationSystem("spoilt labels", new GoldFormulator([problem], formulation => spoil(formulation) with { Questions = [.. asked] }));
        return EvaluationRun.Execute(new Nl4OptSplit("one", [problem], "00", null), system).Value.Items[0];
    }
}

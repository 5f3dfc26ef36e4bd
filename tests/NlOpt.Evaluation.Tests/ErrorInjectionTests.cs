using FluentAssertions;
using NlOpt.Formulation;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests;

/// <summary>Each error is made, and is the only one.</summary>
public sealed class ErrorInjectionTests
{
    private const string Text = "Pots and pans. A pot takes 2 kg, a pan 3 kg; there are 70 kg. At most 9 pans. A pot earns 5, a pan 8. Pans need pots.";

    private static readonly DecisionVariableId Pots = new(0), Pans = new(1);
    private static readonly ProblemFormulation Gold = Make();

    public static TheoryData<InjectedError, int> Trials
    {
        get
        {
            var trials = new TheoryData<InjectedError, int>();
            foreach (var error in Enum.GetValues<InjectedError>())
                for (var seed = 0; seed < 8; seed++) trials.Add(error, seed);
            return trials;
        }
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public void Every_error_changes_the_model_and_leaves_a_formulation(InjectedError error, int seed)
    {
        var faulty = new ErrorInjection(Gold, new Random(seed)).Make(error);
        faulty.Should().NotBeNull();
        faulty!.What.Should().NotBeEmpty();
        FormulationCheck.Check(faulty.Formulation).Should().NotContain(finding => finding.Severity == DiagnosticSeverity.Error);
        var lowered = Lowering.Lower(faulty.Formulation);
        if (!lowered.IsSuccess) return;
        (faulty.Solved ?? lowered.Value).Model.Should().NotBe(Lowering.Lower(Gold).Value.Model);
        var again = new ErrorInjection(Gold, new Random(seed)).Make(error)!;
        again.What.Should().Be(faulty.What);
    }

    [Fact]
    public void Errors_that_have_no_place_are_not_made()
    {
        var bare = Gold with { Statements = [] };
        foreach (var error in new[] { InjectedError.DroppedRule, InjectedError.WrongDirection, InjectedError.MissingLink })
            new ErrorInjection(bare, new Random(1)).Make(error).Should().BeNull();
    }

    [Fact]
    public void An_invented_number_stands_nowhere_in_the_text()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var faulty = new ErrorInjection(Gold, new Random(seed)).Make(InjectedError.InventedNumber)!.Formulation;
            var fresh = faulty.Statements.SelectMany(statement => statement.Numbers).Select(number => number.Value).Except(
                Gold.Statements.SelectMany(statement => statement.Numbers).Select(number => number.Value));
            fresh.Should().ContainSingle().Which.Should().NotBe(2).And.NotBe(3).And.NotBe(5).And.NotBe(8).And.NotBe(9).And.NotBe(70);
        }
    }

    [Fact]
    public void One_missing_link_is_one_row_less()
    {
        var faulty = new ErrorInjection(Gold, new Random(3)).Make(InjectedError.MissingLink)!;
        var whole = Lowering.Lower(Gold).Value.Model;
        (faulty.Solved!.Model.Rows.Length + faulty.Solved.Model.Indicators.Length).Should().Be(whole.Rows.Length + whole.Indicators.Length - 1);
    }

    private static ProblemFormulation Make()
    {
        SourcedNumber Said(string words, double value) =>
            new(value, new Evidence(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length));
        return new ProblemFormulation(
            Source.Of(Text),
            [new(Pots, "pots", [], null, Divisibility.Whole, "counted"), new(Pans, "pans", [], null, Divisibility.Whole, "counted")],
            new ObjectiveStatement(ObjectiveSense.Maximize, ObjectiveClass.Profit, "profit", [new(Pots, Said("5", 5)), new(Pans, Said("8", 8))]),
            [
                new Statement.WeightedSum([new(Pots, Said("2 kg", 2)), new(Pans, Said("3 kg", 3))], new Limit.AtMost(Said("70 kg", 70))) { Unit =
                    "kg" },
                new Statement.SingleVariable(Pans, new Limit.AtMost(Said("9", 9))),
                Statement.Implication.Of(new Activity(Pans), new Activity(Pots)),
            ],
            [], [], 1);
    }
}

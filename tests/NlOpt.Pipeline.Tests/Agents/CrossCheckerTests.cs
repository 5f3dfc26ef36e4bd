using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Agents.Checking;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving.OrTools;
using NlOpt.Understanding;
using NlOpt.Understanding.Weights;
using Xunit;

namespace NlOpt.Pipeline.Tests.Agents;

public sealed class CrossCheckerTests
{
    private const string Text =
        "A pottery makes bowls and jugs. Each bowl takes 3 pounds of clay and 20 minutes at the wheel, and each jug takes 5 pounds of clay and 45 minutes at the wheel. "
        + "There are 200 pounds of clay and 1200 minutes at the wheel. At least 6 jugs must be made. The profit is $9 per bowl and $16 per jug. "
        + "How many bowls and jugs should the pottery make to maximize its profit?";

    private static readonly CrossChecker Checker = new(ReaderWeights.Default, new CrossCheckOptions { Solver = OrToolsSolvers.Automatic });
    private static readonly ProblemFormulation Right = Read();

    [Fact]
    public void A_right_formulation_is_not_doubted()
    {
        var result = Check(Right);
        result.Findings.Where(finding => finding.IsGrave).Should().BeEmpty();
        result.Confidence.Should().BeGreaterThan(0.8);
        result.OptimaAgree.Should().BeTrue();
        FormulationComparison.AreEqual(result.Own!, Right).Should().BeTrue();
    }

    [Fact]
    public void A_dropped_rule_is_missed()
    {
        var result = Check(Right with { Statements = Right.Statements.RemoveAt(0) });
        Names(result).Should().Contain("missing-rule").And.Contain("unused-number");
        var finding = result.Findings.First(finding => finding.Check == "missing-rule");
        finding.What.Should().Contain("200 pounds of clay");
        Right.Source.Quote(finding.Quote!.Value).Should().Contain("clay");
        result.Confidence.Should().BeLessThan(0.5);
    }

    [Fact]
    public void A_turned_direction_is_named()
    {
        var jugs = (Statement.SingleVariable)Right.Statements[2];
        var finding = Check(With(2, jugs with { Limit = new Limit.AtMost(jugs.Limit.Numbers.First()) })).Findings[0];
        finding.Check.Should().Be("direction");
        finding.StatementIndex.Should().Be(2);
        finding.What.Should().Be("“At most 6 jugs.” should perhaps be “At least 6 jugs.”");
    }

    [Fact]
    public void Swapped_coefficients_are_seen()
    {
        var clay = (Statement.WeightedSum)Right.Statements[0];
        var swapped = clay with
        {
            Terms = [clay.Terms[0] with { Coefficient = clay.Terms[1].Coefficient }, clay.Terms[1] with { Coefficient = clay.Terms[0].Coefficient }],
        };
        Names(Check(With(0, swapped))).Should().Contain("coefficients");
    }

    [Fact]
    public void An_invented_number_is_seen_and_a_changed_limit_too()
    {
        var clay = (Statement.WeightedSum)Right.Statements[0];
        Names(Check(With(0, clay with { Limit = new Limit.AtMost(new SourcedNumber(170)) }))).Should().Contain("invented-number").And.Contain(
            "limit");
    }

    [Fact]
    public void A_wrong_goal_is_seen()
    {
        var turned = Check(Right with { Objective = Right.Objective with { Sense = ObjectiveSense.Minimize } });
        Names(turned).Should().Contain("objective");
        turned.OptimaAgree.Should().BeFalse();
        Names(Check(Right with { Objective = Right.Objective with { Terms = ((Statement.WeightedSum)Right.Statements[0]).Terms } })).Should().Contain(
            "objective");
    }

    [Fact]
    public void A_total_is_no_variable()
    {
        var total = new DecisionVariableId(2);
        var faulty = Right with
        {
            Variables = Right.Variables.Add(new DecisionVariable(total, "total clay", [], null, Divisibility.Divisible, "it is measured")),
            Statements = Right.Statements.SetItem(0, new Statement.SingleVariable(total, new Limit.AtMost(new SourcedNumber(200)))),
        };
        Names(Check(faulty)).Should().Contain("total-as-variable").And.Contain("variable-count");
    }

    [Fact]
    public void A_missing_tie_of_a_binary_variable_is_seen()
    {
        var logic = Right with { Statements =
            Right.Statements.Add(Statement.Implication.Of(new Activity(new DecisionVariableId(0)), new Activity(new DecisionVariableId(1)))) };
        var lowered = Lowering.Lower(logic).Value;
        Names(Checker.Check(logic, lowered).Value).Should().NotContain("linking-rows");
        for (var link = 0; link < lowered.Rows.Length; link++)
        {
            if (lowered.Rows[link] is not RowOrigin.Link) continue;
            var solved = lowered with { Model = Without(lowered.Model, link), Rows = lowered.Rows.RemoveAt(link) };
            Names(Checker.Check(logic, solved).Value).Should().Contain("linking-rows");
        }
    }

    [Fact]
    public void Units_that_were_not_converted_are_seen()
    {
        const string Mixed =
            "A pottery makes bowls and jugs. Each bowl takes 20 minutes at the wheel, and each jug takes 45 minutes at the wheel. There are 20 hours at the wheel. "
            + "The profit is $9 per bowl and $16 per jug. How many bowls and jugs should the pottery make to maximize its profit?";
        var read = new EmbeddedReader().Formulate(Source.Of(Mixed)).Value.Best;
        Check(read).Findings.Should().NotContain(finding => finding.Check == "units");
        var wheel = (Statement.WeightedSum)read.Statements[0];
        var limit = wheel.Limit.Numbers.Single();
        limit.Value.Should().Be(1200);
        var raw = read with { Statements = [wheel with { Limit = new Limit.AtMost(limit with { Value = 20 }) }] };
        Names(Check(raw)).Should().Contain("units").And.Contain("limit");
    }

    [Fact]
    public void What_is_no_formulation_is_refused() =>
        Checker.Check(Right with { Variables = [] }).Diagnostics.Should().NotBeEmpty();

    [Fact]
    public void A_text_that_the_reader_cannot_read_leaves_the_checks_of_numbers()
    {
        var foreign = Right with { Source = Source.Of(Text + " 工房"), Statements =
            [new Statement.SingleVariable(new DecisionVariableId(0), new Limit.AtMost(new SourcedNumber(777)))] };
        Names(Check(foreign)).Should().Contain("invented-number");
    }

    private static ImmutableArray<string> Names(CrossCheckResult result) =>
        [.. result.Findings.Where(finding => finding.IsGrave).Select(finding => finding.Check).Distinct()];

    private static CrossCheckResult Check(ProblemFormulation formulation) => Checker.Check(formulation).Value;

    private static ProblemFormulation With(int index, Statement statement) => Right with { Statements = Right.Statements.SetItem(index, statement) };

    private static ProblemFormulation Read()
    {
        var read = new EmbeddedReader().Formulate(Source.Of(Text)).Value.Best;
        read.Statements.Should().HaveCount(3);
        // Statements are taken out below, which the ledger would have to follow.
        return read with { Ledger = [] };
    }

    private static Model Without(Model model, int row)
    {
        var builder = new ModelBuilder(model.Name);
        foreach (var variable in model.Variables) builder.AddVariable(variable.Name!, variable.Kind, variable.Lower, variable.Upper);
        foreach (var item in model.Rows.Where(item => item.Id.Index != row)) builder.AddRow(item.Expression, item.Lower, item.Upper, item.Name);
        builder.SetObjective(model.Objective.Sense, model.Objective.Expression);
        return builder.Build();
    }
}

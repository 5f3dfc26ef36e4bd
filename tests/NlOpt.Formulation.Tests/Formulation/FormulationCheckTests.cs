using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Modeling;
using Xunit;
using static NlOpt.Formulation.Tests.Formulation.Examples;

namespace NlOpt.Formulation.Tests.Formulation;

public class FormulationCheckTests
{
    private static readonly Limit Some = new Limit.AtMost(N(1));

    public static TheoryData<Statement, string> BadStatements => new()
    {
        { new Statement.SingleVariable(new(8), Some), "formulation.reference" },
        { new Statement.SingleVariable(new(-1), Some), "formulation.reference" },
        { new Statement.SingleVariable(Chairs, new Limit.AtMost(N(double.NaN))), "formulation.number" },
        { new Statement.SingleVariable(Chairs, new Limit.AtMost(N(double.PositiveInfinity))), "formulation.number" },
        { new Statement.SingleVariable(Chairs, new Limit.Between(N(2), N(1))), "formulation.limit" },
        { new Statement.SingleVariable(Chairs, new Limit.AtMost(new(1, new Evidence(0, 99)))), "formulation.evidence" },
        { new Statement.SingleVariable(Chairs, Some) { Evidence = [new(3, 3)] }, "formulation.evidence" },
        { new Statement.SingleVariable(Chairs, Some) { Evidence = [new(0, 1, 1)] }, "formulation.evidence" },
        { new Statement.SingleVariable(Chairs, Some) { Evidence = default }, "formulation.evidence" },
        { new Statement.SingleVariable(Chairs, Some) { Probability = 1.5 }, "formulation.probability" },
        { new Statement.SingleVariable(Chairs, Some) { Probability = double.NaN }, "formulation.probability" },
        { new Statement.Sum([Chairs], Some), "formulation.variables.few" },
        { new Statement.Sum([Chairs, Chairs], Some), "formulation.repetition" },
        { new Statement.WeightedSum([], Some), "formulation.variables.few" },
        { new Statement.WeightedSum([Term(Chairs, 1), Term(Chairs, 2)], Some), "formulation.repetition" },
        { new Statement.WeightedSum([Term(Chairs, double.MaxValue, -double.MaxValue)], Some), "formulation.number" },
        { new Statement.Proportion([Chairs], [Chairs, Tables], new Limit.AtMost(N(30))), "formulation.share" },
        { new Statement.Proportion([Benches], [Chairs, Tables], Some), "formulation.part" },
        { new Statement.Proportion([], [Chairs, Tables], Some), "formulation.variables.few" },
        { new Statement.Comparison(Chairs, ComparisonOperator.AtMost, N(0), Tables), "formulation.comparison" },
        { new Statement.Comparison(Chairs, ComparisonOperator.AtMost, N(1), Chairs), "formulation.comparison" },
        { new Statement.Comparison(Chairs, (ComparisonOperator)9, N(1), Tables), "formulation.comparison" },
        { Statement.Implication.Of(new(Chairs), new(Chairs, false)), "formulation.implication" },
        { new Statement.Implication(new([], true), ActivityGroup.Of(new(Chairs))), "formulation.variables.few" },
        { new Statement.Implication(new([new(Chairs), new(Chairs)], true), ActivityGroup.Of(new(Tables))), "formulation.repetition" },
        { new Statement.Implication(new([new(Chairs), new(Tables)], true), ActivityGroup.Of(new(Tables))), "formulation.implication" },
        { new Statement.Equivalence(new(Chairs), new(Chairs, false)), "formulation.equivalence" },
        { new Statement.ActivityRequirement(new(new(9))), "formulation.reference" },
        { new Statement.SumComparison([Chairs], ComparisonOperator.AtLeast, N(1), []), "formulation.variables.few" },
        { new Statement.SumComparison([Chairs], ComparisonOperator.AtLeast, N(1), [Tables, Chairs]), "formulation.comparison" },
        { new Statement.SumComparison([Chairs], ComparisonOperator.AtLeast, N(0), [Tables]), "formulation.comparison" },
        { new Statement.SumComparison([Chairs], ComparisonOperator.AtLeast, N(1), [Tables], N(double.NaN)), "formulation.number" },
        { new Statement.ConditionalLimit(new(Chairs), [], Some), "formulation.variables.few" },
        { new Statement.ConditionalLimit(new(Chairs, false), [Term(Chairs, 1)], Some), "formulation.conditional" },
        { new Statement.WeightedSum([Term(Chairs, 1)], Some) { FixedCharges = [new(Chairs, N(1)), new(Chairs, N(2))] }, "formulation.repetition" },
        { new Statement.WeightedSum([Term(Chairs, 1)], Some) { FixedCharges = [new(Chairs, N(double.NaN))] }, "formulation.number" },
        { new Statement.Cardinality([new(Chairs), new(Chairs, false)], Some), "formulation.repetition" },
        { new Statement.Cardinality([new(Chairs)], Some), "formulation.variables.few" },
        { new Statement.Cardinality([new(Chairs), new(Tables)], new Limit.AtMost(N(1.5))), "formulation.count" },
    };

    [Theory]
    [MemberData(nameof(BadStatements))]
    public void ABadStatementIsFoundAndNamed(Statement statement, string code)
    {
        var findings = FormulationCheck.Check(Problem(new Statement.SingleVariable(Chairs, Some), statement));
        findings.Should().ContainSingle().Which.Code.Should().Be(code);
        findings[0].Severity.Should().Be(DiagnosticSeverity.Error);
        findings[0].Location!.Source.Should().Be("statement 2");
    }

    public static TheoryData<ProblemFormulation, string> BadFormulations
    {
        get
        {
            var good = Problem();
            return new()
            {
                { good with { Variables = [], Objective = Profit }, "formulation.variables.none" },
                { good with { Variables = good.Variables.SetItem(0, Variables[0] with { Id = new(1) }) }, "formulation.variable.id" },
                { good with { Variables = good.Variables.SetItem(0, Variables[0] with { Name = "tables" }) }, "formulation.variable.name" },
                { good with { Variables = good.Variables.SetItem(0, Variables[0] with { Name = " " }) }, "formulation.variable.name" },
                { good with { Variables = good.Variables.SetItem(0, Variables[0] with { SmallestBatch = N(0) }) }, "formulation.variable.batch" },
                { good with { Variables = good.Variables.SetItem(0, Variables[0] with { Mentions = [new(0, 999)] }) }, "formulation.evidence" },
                { good with { Objective = Profit with { Terms = [] } }, "formulation.objective.empty" },
                { good with { Objective = Profit with { FixedCharges = default } }, "formulation.charges" },
                { good with { Objective = Profit with { Constant = N(double.NaN) } }, "formulation.number" },
                { good with { Objective = Profit with { Sense = (ObjectiveSense)7 } }, "formulation.objective.kind" },
                { good with { Ledger = [new(new(0, 2), 3, new NumberUse.InStatement(0))] }, "formulation.ledger" },
                { good with { Ledger = [new(new(0, 2), 3, new NumberUse.InName(new(99)))] }, "formulation.reference" },
                { good with { Ledger = [new(new(0, 999), 3, new NumberUse.InObjective())] }, "formulation.evidence" },
                { good with { Questions = [new(SlotKind.Sense, "Large or small?", new(5, 4), [], 0)] }, "formulation.evidence" },
                { good with { Questions = [new(SlotKind.Sense, "Large or small?", null, [], -1)] }, "formulation.probability" },
                { good with { Probability = -0.1 }, "formulation.probability" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(BadFormulations))]
    public void ABadFormulationIsFound(ProblemFormulation formulation, string code) =>
        FormulationCheck.Check(formulation).Select(finding => finding.Code).Should().Contain(code);

    [Fact]
    public void GoodFormulationsAreClean() => FormulationCheck.Check(Problem(Statements)).Should().BeEmpty();

    [Fact]
    public void AnUnreachableCountIsAWarningOnly()
    {
        var problem = Problem(new Statement.Cardinality([new(Chairs), new(Tables)], new Limit.AtLeast(N(3))));
        FormulationCheck.Check(problem).Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Warning);
        Lowering.Lower(problem).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void AListThatWasNeverSetIsABugOfTheCaller()
    {
        var act = () => FormulationCheck.Check(Problem() with { Ledger = default(ImmutableArray<LedgerEntry>) });
        act.Should().Throw<ArgumentException>();
    }
}

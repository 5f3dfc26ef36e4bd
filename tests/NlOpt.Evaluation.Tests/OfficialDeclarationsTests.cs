using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Datasets;
using NlOpt.Evaluation.Tests.Fixtures;
using NlOpt.Formulation;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Evaluation.Tests;

/// <summary>Statements as official rows, over the three columns asters, begonias, clover.</summary>
public sealed class OfficialDeclarationsTests
{
    private static readonly DecisionVariableId A = new(0), B = new(1), C = new(2);
    private static readonly Nl4OptProblem Gold = SampleProblems.Garden;

    [Fact]
    public void EqualitiesAndRangesAreTwoDeclarations()
    {
        Rows(new Statement.SingleVariable(A, new Limit.Exactly(new(7)))).Should().BeEquivalentTo(new double[][] { [1, 0, 0, 7], [-1, 0, 0, -7] });
        Rows(new Statement.Sum([A, B, C], new Limit.Between(new(3), new(9)))).Should().BeEquivalentTo(new double[][] { [-1, -1, -1, -3], [1, 1, 1, 9] });
        Rows(new Statement.Comparison(A, ComparisonOperator.Equal, new(2), B)).Should().BeEquivalentTo(new double[][] { [1, -2, 0, 0], [-1, 2, 0, 0] });
    }

    [Fact]
    public void AComparisonIsXyWithoutAFactorAndXbyWithOne()
    {
        Rows(new Statement.Comparison(C, ComparisonOperator.AtMost, new(1), B)).Should().BeEquivalentTo(new double[][] { [1, -1, 1, 1] }, "the quirk of xy shows the type");
        Rows(new Statement.Comparison(C, ComparisonOperator.AtLeast, new(0.5), B)).Should().BeEquivalentTo(new double[][] { [0, 0.5, -1, 0] });
    }

    [Fact]
    public void ASumOfSomeIsALinearDeclaration() =>
        Rows(new Statement.Sum([A, B], new Limit.AtMost(new(9)))).Should().BeEquivalentTo(new double[][] { [1, 1, 1, 9] }, "what it does not name stays 1, as in the gold");

    [Fact]
    public void AShareOfOneInAllIsARatioAndAnyOtherALinearDeclaration()
    {
        Rows(new Statement.Proportion([A], [A, B, C], new Limit.AtMost(new(0.25)))).Should().BeEquivalentTo(new double[][] { [0.75, -0.25, -0.25, 0] });
        Rows(new Statement.Proportion([A, B], [A, B, C], new Limit.AtMost(new(0.25)))).Should().BeEquivalentTo(new double[][] { [0.75, 0.75, -0.25, 0] });
    }

    [Fact]
    public void ADeductionIsTakenOff() =>
        Rows(new Statement.WeightedSum([new(A, new(9), new(4)), new(B, new(2))], new Limit.AtLeast(new(10)))).Should().BeEquivalentTo(new double[][] { [-5, -2, -1, -10] });

    [Fact]
    public void LogicCannotBeDeclared()
    {
        Rows(Statement.Implication.Of(new(A), new(B))).Should().Equal([null]);
        Rows(new Statement.Cardinality([new(A), new(B)], new Limit.AtMost(new(1)))).Should().Equal([null]);
    }

    [Fact]
    public void NumbersKeepTheWordsOfTheTextWhereTheseMeanThemOfficially()
    {
        const string Text = "a share of 11.4% and 2 million";
        var share = new SourcedNumber(0.114, new Evidence(11, 16));
        var million = new SourcedNumber(2e6, new Evidence(21, 30));
        Rows(Text, new Statement.SingleVariable(A, new Limit.AtMost(share)))[0].Should().Equal(1, 0, 0, 11.4 / 100);
        Rows(Text, new Statement.SingleVariable(A, new Limit.AtMost(million)))[0].Should().Equal([1, 0, 0, 2e6], "the words would officially be 2");
    }

    [Fact]
    public void AVariableWithoutAColumnMakesItsDeclarationsImpossible()
    {
        var formulation = Formulation("", ["asters", "begonias", "clover", "watering cans"], new Statement.SingleVariable(new(3), new Limit.AtMost(new(1))), new Statement.SingleVariable(C, new Limit.AtMost(new(1))));
        var declarations = new OfficialDeclarations(formulation, Gold, VariableMatching.Of(Gold, formulation));

        declarations.Constraints()[0].Should().BeNull();
        declarations.Constraints()[1].Should().BeOfType<Nl4OptConstraint.UpperBound>().Which.Mention.Should().Be("clover");
        declarations.Objective().Should().BeNull();
    }

    private static List<double[]?> Rows(Statement statement) => Rows("", statement);

    private static List<double[]?> Rows(string text, Statement statement)
    {
        var formulation = Formulation(text, ["asters", "begonias", "clover"], statement);
        var canonicalizer = new OfficialCanonicalizer(Gold);
        return
        [
            .. new OfficialDeclarations(formulation, Gold, VariableMatching.Of(Gold, formulation)).Constraints()
                .Select(constraint => constraint is null ? null : canonicalizer.Row(constraint).ToArray()),
        ];
    }

    private static ProblemFormulation Formulation(string text, string[] names, params ImmutableArray<Statement> statements) => new(
        Source.Of(text),
        [.. names.Select((name, index) => new DecisionVariable(new(index), name, [], null, Divisibility.Whole, "counted"))],
        new ObjectiveStatement(ObjectiveSense.Minimize, ObjectiveClass.Count, "plants", [.. names.Select((_, index) => new WeightedVariable(new(index), new(1)))]),
        statements,
        [],
        [],
        1);
}

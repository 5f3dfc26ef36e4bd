using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Understanding;
using NlOpt.Understanding.Weights;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>What the reader makes of whole problems with the weights that come with it.</summary>
public class DefaultReaderTests
{
    private static readonly EmbeddedReader Reader = new();

    private static ProblemFormulation Read(string text) => Reader.Formulate(Source.Of(text)).Value.Best;

    private static IEnumerable<string> Rules(ProblemFormulation formulation) => formulation.Statements.Select(statement => PlainSentence.Of(statement, formulation));

    [Fact]
    public void A_production_plan_is_read()
    {
        var best = Read(
            "A joinery makes stools and benches. Each stool takes 2 hours of sawing and 3 hours of polishing, each bench takes 4 hours of sawing and 2 hours of polishing. "
            + "There are 80 hours of sawing and 50 hours of polishing available. At least 5 benches must be made. The profit is $20 per stool and $45 per bench. "
            + "How many of each should be made to maximize the profit?");
        best.Variables.Select(variable => (variable.Name, variable.Divisibility)).Should().Equal(("stools", Divisibility.Whole), ("benches", Divisibility.Whole));
        best.Objective.Terms.Select(term => term.Value).Should().Equal(20, 45);
        Rules(best).Should().BeEquivalentTo(
            "Stools at 2 hours of sawing each and benches at 4 hours of sawing each: at most 80 hours of sawing in all.",
            "Stools at 3 hours of polishing each and benches at 2 hours of polishing each: at most 50 hours of polishing in all.",
            "At least 5 benches.");
    }

    [Fact]
    public void A_count_of_trips_is_read()
    {
        var best = Read(
            "A bakery sends its bread by van or by cart. A van carries 60 loaves and a cart carries 20 loaves. At least 600 loaves must be sent. "
            + "The number of carts must be at least twice the number of vans. Minimize the total number of trips.");
        best.Objective.Should().Match<ObjectiveStatement>(objective => objective.Sense == ObjectiveSense.Minimize && objective.Class == ObjectiveClass.Count);
        best.Statements.Should().HaveCount(2);
    }

    [Fact]
    public void An_investment_is_read()
    {
        var best = Read(
            "Ann wants to invest at most $8000 in bonds and shares. Bonds return 4% and shares return 7%. At least $1000 must be invested in bonds, and "
            + "at most 60% of the money can be in shares. How should she invest to maximize her return?");
        best.Variables.Should().OnlyContain(variable => variable.Unit == "$" && variable.Divisibility == Divisibility.Divisible);
        best.Statements.Should().HaveCount(3);
    }

    [Fact]
    public void The_weights_say_what_they_are()
    {
        foreach (var weights in new[] { ReaderWeights.Default, ReaderWeights.TrainSplitOnly })
        {
            weights.Sha256.Should().MatchRegex("^[0-9a-f]{64}$");
            weights.TrainedOn.Should().NotBeEmpty();
        }
    }
}

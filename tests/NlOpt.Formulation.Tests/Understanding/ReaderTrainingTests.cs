using FluentAssertions;
using NlOpt.Understanding;
using NlOpt.Understanding.Training;
using NlOpt.Understanding.Weights;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class ReaderTrainingTests
{
    [Fact]
    public void A_reader_trained_on_a_few_texts_reads_others_like_them()
    {
        var weights = ReaderWeights.Load(new MemoryStream(ReaderTraining.Train(TinyProblems.All, [new TrainingData("own/tiny", "abc")]))).Value;
        weights.TrainedOn.Should().Equal(new TrainingData("own/tiny", "abc"));
        var best = new EmbeddedReader(weights).Formulate(Source.Of(
            "A shop makes bowls and vases. Each bowl takes 3 hours of work and each vase takes 4 hours of work. There are at most 130 hours of work available. "
            + "At least 6 bowls must be made. The profit is $11 per bowl and $17 per vase. How many of each should be made to maximize the profit?")).Value.Best;
        best.Variables.Select(variable => variable.Name).Should().Equal("bowls", "vases");
        best.Statements.Select(statement => PlainSentence.Of(statement, best)).Should().BeEquivalentTo(
            "Bowls at 3 hours of work each and vases at 4 hours of work each: at most 130 hours of work in all.", "At least 6 bowls.");
        PlainSentence.OfObjective(best).Should().Be("Make the profit as large as possible: bowls at $11 each and vases at $17 each.");
    }

    [Fact]
    public void Too_few_problems_are_refused() =>
        FluentActions.Invoking(() => ReaderTraining.Train([.. TinyProblems.All.Take(3)], [])).Should().Throw<ArgumentException>();
}

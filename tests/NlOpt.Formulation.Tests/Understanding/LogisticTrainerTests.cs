using FluentAssertions;
using NlOpt.Understanding.Learning;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class LogisticTrainerTests
{
    [Theory]
    [InlineData(10, 10, 1)]
    [InlineData(30, 40, 1)]
    [InlineData(5, 40, 0.1)]
    public void One_feature_weighs_what_the_optimality_condition_says(int yes, int all, double strength)
    {
        var trainer = new LogisticTrainer(1);
        for (var index = 0; index < all; index++) trainer.Add([77], index < yes ? 1 : 0);
        trainer.Count.Should().Be(all);
        double weight = trainer.Fit(strength).Weights[0];

        // Where the penalty w^2 / 2 balances the data: w = C * (yes - all * p(w)), found by bisection.
        var (low, high) = (-50.0, 50.0);
        while (high - low > 1e-9)
        {
            var middle = (low + high) / 2;
            if (middle + strength * (all / (1 + Math.Exp(-middle)) - yes) > 0) high = middle;
            else low = middle;
        }

        weight.Should().BeApproximately(low, 0.02);
    }

    [Fact]
    public void Classes_are_told_apart_by_their_features()
    {
        var model = Examples().Fit();
        for (var label = 0; label < 3; label++)
        {
            var probabilities = model.Probabilities([100u + (uint)label, 9]);
            probabilities.Sum().Should().BeApproximately(1, 1e-12);
            Array.IndexOf(probabilities, probabilities.Max()).Should().Be(label);
        }
    }

    [Fact]
    public void Weights_of_classes_balance_penalty_and_data()
    {
        var model = Examples().Fit(strength: 2);
        // The gradient of the loss sums to zero over the classes, so the weights of a feature do too.
        for (var row = 0; row < model.Features.Length; row++)
            (model.Weights[row * 3] + model.Weights[row * 3 + 1] + model.Weights[row * 3 + 2]).Should().BeApproximately(0, 1e-4f);
    }

    [Fact]
    public void Examples_left_out_leave_no_trace()
    {
        var trainer = Examples();
        var chosen = new LogisticTrainer(3);
        var examples = Examples();
        trainer.Add([555], 2);
        var without = trainer.Fit(use: index => index < examples.Count);
        var alone = examples.Fit();
        without.Features.Should().Equal(alone.Features).And.NotContain(555u);
        without.Weights.ToArray().Should().Equal(alone.Weights.ToArray());
        chosen.Fit().Features.Should().BeEmpty("nothing is learned from no example");
    }

    private static LogisticTrainer Examples()
    {
        var trainer = new LogisticTrainer(3);
        for (var index = 0; index < 30; index++) trainer.Add([100u + (uint)(index % 3), 9], index % 3);
        return trainer;
    }
}

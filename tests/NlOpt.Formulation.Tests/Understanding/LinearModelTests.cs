using FluentAssertions;
using NlOpt.Understanding.Learning;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class LinearModelTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(31)]
    public void Every_feature_is_found_wherever_it_falls_in_the_table(int shift)
    {
        // Shifted features differ in few bits of the table's slots, and 0 is a feature like any other.
        var features = Enumerable.Range(0, 3000).Select(index => unchecked((uint)index << shift | (uint)index >> (32 - shift) % 32)).Distinct().ToArray();
        var weights = Enumerable.Range(0, features.Length * 2).Select(index => (float)index).ToArray();
        var model = new LinearModel(2, features, weights);
        Span<double> scores = stackalloc double[2];
        for (var row = 0; row < features.Length; row++)
        {
            scores.Clear();
            model.Score([features[row]], scores);
            scores.ToArray().Should().Equal(2 * row, 2 * row + 1);
        }
    }

    [Fact]
    public void Features_add_up_and_unknown_ones_weigh_nothing()
    {
        var model = new LinearModel(1, [1, 2], [0.5f, -2]);
        double[] score = [10];
        model.Score([1, 1, 2, 3, 4_000_000_000], score);
        score[0].Should().Be(9);
        model.Probability([3]).Should().Be(0.5);
        model.Probability([2]).Should().BeApproximately(1 / (1 + Math.Exp(2)), 1e-12);
        new LinearModel(1, [], []).Probability([1]).Should().Be(0.5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(13)]
    public void Scores_of_many_features_are_added_one_by_one_to_what_was_there(int classes)
    {
        var random = new RandomStream((ulong)classes);
        uint[] known = [.. Enumerable.Range(0, 500).Select(index => (uint)index * 7919)];
        var weights = Enumerable.Range(0, known.Length * classes).Select(_ => (float)random.NextDouble()).ToArray();
        var model = new LinearModel(classes, known, weights);
        // More features than are looked for at once; every other one is unknown.
        uint[] features = [.. Enumerable.Range(0, 200).Select(index => index % 2 == 0 ? known[random.Next(known.Length)] : (uint)index)];
        var scores = Enumerable.Range(0, classes).Select(label => label + 0.5).ToArray();
        var expected = (double[])scores.Clone();
        foreach (var row in features.Select(feature => Array.IndexOf(known, feature)).Where(row => row >= 0))
            for (var label = 0; label < classes; label++) expected[label] += weights[row * classes + label];
        model.Score(features, scores);
        scores.Should().Equal(expected);
        model.Weights.ToArray().Should().Equal(weights);
    }

    [Fact]
    public void A_score_can_be_taken_up_where_other_features_left_it()
    {
        var model = new LinearModel(1, [1, 2, 3], [0.1f, 0.7f, -0.3f]);
        model.Sum([3], model.Sum([1, 2])).Should().Be(model.Sum([1, 2, 3]));
        model.Probability([3], model.Sum([1, 2])).Should().Be(model.Probability([1, 2, 3]));
    }

    [Fact]
    public void The_mean_scores_the_mean_of_the_scores()
    {
        var mean = LinearModel.Mean([new LinearModel(2, [1, 2], [1, 2, 3, 4]), new LinearModel(2, [2, 3], [5, 6, 7, 8])]);
        var scores = new double[2];
        mean.Score([1], scores);
        mean.Score([2], scores);
        mean.Score([3], scores);
        scores.Should().Equal(0.5 + 4 + 3.5, 1 + 5 + 4);
    }

    [Fact]
    public void Probabilities_of_extreme_scores_are_numbers()
    {
        double[] scores = [1000, 1000, -1000];
        LinearModel.Softmax(scores);
        scores.Should().Equal(0.5, 0.5, 0);
    }
}

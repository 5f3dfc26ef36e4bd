using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NlOpt.Policies.Sddp.RiskMeasures;
using Xunit;

namespace NlOpt.Solvers.Tests.Sddp;

public sealed class RiskMeasureTests
{
    private static readonly double[] Probabilities = [0.1, 0.2, 0.3, 0.4];
    private static readonly double[] Costs = [5, 40, 30, -10];

    [Fact]
    public void Expectation_keeps_the_probabilities() => Adjust(new Expectation()).Should().Equal(Probabilities);

    [Fact]
    public void Worst_case_has_all_the_weight() => Adjust(new WorstCase()).Should().Equal(0, 1, 0, 0);

    [Fact]
    public void Average_value_at_risk_is_the_mean_of_the_tail()
    {
        var adjusted = Adjust(new AverageValueAtRisk(0.4));
        adjusted.Zip([0, 0.5, 0.5, 0]).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
    }

    [Fact]
    public void Average_value_at_risk_of_everything_is_the_expectation() =>
        Adjust(new AverageValueAtRisk(1)).Zip(Probabilities).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-12);

    [Fact]
    public void Combination_is_the_weighted_mean() =>
        Adjust(new ConvexCombination((0.25, new Expectation()), (0.75, new WorstCase())))
            .Zip([0.025, 0.8, 0.075, 0.1]).Should().OnlyContain(pair => Math.Abs(pair.First - pair.Second) < 1e-12);

    [Fact]
    public void Names_hold_every_parameter() =>
        new ConvexCombination((0.25, new AverageValueAtRisk(0.1)), (0.75, new WorstCase())).Name.Should().Be("0.25 avar(0.1) + 0.75 worst-case");

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        FluentActions.Invoking(() => new AverageValueAtRisk(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new AverageValueAtRisk(double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new ConvexCombination((0.5, new WorstCase()))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new ConvexCombination()).Should().Throw<ArgumentException>();
    }

    [Property(MaxTest = 200)]
    public Property Adjusted_probabilities_are_probabilities_and_never_cheaper() => Prop.ForAll(
        Gen.Choose(1, 100).NonEmptyListOf().Select(weights => weights.ToArray()).ToArbitrary(),
        Gen.Choose(1, 100).Select(percent => percent / 100.0).ToArbitrary(),
        (weights, tail) =>
        {
            var probabilities = weights.Select(weight => weight / (double)weights.Sum()).ToArray();
            var costs = weights.Select((weight, index) => (double)(weight * (index + 3) % 17)).ToArray();
            var adjusted = new double[costs.Length];
            new AverageValueAtRisk(tail).Adjust(probabilities, costs, adjusted);
            adjusted.Should().OnlyContain(probability => probability >= -1e-12);
            adjusted.Sum().Should().BeApproximately(1, 1e-12);
            adjusted.Zip(costs, (probability, cost) => probability * cost).Sum()
                .Should().BeGreaterThanOrEqualTo(probabilities.Zip(costs, (probability, cost) => probability * cost).Sum() - 1e-9);
        });

    private static double[] Adjust(IRiskMeasure measure)
    {
        var adjusted = new double[4];
        measure.Adjust(Probabilities, Costs, adjusted);
        return adjusted;
    }
}

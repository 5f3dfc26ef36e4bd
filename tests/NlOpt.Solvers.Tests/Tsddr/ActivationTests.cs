using FluentAssertions;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Tsddr.Networks;
using Xunit;

namespace NlOpt.Solvers.Tests.Tsddr;

public class ActivationTests
{
    private static readonly double[] Arguments =
    [
        .. Enumerable.Range(0, 4000).Select(index => (index - 2000) * 0.0113),
        .. Enumerable.Range(-320, 340).Select(exponent => Math.Pow(10, exponent)),
        .. Enumerable.Range(-320, 340).Select(exponent => -Math.Pow(10, exponent)),
        double.PositiveInfinity, double.NegativeInfinity, 0, 0,
    ];

    [Fact]
    public void Tanh_is_right_to_a_few_units_in_the_last_place()
    {
        var values = Padded();
        Activation.Tanh(values);
        for (var index = 0; index < Arguments.Length; index++)
            values[index].Should().BeApproximately(Math.Tanh(Arguments[index]), 1e-15 * Math.Abs(Math.Tanh(Arguments[index])), "tanh({0})", Arguments[index]);
    }

    [Fact]
    public void The_logistic_function_is_right_to_a_few_units_in_the_last_place()
    {
        var values = Padded();
        Activation.Logistic(values);
        for (var index = 0; index < Arguments.Length; index++)
        {
            if (Arguments[index] < -700) continue;
            var expected = 1 / (1 + Math.Exp(-Arguments[index]));
            values[index].Should().BeApproximately(expected, 1e-15 * expected, "logistic({0})", Arguments[index]);
        }
    }

    [Fact]
    public void What_is_no_number_stays_so()
    {
        double[] values = [double.NaN, 1, 2, 3, 4, 5, 6, double.NaN];
        Activation.Tanh(values);
        values.Select(double.IsNaN).Should().Equal(true, false, false, false, false, false, false, true);
        values = [double.NaN, 1, 2, 3, 4, 5, 6, 7];
        Activation.Logistic(values);
        values[0].Should().Be(double.NaN);
    }

    [Fact]
    public void The_gradient_of_tanh_follows_from_its_value()
    {
        var random = new RandomNumbers(1);
        double[] value = [.. Enumerable.Range(0, 16).Select(_ => Math.Tanh(random.NextNormal()))];
        double[] gradient = [.. Enumerable.Range(0, 16).Select(_ => random.NextNormal())];
        var before = gradient.ToArray();
        Activation.PullBackTanh(value, gradient);
        for (var index = 0; index < value.Length; index++)
            gradient[index].Should().BeApproximately(before[index] * (1 - value[index] * value[index]), 1e-15);
    }

    private static double[] Padded() => [.. Arguments, .. new double[(8 - Arguments.Length % 8) % 8]];
}

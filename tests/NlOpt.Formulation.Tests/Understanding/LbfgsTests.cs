using FluentAssertions;
using NlOpt.Understanding.Learning;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class LbfgsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void A_quadratic_function_is_minimized(int size)
    {
        var random = new RandomStream((ulong)size);
        var factor = Enumerable.Range(0, size * size).Select(_ => random.NextDouble() - 0.5).ToArray();
        var minimizer = Enumerable.Range(0, size).Select(_ => 10 * random.NextDouble() - 5).ToArray();
        var point = new double[size];
        Lbfgs.Minimize(Function, point, 500, 1e-15);
        for (var index = 0; index < size; index++) point[index].Should().BeApproximately(minimizer[index], 1e-4);

        // |F (x - m)|^2 / 2 + |x - m|^2 / 2, whose gradient is F'F (x - m) + (x - m).
        double Function(double[] at, double[] gradient)
        {
            var distance = at.Select((value, index) => value - minimizer[index]).ToArray();
            var image = Enumerable.Range(0, size).Select(row => distance.Select((value, column) => factor[row * size + column] * value).Sum()).ToArray();
            for (var column = 0; column < size; column++)
                gradient[column] = distance[column] + image.Select((value, row) => factor[row * size + column] * value).Sum();
            return (image.Sum(value => value * value) + distance.Sum(value => value * value)) / 2;
        }
    }

    [Fact]
    public void The_line_search_shortens_steps_that_climb()
    {
        // Curvature grows quickly away from the minimizer at 2, so that the first full steps go too far.
        double[] point = [40];
        Lbfgs.Minimize(
            (at, gradient) =>
            {
                var distance = at[0] - 2;
                gradient[0] = 4 * distance * distance * distance + distance;
                return distance * distance * distance * distance + distance * distance / 2;
            },
            point, 200, 1e-15);
        point[0].Should().BeApproximately(2, 1e-4);
    }

    [Fact]
    public void At_the_minimizer_and_without_iterations_nothing_moves()
    {
        double[] minimizer = [3], elsewhere = [5];
        Lbfgs.Minimize(Parabola, minimizer, 10, 0);
        Lbfgs.Minimize(Parabola, elsewhere, 0, 0);
        minimizer[0].Should().Be(3);
        elsewhere[0].Should().Be(5);

        static double Parabola(double[] at, double[] gradient)
        {
            gradient[0] = 2 * (at[0] - 3);
            return (at[0] - 3) * (at[0] - 3);
        }
    }
}

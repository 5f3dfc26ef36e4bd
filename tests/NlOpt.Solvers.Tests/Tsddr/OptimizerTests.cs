using FluentAssertions;
using NlOpt.Policies.Tsddr.Optimizers;
using NlOpt.Policies.Tsddr.Training;
using Xunit;

namespace NlOpt.Solvers.Tests.Tsddr;

public class OptimizerTests
{
    [Fact]
    public void Adam_takes_the_steps_computed_by_hand()
    {
        // Gradients 2 and -1, then 1 and 0, with decays 1/2 and 3/4: the first step is the learning rate along each sign. Then the means are
        // (1, -1/2) and (1, -1/4), the squares (1, 1/4) and (1, 3/16); corrected by 3/4 and 7/16 the second step is
        // (4/3) / (4/sqrt 7) = sqrt(7)/3 and -(1/3) / sqrt(3/7) = -sqrt(7)/(3 sqrt 3) times the rate.
        var adam = new Adam(new AdamOptions { MeanDecay = 0.5, SquareDecay = 0.75, Epsilon = 1e-300 }, AdamState.Start(2));
        double[] parameters = [10, 20];
        adam.Step(0.1, [2, -1], parameters);
        parameters[0].Should().BeApproximately(9.9, 1e-14);
        parameters[1].Should().BeApproximately(20.1, 1e-14);
        adam.Step(0.2, [1, 0], parameters);
        parameters[0].Should().BeApproximately(9.9 - 0.2 * (1.5 * 0.5 / 0.75) / Math.Sqrt((0.75 * 1 + 0.25) / (7.0 / 16)) * 4 / 3, 1e-14);
        parameters[1].Should().BeApproximately(20.1 + 0.2 * Math.Sqrt(7) / (3 * Math.Sqrt(3)), 1e-14);
    }

    [Fact]
    public void Adam_goes_on_from_its_state_bit_for_bit()
    {
        var through = new Adam(new AdamOptions(), AdamState.Start(3));
        double[] first = [1, 2, 3], second = [1, 2, 3];
        var stopped = new Adam(new AdamOptions(), AdamState.Start(3));
        for (var step = 0; step < 20; step++)
        {
            if (step == 11) stopped = new Adam(new AdamOptions(), stopped.State);
            double[] gradient = [Math.Sin(step), Math.Cos(step), step * 0.1];
            through.Step(0.01, gradient, first);
            stopped.Step(0.01, gradient, second);
        }

        second.Should().Equal(first);
        stopped.State.Means.Should().Equal(through.State.Means);
    }

    [Fact]
    public void Adam_finds_the_lowest_point_of_a_bowl()
    {
        var adam = new Adam(new AdamOptions(), AdamState.Start(2));
        double[] at = [5, -3];
        var phase = new TrainingPhase(1, 1, 0.1, 1e-4, 0.01);
        for (var update = 0; update < 2000; update++) adam.Step(phase.Rate(update / 2000.0), [2 * (at[0] - 1), 20 * (at[1] - 2)], at);
        at[0].Should().BeApproximately(1, 1e-3);
        at[1].Should().BeApproximately(2, 1e-3);
    }

    [Fact]
    public void A_phase_warms_up_and_follows_half_a_cosine()
    {
        var phase = new TrainingPhase(1, 16, 1e-3, 1e-4, 0.2);
        phase.Rate(0.1).Should().BeApproximately(0.5e-3, 1e-18);
        phase.Rate(0.2).Should().Be(1e-3);
        phase.Rate(0.6).Should().BeApproximately(5.5e-4, 1e-18);
        phase.Rate(1).Should().BeApproximately(1e-4, 1e-18);
        Enumerable.Range(20, 80).Should().OnlyContain(percent => phase.Rate((percent + 1) / 100.0) < phase.Rate(percent / 100.0));
    }

    [Fact]
    public void Clipping_shortens_long_gradients_and_leaves_the_others()
    {
        double[] gradient = [3, 4];
        GradientClipping.ByNorm(gradient, 10).Should().Be(5);
        gradient.Should().Equal(3, 4);
        GradientClipping.ByNorm(gradient, 1).Should().Be(5);
        gradient[0].Should().BeApproximately(0.6, 1e-15);
        gradient[1].Should().BeApproximately(0.8, 1e-15);
        GradientClipping.ByNorm([double.NaN, 1], 1).Should().Be(double.NaN);
        double[] scaled = [0.03, 0.04];
        GradientClipping.ToUnitLength(scaled).Should().BeApproximately(0.05, 1e-15);
        scaled[0].Should().BeApproximately(0.6, 1e-15);
        double[] flat = [0, 0];
        GradientClipping.ToUnitLength(flat).Should().Be(0);
        flat.Should().Equal(0, 0);
    }

    [Fact]
    public void A_young_average_forgets_its_start()
    {
        var average = new AveragedWeights(0.999, [100.0], 0);
        for (var step = 0; step < 50; step++) average.Add([1.0]);
        average.Average[0].Should().BeInRange(1, 1.001);
    }

    [Fact]
    public void Averaged_weights_forget_slowly()
    {
        var average = new AveragedWeights(0.75, [8.0], 1000);
        average.Add([0.0]);
        average.Average[0].Should().Be(6);
        average.Add([2.0]);
        average.Average[0].Should().Be(5);
    }
}

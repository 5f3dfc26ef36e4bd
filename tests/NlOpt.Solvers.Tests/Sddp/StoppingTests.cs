using FluentAssertions;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Sddp.RiskMeasures;
using NlOpt.Policies.Sddp.Stopping;
using NlOpt.Policies.Training;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Sddp;

public sealed class StoppingTests
{
    [Fact]
    public void Stalled_bound_ends_the_training()
    {
        var result = Train(new SddpOptions { Stalling = new BoundStalling { Iterations = 6, RelativeMove = 1e-6 } });
        result.Stop.Should().Be(TrainingStop.Converged);
        var bounds = result.Curve.Select(point => point.Bound!.Value).ToList();
        (bounds[^1] - bounds[^7]).Should().BeLessThan(1e-6 * Math.Abs(bounds[^1]));
        (bounds[^2] - bounds[^8]).Should().BeGreaterThanOrEqualTo(1e-6 * Math.Abs(bounds[^2]), "it would have ended an iteration sooner");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(1, false)]
    public void Bound_stalls_only_when_the_latest_refresh_did_not_move_it(int? latestRefresh, bool isReached)
    {
        double[] bounds = latestRefresh == 2 ? [9, 9, 9, 9, 9] : [8, 8, 9, 9, 9];
        TrainingProgress[] curve = [.. bounds.Select((bound, index) => new TrainingProgress(TimeSpan.Zero, index + 1) { Bound = bound })];
        new BoundStalling { Iterations = 2 }.IsReached(curve, latestRefresh).Should().Be(isReached);
    }

    [Fact]
    public void Simulated_gap_ends_the_training_where_it_is_measured()
    {
        var result = Train(new SddpOptions { Stalling = null, SimulatedGap = new SimulatedGap { Interval = 7, Scenarios = 40 } });
        result.Stop.Should().Be(TrainingStop.Converged);
        (result.Curve.Length % 7).Should().Be(0);
    }

    [Fact]
    public void Simulated_gap_needs_the_expectation() =>
        FluentActions.Invoking(() => new SddpTrainer(OrToolsSolvers.Clp, new SddpOptions { SimulatedGap = new(), RiskMeasure = new WorstCase() }))
            .Should().Throw<ArgumentException>();

    [Fact]
    public void Problem_without_a_lower_bound_is_refused()
    {
        var problem = PublishedProblems.HydroThermal() with { StageCostLowerBound = null };
        var diagnostic = new SddpTrainer(OrToolsSolvers.Clp).Train(problem, new TrainingRequest()).Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Code.Should().Be("sddp.no-lower-bound");
        diagnostic.Remedy.Should().NotBeNull();
    }

    [Fact]
    public void A_lower_bound_that_some_stage_undercuts_is_refused()
    {
        var problem = PublishedProblems.HydroThermal() with { StageCostLowerBound = 7 };
        var diagnostic = new SddpTrainer(OrToolsSolvers.Clp).Train(problem, new TrainingRequest { MaximumUpdates = 20 }).Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Code.Should().Be("sddp.wrong-lower-bound");
        diagnostic.Remedy.Should().NotBeNull();
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        FluentActions.Invoking(() => new SddpOptions { Paths = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new SddpOptions { Lanes = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new SddpOptions { SelectionInterval = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new BoundStalling { RelativeMove = double.NaN }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new SimulatedGap { Scenarios = 1 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static TrainingResult Train(SddpOptions options) =>
        new SddpTrainer(OrToolsSolvers.Clp, options)
            .Train(HydroValley.Make(hasRain: true, hasMarkovPrices: true), new TrainingRequest { MaximumUpdates = 300 }).Value;
}

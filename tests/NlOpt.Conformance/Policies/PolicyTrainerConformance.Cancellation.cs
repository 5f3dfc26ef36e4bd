using System.Diagnostics;
using FluentAssertions;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Training;
using Xunit;

namespace NlOpt.Conformance.Policies;

public abstract partial class PolicyTrainerConformance
{
    [Fact]
    public void Cancelled_before_the_start_there_is_a_policy_all_the_same()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var start = Stopwatch.GetTimestamp();
        var training = Train(TinyProblems.LongShop, new TrainingRequest { MaximumUpdates = 1000 }, source.Token);
        Stopwatch.GetElapsedTime(start).Should().BeLessThan(Patience);
        training.Stop.Should().Be(TrainingStop.Cancelled);
        ShouldWork(training);
    }

    [Fact]
    public void Cancelled_between_updates_what_is_done_is_kept()
    {
        using var source = new CancellationTokenSource();
        var request = new TrainingRequest { Seed = 3, MaximumUpdates = 1000, Progress = progress => { if (progress.Updates == 2) source.Cancel(); } };
        var training = Train(TinyProblems.LongShop, request, source.Token);
        training.Stop.Should().Be(TrainingStop.Cancelled);
        training.Curve[^1].Updates.Should().BeInRange(2, 3);
        ShouldWork(training);
    }

    [Fact]
    public void Cancelled_from_another_thread_it_stops_promptly()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        var start = Stopwatch.GetTimestamp();
        var training = Train(TinyProblems.LongShop, new TrainingRequest { Seed = 3, MaximumUpdates = 1_000_000 }, source.Token);
        Stopwatch.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromSeconds(0.3) + Patience);
        training.Stop.Should().BeOneOf(TrainingStop.Cancelled, TrainingStop.Converged);
        ShouldWork(training);
    }

    [Fact]
    public void Duration_is_a_budget()
    {
        var start = Stopwatch.GetTimestamp();
        var training = Train(TinyProblems.LongShop, new TrainingRequest { Seed = 3, MaximumDuration = TimeSpan.FromSeconds(0.3) });
        Stopwatch.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromSeconds(0.3) + Patience);
        training.Stop.Should().BeOneOf(TrainingStop.Duration, TrainingStop.Converged);
        ShouldWork(training);
    }

    private static void ShouldWork(TrainingResult training) =>
        Simulate(TinyProblems.LongShop, training.Policy, ScenarioSet.Sample(TinyProblems.LongShop, 3, 5)).Failures.Should().BeEmpty();
}

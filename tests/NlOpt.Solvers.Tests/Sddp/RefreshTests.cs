using System.Collections.Immutable;
using FluentAssertions;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Sddp.Cuts;
using NlOpt.Policies.Sddp.Files;
using NlOpt.Policies.Sddp.Passes;
using NlOpt.Policies.Training;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Sddp;

/// <summary>A refresh makes the cuts anew where they were, and never weaker there.</summary>
public sealed class RefreshTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nlopt-sddp-");
    private readonly MultistageProblem _problem = HydroValley.Make(hasRain: true, hasMarkovPrices: false);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(CutKind.Single)]
    [InlineData(CutKind.Multiple)]
    public void Refreshed_cuts_are_higher_where_they_were_made(CutKind kind)
    {
        var options = new SddpOptions { CutKind = kind, SelectionInterval = 2 };
        var before = Points(options);
        var after = Points(options with { RefreshInterval = 1 });
        after.Select(stage => stage.Select(point => point.State[0])).Should().BeEquivalentTo(
            before.Select(stage => stage.Select(point => point.State[0])), order => order.WithStrictOrdering(), "the trial points stay");
        var gains = before.Zip(after).SelectMany(stage => stage.First.Zip(stage.Second, (old, made) => made.Height - old.Height)).ToArray();
        gains.Should().OnlyContain(gain => gain >= 0);
        gains.Max().Should().BeGreaterThan(1, "the first cuts knew nothing of the stages behind them");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void Bound_never_falls_and_ends_at_the_optimum(int? interval)
    {
        var trained = new SddpTrainer(OrToolsSolvers.Clp, new SddpOptions { SelectionInterval = 3, RefreshInterval = interval, Stalling = null })
            .Train(_problem, new TrainingRequest { MaximumUpdates = 30 }).Value;
        trained.Curve.Select(point => point.Bound!.Value).Should().BeInAscendingOrder();
        trained.Curve[^1].Failures.Should().Be(0);
    }

    [Fact]
    public void Cancelled_refresh_leaves_the_cuts_as_they_were()
    {
        var pools = CutPools.Of(_problem, CutKind.Single, Points(new SddpOptions { SelectionInterval = 2 }));
        var points = pools.Select(pool => pool.Points).ToArray();
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var failures = new List<StageFailure>();
        int[][] orders = [.. _problem.Noises.Select(NoiseOrder.Of)];
        new CutRefresh(_problem, OrToolsSolvers.Clp, new SddpOptions(), new ParallelOptions(), orders)
            .Run(pools, failures, cancellation.Token).Should().BeNull();
        pools.Select(pool => pool.Points).Should().BeEquivalentTo(points, order => order.WithStrictOrdering());
        failures.Should().BeEmpty();
    }

    /// <summary>The refresh ends the second block; the first one is not done again, so its cuts must still be those from before.</summary>
    [Fact]
    public void Training_cancelled_around_a_refresh_goes_on_to_the_same_cuts()
    {
        var options = new SddpOptions { SelectionInterval = 2, RefreshInterval = 2, Lanes = 1 };
        var request = new TrainingRequest { MaximumUpdates = 4, Threads = 1, CheckpointFolder = _folder.FullName };
        var (expected, whole, _) = Train(request, int.MaxValue);
        for (var last = whole / 2; last <= whole; last++)
        {
            Train(request, last).Stop.Should().Be(TrainingStop.Cancelled);
            Train(request with { Resume = true }, int.MaxValue).Policy.Should().Equal(expected, "it was cancelled after solve {0}", last);
        }

        (byte[] Policy, int Solves, TrainingStop Stop) Train(TrainingRequest asked, int last)
        {
            using var cancellation = new CancellationTokenSource();
            var solver = new CancellingSolver(OrToolsSolvers.Clp, last, cancellation);
            var path = Path.Combine(_folder.FullName, "policy.json");
            var trained = new SddpTrainer(solver, options).Train(_problem, asked, cancellation.Token).Value;
            ((SddpPolicy)trained.Policy).Save(path);
            return (File.ReadAllBytes(path), solver.Solves, trained.Stop);
        }
    }

    [Fact]
    public void Interval_counts_selections()
    {
        var options = new SddpOptions { SelectionInterval = 3, RefreshInterval = 2 };
        Enumerable.Range(0, 14).Where(iteration => options.LatestRefresh(iteration) == iteration).Should().Equal(6, 12);
        (options.LatestRefresh(5), options.LatestRefresh(11)).Should().Be((null, 6));
        (options with { RefreshInterval = null }).LatestRefresh(6).Should().BeNull();
        FluentActions.Invoking(() => options with { RefreshInterval = 0 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    private ImmutableArray<ImmutableArray<TrialPoint>> Points(SddpOptions options)
    {
        var path = Path.Combine(_folder.FullName, "policy.json");
        var trained = new SddpTrainer(OrToolsSolvers.Clp, options).Train(_problem, new TrainingRequest { MaximumUpdates = 2 }).Value;
        ((SddpPolicy)trained.Policy).Save(path);
        return SddpFile.Read(path, _problem).Value.Points;
    }
}

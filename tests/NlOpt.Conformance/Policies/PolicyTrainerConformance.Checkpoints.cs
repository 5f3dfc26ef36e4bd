using FluentAssertions;
using NlOpt.Policies.Training;
using Xunit;

namespace NlOpt.Conformance.Policies;

public abstract partial class PolicyTrainerConformance
{
    private const int ResumedUpdates = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(ResumedUpdates - 1)]
    public void Killed_and_resumed_it_ends_as_if_nothing_had_happened(int update)
    {
        using var folder = new TemporaryFolder();
        var request = Request(folder);
        var mortal = request with { Progress = progress => { if (progress.Updates == update) throw new KilledException(); } };
        var killed = () => Create().Train(TinyProblems.LongShop, mortal);
        killed.Should().Throw<KilledException>("what the progress callback throws is the caller's");
        int? first = null;
        var resumed = Train(TinyProblems.LongShop, request with { Resume = true, Threads = 1, Progress = progress => first ??= progress.Updates });
        ShouldBeTheSame(resumed, Uninterrupted());
        if (update > 2) first.Should().BeGreaterThan(1, "work is taken up where the checkpoint left it, not done again");
    }

    [Fact]
    public void Cancelled_twice_and_resumed_it_ends_as_if_nothing_had_happened()
    {
        using var folder = new TemporaryFolder();
        foreach (var update in new[] { 2, 5 })
        {
            using var source = new CancellationTokenSource();
            var request = Request(folder) with { Resume = true, Progress = progress => { if (progress.Updates == update) source.Cancel(); } };
            Train(TinyProblems.LongShop, request, source.Token).Stop.Should().Be(TrainingStop.Cancelled);
        }

        var elapsed = TimeSpan.Zero;
        var resumed = Train(TinyProblems.LongShop, Request(folder) with { Resume = true });
        ShouldBeTheSame(resumed, Uninterrupted());
        foreach (var point in resumed.Curve)
        {
            point.Elapsed.Should().BeGreaterThanOrEqualTo(elapsed, "earlier sessions count");
            elapsed = point.Elapsed;
        }
    }

    [Fact]
    public void Finished_training_resumed_is_finished()
    {
        using var folder = new TemporaryFolder();
        var first = Train(TinyProblems.LongShop, Request(folder));
        var told = new List<int>();
        var again = Request(folder) with { Resume = true, Progress = progress => told.Add(progress.Updates) };
        ShouldBeTheSame(Train(TinyProblems.LongShop, again), first);
        told.Should().NotContain(updates => updates != ResumedUpdates, "no update was left to do");
    }

    [Fact]
    public void Resuming_without_checkpoint_starts_anew()
    {
        using var folder = new TemporaryFolder();
        ShouldBeTheSame(Train(TinyProblems.LongShop, Request(folder) with { Resume = true }), Uninterrupted());
    }

    [Fact]
    public void Without_resume_a_checkpoint_is_replaced()
    {
        using var folder = new TemporaryFolder();
        Train(TinyProblems.LongShop, Request(folder) with { Seed = 12, MaximumUpdates = 2 });
        ShouldBeTheSame(Train(TinyProblems.LongShop, Request(folder)), Uninterrupted());
        ShouldBeTheSame(Train(TinyProblems.LongShop, Request(folder) with { Resume = true }), Uninterrupted());
    }

    [Fact]
    public void Checkpoint_of_another_problem_is_refused()
    {
        using var folder = new TemporaryFolder();
        Train(TinyProblems.Shop, Request(folder));
        ShouldBeRefused(Create().Train(TinyProblems.LongShop, Request(folder) with { Resume = true }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.98)]
    public void Truncated_checkpoint_is_refused(double share)
    {
        using var folder = new TemporaryFolder();
        Train(TinyProblems.LongShop, Request(folder));
        folder.Files.Should().NotBeEmpty();
        foreach (var file in folder.Files)
        {
            var bytes = File.ReadAllBytes(file);
            File.WriteAllBytes(file, bytes[..(int)(share * bytes.Length)]);
        }

        ShouldBeRefused(Create().Train(TinyProblems.LongShop, Request(folder) with { Resume = true }));
    }

    [Fact]
    public void Damaged_checkpoint_never_changes_the_policy()
    {
        using var folder = new TemporaryFolder();
        var expected = Train(TinyProblems.LongShop, Request(folder));
        foreach (var file in folder.Files)
        {
            var bytes = File.ReadAllBytes(file);
            for (var part = 1; part < 6; part++)
            {
                var damaged = (byte[])bytes.Clone();
                damaged[part * bytes.Length / 6] ^= 0x04;
                File.WriteAllBytes(file, damaged);
                var result = Create().Train(TinyProblems.LongShop, Request(folder) with { Resume = true });
                if (result.TryGetValue(out var training)) ShouldBeTheSame(training, expected);
                else ShouldBeRefused(result);
            }

            File.WriteAllBytes(file, bytes);
        }
    }

    private static TrainingRequest Request(TemporaryFolder folder) =>
        new() { Seed = 11, MaximumUpdates = ResumedUpdates, Threads = 2, CheckpointFolder = folder.Path };

    private TrainingResult Uninterrupted() =>
        Train(TinyProblems.LongShop, new TrainingRequest { Seed = 11, MaximumUpdates = ResumedUpdates, Threads = 2 });

    private sealed class KilledException : Exception;

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nlopt-checkpoint-");

        public string Path => _folder.FullName;

        public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

        public void Dispose() => _folder.Delete(recursive: true);
    }
}

using System.Globalization;
using FluentAssertions;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Conformance.Solvers;

public abstract partial class SolverConformance
{
    [SkippableFact]
    public void A_thousand_solves_do_not_grow_memory()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "resident memory is read from /proc, which this system lacks");
        void Round(int count)
        {
            for (var index = 0; index < count; index++)
            {
                using var session = Open(Generator.Assignment(4, AnyKind, out _).Build());
                session.Solve().Termination.Should().Be(TerminationReason.Optimal);
                session.SetVariableBounds(Id(index % 16), 0, 0);
                session.Solve().Termination.Should().Be(TerminationReason.Optimal);
            }
        }

        // Pools of allocators and the compiler fill up at first, so growth is measured between later halves; a leaked native model costs
        // tens of kilobytes a solve, far above the line.
        Round(250);
        var before = ResidentKilobytes();
        Round(500);
        var growth = ResidentKilobytes() - before;
        growth.Should().BeLessThan(12_000, "1000 solves must give back what they take");
    }

    [SkippableFact]
    public void Sessions_on_two_threads_do_not_disturb_each_other()
    {
        var seeds = Enumerable.Range(0, 30).ToArray();
        SolveResult SolveOne(int seed) => Solve(Solver.Capabilities.IntegerVariables ? Generator.SmallInteger(seed) : Generator.SmallLinear(seed));
        var alone = seeds.Select(SolveOne).ToArray();
        var together = new SolveResult[2][];
        var threads = Enumerable.Range(0, 2).Select(side => new Thread(() => together[side] = [.. seeds.Select(SolveOne)])).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        foreach (var results in together)
        {
            results.Select(result => result.Termination).Should().Equal(alone.Select(result => result.Termination));
            results.Select(result => result.PrimalBound).Should().Equal(alone.Select(result => result.PrimalBound));
        }
    }

    [SkippableFact]
    public void Nothing_is_written_to_standard_output_or_error()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "file descriptors are caught the Linux way");
        var written = StandardStreams.Catch(() =>
        {
            SolveToOptimum(new ModelDraft().Variable(5, 0, 9, AnyKind).Row(null, 6, (0, 2)).Maximize(), 15);
            ShouldBeInfeasible(new ModelDraft().Variable(5, 0, 9, AnyKind).Row(7, 7, (0, 1)).Row(8, 8, (0, 1)));
            Solve(Hard, new SolveOptions { TimeLimit = TimeSpan.FromSeconds(0.2) });
        });
        written.Should().BeEmpty();
    }

    private static long ResidentKilobytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}

using System.Diagnostics;
using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Conformance.Solvers;

public abstract partial class SolverConformance
{
    // How late an engine may notice that it should stop, on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private ModelDraft Hard => Solver.Capabilities.IntegerVariables ? Generator.HardInteger() : Generator.HardLinear();

    [SkippableFact]
    public void Time_limit_holds()
    {
        var limit = TimeSpan.FromSeconds(0.4);
        var draft = Hard;
        using var session = Open(draft.Build(), new SolveOptions { TimeLimit = limit });
        var start = Stopwatch.GetTimestamp();
        var result = session.Solve();
        Stopwatch.GetElapsedTime(start).Should().BeLessThan(limit + Patience);
        result.Termination.Should().Be(TerminationReason.LimitReached, result.Detail);
        result.Limit.Should().Be(SolveLimit.Time);
        result.Dual.Should().BeNull("nothing is proved optimal");
        if (result.Primal is { } primal) primal.ObjectiveValue.Should().BeApproximately(draft.Objective(primal.Values), 1e-6 * Math.Abs(primal.ObjectiveValue) + 1e-6);
    }

    [SkippableFact]
    public void Time_limit_counts_for_each_solve_anew()
    {
        using var session = Open(
            new ModelDraft().Variable(5, 0, 9, AnyKind).Variable(4, 0, 9, AnyKind).Row(null, 10, (0, 2), (1, 3)).Maximize().Build(),
            new SolveOptions { TimeLimit = TimeSpan.FromSeconds(0.5) });
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(0.8) || round < 20; round++)
        {
            session.SetRowBounds(new RowId(0), null, 10 + round % 7);
            session.Solve().Termination.Should().Be(TerminationReason.Optimal, "round {0}", round);
        }
    }

    [SkippableFact]
    public void Cancelled_before_the_start()
    {
        using var session = Open(Hard.Build());
        using var source = new CancellationTokenSource();
        source.Cancel();
        var start = Stopwatch.GetTimestamp();
        var result = session.Solve(source.Token);
        Stopwatch.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromSeconds(1));
        result.Termination.Should().Be(TerminationReason.Cancelled);
        result.Primal.Should().BeNull();
    }

    [SkippableFact]
    public void Cancelled_from_another_thread_and_used_again()
    {
        var draft = Hard;
        using var session = Open(draft.Build());
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(0.4));
        var start = Stopwatch.GetTimestamp();
        var result = session.Solve(source.Token);
        var elapsed = Stopwatch.GetElapsedTime(start);
        result.Termination.Should().Be(TerminationReason.Cancelled, result.Detail);
        elapsed.Should().BeLessThan(TimeSpan.FromSeconds(0.4) + Patience);

        for (var index = 0; index < draft.Columns.Count; index++) session.SetObjectiveCoefficient(Id(index), 0);
        if (Solver.Capabilities.IntegerVariables) for (var row = 0; row < draft.Lines.Count; row++) session.SetRowBounds(new RowId(row), 0, null);
        ShouldBeOptimal(session.Solve(), 0);
    }

    [SkippableFact]
    public void Gap_asked_for_is_enough()
    {
        NeedsInteger();
        var random = new Random(8);
        var draft = new ModelDraft().Maximize();
        for (var index = 0; index < 60; index++) draft.Variable(random.Next(20, 80), 0, 1, VariableKind.Binary);
        for (var row = 0; row < 4; row++) draft.Row(null, 700, [.. Enumerable.Range(0, 60).Select(index => (index, (double)random.Next(20, 80)))]);
        var result = Solve(draft, new SolveOptions { RelativeGap = 0.1 });
        result.Termination.Should().Be(TerminationReason.Optimal, result.Detail);
        result.RelativeGap.Should().BeLessThanOrEqualTo(0.1);
    }

    [SkippableFact]
    public void Threads_and_seed_leave_the_optimum_alone()
    {
        foreach (var options in new[] { new SolveOptions { Threads = 2 }, new SolveOptions { Seed = 17 }, new SolveOptions { Threads = 2, Seed = 3 } })
        {
            SolveToOptimum(
                new ModelDraft().Variable(7, 0, 9, AnyKind).Variable(4, 0, 9, AnyKind).Row(null, 24, (0, 4), (1, 2)).Row(null, 6, (1, 1)).Maximize(), 45, options);
        }
    }

    [SkippableFact]
    public void Same_model_gives_the_same_values()
    {
        var draft = Generator.Assignment(12, AnyKind, out _);
        Solve(draft).Primal!.Values.Should().Equal(Solve(draft).Primal!.Values);
    }
}

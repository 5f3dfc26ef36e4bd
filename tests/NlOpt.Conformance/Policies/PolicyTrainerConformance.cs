using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Policies;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Policies.Training;
using NlOpt.Solving;
using Xunit;

namespace NlOpt.Conformance.Policies;

/// <summary>What every trainer must do. A method's test is a subclass that names the trainer and what it promises.</summary>
public abstract partial class PolicyTrainerConformance
{
    // How late a trainer may notice that it should stop, on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>
    /// A trainer with settings fit for a problem of one state, three outcomes and three stages, that writes a checkpoint every update or
    /// two and keeps the curve; a new one at each call.
    /// </summary>
    protected abstract IPolicyTrainer Create();

    /// <summary>Solves the reference the policies are held against; dual values needed.</summary>
    protected abstract ISolver Solver { get; }

    /// <summary>How far above the optimum of the tiny problem the expected cost may lie, relative.</summary>
    protected abstract double Tolerance { get; }

    /// <summary>Updates or iterations within which <see cref="Tolerance"/> is reached; they take a second or so.</summary>
    protected abstract int Updates { get; }

    [Fact]
    public void Method_and_policy_have_names()
    {
        Create().Method.Should().MatchRegex("^[a-z][a-z-]*$").And.Be(Create().Method);
        Train(TinyProblems.Shop, new TrainingRequest { MaximumUpdates = 1 }).Policy.Name.Should().NotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Tiny_problem_is_solved()
    {
        var optimum = DeterministicEquivalent.Solve(TinyProblems.Shop, Solver).Value.ExpectedCost;
        var training = Train(TinyProblems.Shop, new TrainingRequest { Seed = 1, MaximumUpdates = Updates });
        var summary = Simulate(TinyProblems.Shop, training.Policy, TinyProblems.Everything).Summarize(TinyProblems.Shop.StageCount);
        summary.Failures.Should().Be(0);
        summary.Cost.Mean.Should().BeGreaterThanOrEqualTo(optimum - 1e-6 * optimum, "no policy beats the scenario tree");
        summary.Cost.Mean.Should().BeLessThanOrEqualTo(optimum * (1 + Tolerance));
        foreach (var bound in training.Curve.Select(point => point.Bound).OfType<double>())
            bound.Should().BeLessThanOrEqualTo(optimum + 1e-6 * optimum, "a bound lies below the optimum");
    }

    [Fact]
    public void Threads_do_not_change_the_policy()
    {
        var one = Train(TinyProblems.LongShop, new TrainingRequest { Seed = 7, MaximumUpdates = 6, Threads = 1 });
        var two = Train(TinyProblems.LongShop, new TrainingRequest { Seed = 7, MaximumUpdates = 6, Threads = 2 });
        ShouldBeTheSame(two, one);
    }

    [Fact]
    public void Updates_are_a_budget()
    {
        var training = Train(TinyProblems.LongShop, new TrainingRequest { MaximumUpdates = 3 });
        training.Stop.Should().Be(TrainingStop.Updates);
        training.Curve[^1].Updates.Should().Be(3);
    }

    [Fact]
    public void Infeasible_stage_ends_in_a_diagnostic()
    {
        var result = Create().Train(TinyProblems.Unservable, new TrainingRequest { MaximumUpdates = 50 });
        ShouldBeRefused(result);
    }

    [Fact]
    public void Progress_runs_forward_and_holds_the_curve()
    {
        var seen = new List<TrainingProgress>();
        var training = Train(TinyProblems.LongShop, new TrainingRequest { MaximumUpdates = 5, Progress = seen.Add });
        seen.Select(point => point.Updates).Distinct().Should().Equal(1, 2, 3, 4, 5);
        training.Curve.Should().NotBeEmpty().And.BeSubsetOf(seen);
        foreach (var (before, after) in seen.Zip(seen.Skip(1)))
        {
            after.Updates.Should().BeGreaterThanOrEqualTo(before.Updates);
            after.Elapsed.Should().BeGreaterThanOrEqualTo(before.Elapsed);
            after.Failures.Should().BeGreaterThanOrEqualTo(before.Failures);
        }
    }

    private TrainingResult Train(MultistageProblem problem, TrainingRequest request, CancellationToken cancellationToken = default)
    {
        var result = Create().Train(problem, request, cancellationToken);
        result.IsSuccess.Should().BeTrue(string.Join("; ", result.Diagnostics));
        return result.Value;
    }

    private static SimulationResult Simulate(MultistageProblem problem, IPolicy policy, ScenarioSet scenarios)
    {
        var result = Simulator.Run(problem, policy, scenarios, new SimulationOptions { Threads = 2 });
        result.IsSuccess.Should().BeTrue(string.Join("; ", result.Diagnostics));
        return result.Value;
    }

    private static void ShouldBeRefused(Result<TrainingResult> result)
    {
        result.IsSuccess.Should().BeFalse("there is no policy to be had");
        result.Diagnostics.Should().Contain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Message.Length > 0);
    }

    /// <summary>The same curve, times aside, and the same costs in every stage of a scenario set: bit for bit.</summary>
    private static void ShouldBeTheSame(TrainingResult actual, TrainingResult expected)
    {
        actual.Stop.Should().Be(expected.Stop);
        actual.Curve.Select(WithoutTime).Should().Equal(expected.Curve.Select(WithoutTime));
        var problem = TinyProblems.LongShop;
        var scenarios = ScenarioSet.Sample(problem, 20, 99);
        var (left, right) = (Simulate(problem, actual.Policy, scenarios), Simulate(problem, expected.Policy, scenarios));
        for (var scenario = 0; scenario < scenarios.Count; scenario++)
            for (var stage = 0; stage < problem.StageCount; stage++)
                left.Cost(scenario, stage).Should().Be(right.Cost(scenario, stage));
    }

    private static TrainingProgress WithoutTime(TrainingProgress progress) => progress with { Elapsed = TimeSpan.Zero };
}

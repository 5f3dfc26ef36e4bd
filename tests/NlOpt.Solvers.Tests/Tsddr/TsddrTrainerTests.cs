using FluentAssertions;
using NlOpt.Datasets.Hydro;
using NlOpt.Modeling;
using NlOpt.Policies.Examples;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Policies.Training;
using NlOpt.Policies.Tsddr.Networks;
using NlOpt.Policies.Tsddr.Optimizers;
using NlOpt.Policies.Tsddr.Rules;
using NlOpt.Policies.Tsddr.Training;
using NlOpt.Solvers.Tests.Hydro;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Tsddr;

/// <summary>What lies beside the contract of trainers: odd problems, engines that cannot do it, options that make no sense.</summary>
public class TsddrTrainerTests
{
    private static readonly TsddrOptions Small = new() { Network = new NetworkShape.Linear(), PanelSize = 2, Phases = [new TrainingPhase(1, 2, 0.05, 0.05)] };

    public static TheoryData<TsddrOptions> Ways() => new()
    {
        Small,
        Small with { UseLibrary = false },
        Small with { Penalized = new PenalizedTargets() },
        Small with { Penalized = new PenalizedTargets { WindowLength = 2 } },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Odd_problems_are_trained(TsddrOptions options)
    {
        foreach (var problem in new[] { OddProblems.Wealth, OddProblems.Single })
        {
            var training = new TsddrTrainer(OrToolsSolvers.Clp, options).Train(problem, new TrainingRequest { MaximumUpdates = 20, Threads = 2 });
            training.IsSuccess.Should().BeTrue(string.Join("; ", training.Diagnostics));
            training.Value.Curve.Should().OnlyContain(point => point.Failures == 0 && double.IsFinite(point.Cost!.Value));
            var simulated = Simulator.Run(problem, training.Value.Policy, ScenarioSet.Sample(problem, 4, 1)).Value;
            simulated.Failures.Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void An_engine_that_cannot_do_it_is_no_exception(TsddrOptions options)
    {
        Refusal(OrToolsSolvers.Scip).Should().Be("solve.unsupported");
        Refusal(new EngineSolver("absent", OrToolsSolvers.Clp.Capabilities, _ => throw new NotSupportedException(), () => Diagnostic.Error("solve.engine-missing", "none")))
            .Should().Be("solve.engine-missing");

        string Refusal(ISolver solver)
        {
            var training = new TsddrTrainer(solver, options).Train(OddProblems.Wealth, new TrainingRequest { MaximumUpdates = 5, Threads = 2 });
            training.IsSuccess.Should().BeFalse();
            return training.Diagnostics[0].Code;
        }
    }

    [Fact]
    public void Stages_that_chance_passes_over_at_the_start_have_costs_all_the_same()
    {
        var problem = OddProblems.RareDemand(kinds: 200);
        var training = new TsddrTrainer(OrToolsSolvers.Clp, Small).Train(problem, new TrainingRequest { MaximumUpdates = 1, Threads = 2 }).Value;
        training.Curve[0].Failures.Should().Be(0);
        training.Curve[0].Cost.Should().BeGreaterThanOrEqualTo(0);
        training.Curve[0].CostGap.Should().BeGreaterThanOrEqualTo(0).And.BeLessThan(1e6);
    }

    [Fact]
    public void A_first_batch_without_slope_does_not_stop_the_training()
    {
        var trainer = new TsddrTrainer(OrToolsSolvers.Clp, Small with { UseLibrary = false });
        var start = trainer.Train(OddProblems.RareDemand(2), new TrainingRequest { MaximumUpdates = 1, Seed = 3 }).Value;
        start.Curve[0].GradientNorm.Should().Be(0, "nothing was wanted in the first batch");
        var training = trainer.Train(OddProblems.RareDemand(2), new TrainingRequest { MaximumUpdates = 60, Seed = 3 }).Value;
        training.Curve.Should().Contain(point => point.GradientNorm > 0);
        Parameters(training).Should().NotEqual(Parameters(start));

        static IEnumerable<double> Parameters(TrainingResult result) => ((DecisionRule)((DecisionRulePolicy)result.Policy).Rule).Parameters;
    }

    [Theory]
    [InlineData(1, 12, 24, 12)]
    [InlineData(2, 3, 7, 6)]
    [InlineData(4, 6, 12, 12)]
    [InlineData(2, 3, 5, 3)]
    public void The_season_is_that_of_stages_and_noises_together(int stages, int noises, int stageCount, int season)
    {
        var single = OddProblems.Single;
        var problem = new MultistageProblem(
            "season", single.State, [.. Enumerable.Repeat(single.Stages[0], stages)], [.. Enumerable.Repeat(single.Noises[0], noises)], stageCount);
        RuleFeatures.Of(problem).SeasonLength.Should().Be(season);
    }

    [Theory]
    [InlineData("wealth")]
    [InlineData("production")]
    public void A_certified_library_has_the_costs_and_gradients_of_exact_solves(string name)
    {
        var problem = name == OddProblems.Wealth.Name ? OddProblems.Wealth : ExampleProblems.Find(name)!.Create();
        var rule = new DecisionRule(new NetworkShape.Perceptron([8]), [], RuleFeatures.Of(problem), new FractionActivation(), problem.TargetMap!);
        var parameters = new double[rule.Network.ParameterCount];
        rule.Network.Initialize(new RandomNumbers(4), parameters);
        var scenarios = ScenarioSet.Sample(problem, 19, 5);
        using var exact = new StrictTrainingCosts(problem, rule, OrToolsSolvers.Clp, useLibrary: false, scenarios, 2);
        using var library = new StrictTrainingCosts(problem, rule, OrToolsSolvers.Clp, useLibrary: true, scenarios, 2);
        var none = library.Evaluate(parameters, scenarios, 0, CancellationToken.None);
        (none.Failures, none.MeanCost).Should().Be((19, null), "an empty library knows no cost");

        library.EvaluatePanel(parameters, CancellationToken.None).Missing.Should().BePositive();
        library.EvaluatePanel(parameters, CancellationToken.None).Missing.Should().Be(0);
        var (known, wanted) = (library.Evaluate(parameters, scenarios, 0, CancellationToken.None), exact.Evaluate(parameters, scenarios, 0, CancellationToken.None));
        known.Failures.Should().Be(0);
        known.MeanCost.Should().BeApproximately(wanted.MeanCost!.Value, 1e-6 * wanted.MeanCost.Value);
        var (left, right) = (known.Gradient.ToArray(), wanted.Gradient.ToArray());
        left.Zip(right, (one, other) => Math.Abs(one - other)).Max().Should().BeLessThan(1e-6 * right.Max(Math.Abs));
        library.Certify(scenarios, 50, new RandomNumbers(6), CancellationToken.None).Should().BeEquivalentTo(new { Points = 50, Missing = 0, Failures = 0 });
    }

    /// <summary>The stages of the valley have many optimal bases, which only engines with a fixed history choose alike.</summary>
    [Theory]
    [InlineData("mlp 8", true, null)]
    [InlineData("lstm 4", false, null)]
    [InlineData("mlp 8", true, 4)]
    public void Degenerate_stages_give_the_same_bytes_on_any_number_of_threads_interrupted_or_not(string shape, bool useLibrary, int? window)
    {
        var whole = HydroProblem.Of(HydroData.Open(HydroCases.Valley));
        var problem = new MultistageProblem("valley", whole.State, whole.Stages, whole.Noises, 12) { Measures = whole.Measures, TargetMap = whole.TargetMap };
        var options = Small with
        {
            Network = NetworkShape.Parse(shape).Value,
            UseLibrary = useLibrary,
            Penalized = window is null ? null : new PenalizedTargets { WindowLength = window },
            Phases = [new TrainingPhase(0.5, 20, 0.05, 0.05), new TrainingPhase(0.5, 5, 0.05, 0.01)],
            PanelSize = 10,
            PanelInterval = 2,
            BlockLength = 3,
        };
        var folder = Directory.CreateTempSubdirectory("nlopt-tsddr-");
        try
        {
            var request = new TrainingRequest { Seed = 3, MaximumUpdates = 8, Threads = 1 };
            var expected = Train(request);
            Train(request with { Threads = 3 }).Should().Equal(expected);
            foreach (var update in new[] { 2, 5 })
            {
                using var source = new CancellationTokenSource();
                var kept = request with { CheckpointFolder = folder.FullName, Resume = true, Progress = point => { if (point.Updates == update) source.Cancel(); } };
                new TsddrTrainer(OrToolsSolvers.Clp, options).Train(problem, kept, source.Token).Value.Stop.Should().Be(TrainingStop.Cancelled);
            }

            Train(request with { CheckpointFolder = folder.FullName, Resume = true, Threads = 2 }).Should().Equal(expected);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        IEnumerable<double> Train(TrainingRequest asked) =>
            ((DecisionRule)((DecisionRulePolicy)new TsddrTrainer(OrToolsSolvers.Clp, options).Train(problem, asked).Value.Policy).Rule).Parameters;
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Action[] mistakes =
        [
            () => _ = new TsddrOptions { Phases = [new TrainingPhase(1, 0, 1, 1)] },
            () => _ = new TsddrOptions { Phases = [new TrainingPhase(1, 1, double.NaN, 1)] },
            () => _ = new TsddrOptions { Phases = [new TrainingPhase(2, 1, 1, 1), new TrainingPhase(-1, 1, 1, 1)] },
            () => _ = new TsddrOptions { LongestGradient = 0 },
            () => _ = new TsddrOptions { AveragingDecay = 1 },
            () => _ = new TsddrOptions { PanelSize = 0 },
            () => _ = new TsddrOptions { PanelInterval = 0 },
            () => _ = new TsddrOptions { BlockLength = 0 },
        ];
        foreach (var mistake in mistakes) mistake.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(9.1)]
    [InlineData(-0.1)]
    public void A_target_beyond_the_bounds_is_a_failure_and_no_cost(double target)
    {
        var policy = new DecisionRulePolicy("wild", OddProblems.Single, new FixedTarget(target), OrToolsSolvers.Clp);
        var failure = Simulator.Run(OddProblems.Single, policy, ScenarioSet.Sample(OddProblems.Single, 1, 1)).Value.Failures.Should().ContainSingle().Subject;
        failure.Termination.Should().Be(TerminationReason.Failed);
        failure.Detail.Should().Contain("'kept'");
    }

    [Theory]
    [InlineData(3, 2, 2, 2)]
    [InlineData(2, 3, 2, 2)]
    [InlineData(2, 2, 3, 2)]
    [InlineData(2, 2, 2, 3)]
    public void A_checkpoint_whose_arrays_do_not_fit_is_refused(int parameters, int moments, int average, int best)
    {
        var folder = Directory.CreateTempSubdirectory("nlopt-arrays-");
        try
        {
            var problem = OddProblems.Single;
            var rule = new DecisionRule(new NetworkShape.Linear(), [], RuleFeatures.Of(problem), new FractionActivation(), problem.TargetMap!);
            using var costs = new StrictTrainingCosts(problem, rule, OrToolsSolvers.Clp, useLibrary: true, ScenarioSet.Sample(problem, 1, 1), 1);
            var identity = new CheckpointIdentity("problem", "settings");
            var state = new TrainingState
            {
                Updates = 1,
                Parameters = new double[parameters],
                Adam = new Adam(new AdamOptions(), AdamState.Start(moments)),
                Average = new AveragedWeights(0.5, new double[average], 0),
                Best = new double[best],
                CertifiedPoints = 8,
            };
            CheckpointFile.Write(folder.FullName, identity, state, costs).Should().BeNull();
            CheckpointFile.Read(folder.FullName, identity, 2, 0.5, costs).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("policy.checkpoint.unreadable");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class FixedTarget(double target) : ITargetRule, ITargetRuleSession
    {
        public TargetPenalty? Penalty => null;

        public ITargetRuleSession Open() => this;

        public void Target(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, Span<double> into) => into.Fill(target);

        public void Dispose()
        {
            // Nothing to give back.
        }
    }
}

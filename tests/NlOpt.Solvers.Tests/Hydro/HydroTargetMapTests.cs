using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Datasets.Hydro;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Targets;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Hydro;

public sealed class HydroTargetMapTests
{
    private const double Step = 1e-6;

    /// <summary>
    /// The stage has a solution that holds the target, and it costs (and sheds) no more than one that may hold more water than that: what
    /// is short is water kept back, not a target that suits the network badly.
    /// </summary>
    [SkippableTheory]
    [InlineData(HydroCases.Valley)]
    [InlineData(HydroCases.Bolivia)]
    public void EveryTargetCanBeReachedAndForcesNothingBesides(string name)
    {
        var problem = HydroProblem.Of(HydroData.Open(name));
        CheckReachable(problem, 60, (volumes, noise, target, cost) =>
        {
            var relaxed = HorizonModel.OfPath(problem, 0, volumes, [[.. noise]]);
            using var session = OrToolsSolvers.Clp.Open(relaxed.Model).Value;
            for (var state = 0; state < target.Length; state++)
                session.SetVariableBounds(relaxed.Outgoing(0, state), target[state], problem.State[state].Upper);
            session.Solve().Primal!.ObjectiveValue.Should().BeApproximately(cost, 1e-6 * (1 + cost));
        });
    }

    [Property(MaxTest = 40)]
    public void TargetsOfAnyCascadeCanBeReached(ulong seed) =>
        CheckReachable(HydroProblem.Of(RandomCases.Draw(new RandomNumbers(seed))), 10, (_, _, _, _) => { });

    [SkippableTheory]
    [InlineData(HydroCases.Valley)]
    [InlineData(HydroCases.Bolivia)]
    public void TheGradientIsThatOfTheMap(string name) => CheckGradient(HydroData.Open(name), new RandomNumbers(3), 100);

    [Property(MaxTest = 60)]
    public void TheGradientIsThatOfTheMapInAnyCascade(ulong seed) =>
        CheckGradient(RandomCases.Draw(new RandomNumbers(seed)), new RandomNumbers(seed).Fork(1), 5);

    [SkippableFact]
    public void AReservoirWithoutCapacityStaysEmptyAndHasNoGradient()
    {
        var problem = HydroProblem.Of(HydroData.Open(HydroCases.Bolivia));
        var empty = problem.State.Select((state, index) => (state, index)).Single(pair => pair.state.Upper == 0).index;
        problem.State[empty].Name.Should().Be("CHJ");
        var (volumes, noise, fractions) = Draw(problem, new RandomNumbers(5));
        var (target, incomingGradient, fractionGradient) = (new double[11], new double[11], new double[11]);
        problem.TargetMap!.Map(0, volumes, noise, fractions, target);
        problem.TargetMap.PullBack(0, volumes, noise, fractions, [.. Enumerable.Repeat(1.0, 11)], incomingGradient, fractionGradient);
        target[empty].Should().Be(0);
        fractionGradient[empty].Should().Be(0);
        incomingGradient[empty].Should().Be(0);
    }

    /// <summary>
    /// By hand, K = 1, no inflow: the upper one has 10, keeps its fraction and lets at most 3 through its turbine; the lower one has 1 and
    /// wants all that it could get from turbines.
    /// </summary>
    [Theory]
    [InlineData(0.2, true, true, 4)]
    [InlineData(0.2, true, false, 4)]
    [InlineData(0.2, false, true, 1)]
    [InlineData(0.9, true, true, 2)]
    [InlineData(0.9, true, false, 2)]
    [InlineData(0.9, false, false, 1)]
    public void TheLowerReservoirKeepsNoMoreThanReachesIt(double fraction, bool turbine, bool spill, double expected)
    {
        var upper = RandomCases.Reservoir(0, highestVolume: 20, highestOutflow: 3) with
        {
            TurbineDownstream = turbine ? 1 : null, SpillDownstream = spill ? 1 : null,
        };
        var map = new HydroTargetMap(RandomCases.Of([upper, RandomCases.Reservoir(1, highestVolume: 100, highestOutflow: 50)]));
        var target = new double[2];
        map.Map(0, [10, 1], [0, 0], [fraction, 1], target);
        target[0].Should().BeApproximately(10 * fraction, 1e-12);
        target[1].Should().BeApproximately(expected, 1e-12);
    }

    [Fact]
    public void MinimumsAreKeptWhereThereIsWater()
    {
        var hydroCase = RandomCases.Of(
        [
            RandomCases.Reservoir(0, highestVolume: 20, highestOutflow: 10) with
            {
                LowestVolume = 4, VolumeViolationCost = 10, LowestOutflow = 3, OutflowViolationCost = 10,
            },
        ]);
        var map = new HydroTargetMap(hydroCase);
        double Target(double volume, double fraction)
        {
            var target = new double[1];
            map.Map(0, [volume], [0], [fraction], target);
            return target[0];
        }

        Target(15, 0).Should().BeApproximately(4, 1e-12, "the lowest volume is the lower end");
        Target(15, 1).Should().BeApproximately(12, 1e-12, "the lowest outflow leaves");
        Target(5, 1).Should().BeApproximately(2, 1e-12, "the lowest outflow goes first");
        Target(2, 1).Should().Be(0, "less than the lowest outflow is there");
        HydroProblem.Of(hydroCase).Measures.Select(measure => measure.Kind).Should().EndWith([MeasureKind.Violation, MeasureKind.Violation]);
    }

    private static void CheckReachable(MultistageProblem problem, int draws, Action<double[], double[], double[], double> check)
    {
        var stage = new TargetStage(problem.StageAt(0));
        using var session = TargetSession.Open(stage, OrToolsSolvers.Clp).Value;
        var random = new RandomNumbers(11);
        var (target, parameters) = (new double[problem.State.Length], new double[stage.ParametricRows.Length]);
        for (var draw = 0; draw < draws; draw++)
        {
            var (volumes, noise, fractions) = Draw(problem, random);
            problem.TargetMap!.Map(0, volumes, noise, fractions, target);
            for (var state = 0; state < target.Length; state++) target[state].Should().BeInRange(0, problem.State[state].Upper!.Value);
            stage.Parameters(volumes, noise, target, parameters);
            var result = session.Solve(parameters, []);
            result.Termination.Should().Be(TerminationReason.Optimal);
            check(volumes, noise, target, result.Primal!.ObjectiveValue + stage.TargetCost(target));
        }
    }

    /// <summary>Central differences of a weighted sum of targets; where the two one-sided differences disagree is a kink, left out.</summary>
    private static void CheckGradient(HydroCase hydroCase, RandomNumbers random, int draws)
    {
        var problem = HydroProblem.Of(hydroCase);
        var count = problem.State.Length;
        var smooth = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            var (volumes, noise, fractions) = Draw(problem, random);
            var weights = Enumerable.Range(0, count).Select(_ => random.NextNormal()).ToArray();
            double Value()
            {
                var target = new double[count];
                problem.TargetMap!.Map(0, volumes, noise, fractions, target);
                return target.Zip(weights, (value, weight) => value * weight).Sum();
            }

            var (incomingGradient, fractionGradient) = (new double[count], new double[count]);
            problem.TargetMap!.PullBack(0, volumes, noise, fractions, weights, incomingGradient, fractionGradient);
            foreach (var (point, gradient) in new[] { (volumes, incomingGradient), (fractions, fractionGradient) })
                for (var index = 0; index < count; index++)
                {
                    var (at, here) = (point[index], Value());
                    point[index] = at + Step;
                    var forward = (Value() - here) / Step;
                    point[index] = at - Step;
                    var backward = (here - Value()) / Step;
                    point[index] = at;
                    var scale = 1 + Math.Abs(gradient[index]);
                    if (Math.Abs(forward - backward) > 1e-5 * scale) continue;
                    gradient[index].Should().BeApproximately((forward + backward) / 2, 1e-6 * scale);
                    smooth++;
                }
        }

        smooth.Should().BeGreaterThan(draws * count, "few points are kinks");
    }

    private static (double[] Volumes, double[] Noise, double[] Fractions) Draw(MultistageProblem problem, RandomNumbers random) => (
        [.. problem.State.Select(state => state.Upper!.Value * random.NextUniform())],
        problem.NoiseAt(0).Outcome(random.NextOutcome(problem.NoiseAt(0).Probabilities)).ToArray(),
        [.. problem.State.Select(_ => random.NextUniform())]);
}

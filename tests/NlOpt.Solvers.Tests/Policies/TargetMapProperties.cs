using FluentAssertions;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Targets;
using NlOpt.Solving;

namespace NlOpt.Solvers.Tests.Policies;

/// <summary>What every target map owes its problem, at a random point.</summary>
internal static class TargetMapProperties
{
    /// <summary>Whatever incoming state (within bounds and room), noise and fractions, the strict target stage has a plan.</summary>
    public static void ShouldBeReachable(MultistageProblem problem, double? room, RandomNumbers random, ISolver solver)
    {
        var (stage, incoming, noise, fraction) = Point(problem, room, random);
        foreach (ref var value in fraction.AsSpan()) if (random.NextUniform() < 0.2) value = random.NextIndex(2); // corners too
        var target = new double[incoming.Length];
        problem.TargetMap!.Map(stage, incoming, noise, fraction, target);
        for (var state = 0; state < target.Length; state++)
            target[state].Should().BeInRange(problem.State[state].Lower!.Value - 1e-9, problem.State[state].Upper!.Value + 1e-9);
        var reduced = new TargetStage(problem.StageAt(stage));
        var parameters = new double[reduced.ParametricRows.Length];
        reduced.Parameters(incoming, noise, target, parameters);
        using var session = TargetSession.Open(reduced, solver).Value;
        session.Solve(parameters, new double[parameters.Length]).Termination.Should().Be(TerminationReason.Optimal);
    }

    /// <summary>The reverse derivative equals central differences wherever the map has no kink nearby.</summary>
    /// <returns>False at a kink, where nothing was compared.</returns>
    public static bool PullBackEqualsDifferences(MultistageProblem problem, double? room, RandomNumbers random)
    {
        const double Step = 1e-5;
        var map = problem.TargetMap!;
        var (stage, incoming, noise, fraction) = Point(problem, room, random);
        var size = incoming.Length;
        var weights = Enumerable.Range(0, size).Select(_ => random.NextNormal()).ToArray();
        double Value(double[] state, double[] share)
        {
            var target = new double[size];
            map.Map(stage, state, noise, share, target);
            return target.Zip(weights, (value, weight) => value * weight).Sum();
        }

        var (incomingGradient, fractionGradient) = (new double[size], new double[size]);
        incomingGradient[0] = 7; // it is added to
        map.PullBack(stage, incoming, noise, fraction, weights, incomingGradient, fractionGradient);
        incomingGradient[0] -= 7;
        for (var index = 0; index < size; index++)
        {
            var slopes = Slopes(step => Value(Moved(incoming, index, step), fraction)).ToArray();
            if (Math.Abs(slopes[0] - slopes[1]) > 1e-4) return false;
            incomingGradient[index].Should().BeApproximately((slopes[0] + slopes[1]) / 2, 1e-4);
            slopes = [.. Slopes(step => Value(incoming, Moved(fraction, index, step)))];
            if (Math.Abs(slopes[0] - slopes[1]) > 1e-2) return false;
            fractionGradient[index].Should().BeApproximately((slopes[0] + slopes[1]) / 2, 1e-3);
        }

        return true;

        static IEnumerable<double> Slopes(Func<double, double> at) => [(at(Step) - at(0)) / Step, (at(0) - at(-Step)) / Step];
        static double[] Moved(double[] values, int index, double step) => [.. values.Select((value, other) => other == index ? value + step : value)];
    }

    private static (int Stage, double[] Incoming, double[] Noise, double[] Fraction) Point(
        MultistageProblem problem, double? room, RandomNumbers random)
    {
        var stage = random.NextIndex(problem.StageCount);
        var incoming = problem.State.Select(
            variable => variable.Lower!.Value + (variable.Upper!.Value - variable.Lower!.Value) * random.NextUniform()).ToArray();
        if (room is { } most && incoming.Sum() > most)
        {
            var scale = most * random.NextUniform() / incoming.Sum();
            for (var index = 0; index < incoming.Length; index++) incoming[index] *= scale;
        }

        var distribution = problem.NoiseAt(stage);
        var noise = distribution.Outcome(random.NextIndex(distribution.Count)).ToArray();
        return (stage, incoming, noise, [.. incoming.Select(_ => random.NextUniform())]);
    }
}

using NlOpt.Policies.Problems;

namespace NlOpt.Solvers.Tests.Sddp;

/// <summary>
/// Two reservoirs of 200, one above the other, sell power in three stages (the hydro valley of SDDP.jl's documentation). The price is known,
/// or follows a Markov chain of two prices: then the present price is a state of two shares of which one is 1, moved by noise.
/// </summary>
internal static class HydroValley
{
    private static readonly double[][] Prices = [[1, 2], [2, 1], [3, 4]];
    private static readonly (double Upper, double Lower)[] Rains = [(0, 0), (20, 0), (50, 20)];

    // In the first stage the price is that of the first state. Later the chain goes to the first one with probability 0.6 from the first, 0.3
    // from the second.
    private static readonly (double Probability, double FirstStays, double SecondTurns)[] Moves = [(0.3, 1, 1), (0.3, 1, 0), (0.4, 0, 0)];

    public static MultistageProblem Make(bool hasRain, bool hasMarkovPrices)
    {
        // Noise: rain above, rain below, then which of the two prices follows the first and which follows the second.
        var still = NoiseDistribution.Of([[0.0, 0, 1, 0, 0, 1]]);
        var later = (from rain in hasRain ? Rains : Rains[..1]
                     from move in hasMarkovPrices ? Moves : [(1, 1, 0)]
                     let probability = move.Probability / (hasRain ? Rains.Length : 1)
                     let share = new[] { move.FirstStays, 1 - move.FirstStays, move.SecondTurns, 1 - move.SecondTurns }
                     select (probability, noise: (double[])[rain.Upper, rain.Lower, .. share])).ToList();
        var noise = NoiseDistribution.Of([.. later.Select(outcome => outcome.noise)], [.. later.Select(outcome => outcome.probability)]);
        return new MultistageProblem(
            "hydro valley",
            [new("upper", null, 200, 0, 200), new("lower", null, 200, 0, 200), new("first price", null, 1, 0, 1), new("second price", null, 0, 0, 1)],
            [.. Prices.Select(Stage)], [still, noise, noise], 3)
        { StageCostLowerBound = -560 };
    }

    private static StageModel Stage(double[] prices)
    {
        double[] flows = [50, 60, 70], powers = [55, 65, 70];
        var stage = new StageSketch();
        var level = new[] { stage.Variable("upper", upper: 200), stage.Variable("lower", upper: 200) };
        var share = new[] { stage.Variable("first share", upper: 1), stage.Variable("second share", upper: 1) };
        var spill = new[] { stage.Variable("spill above", 1000), stage.Variable("spill below", 1000) };
        var taken = new[] { stage.Variable("rain above"), stage.Variable("rain below") };
        var sold = new[] { stage.Variable("sold at first", -prices[0]), stage.Variable("sold at second", -prices[1]) };
        var dispatch = Enumerable.Range(0, 2).Select(reservoir =>
            flows.Select((_, knot) => stage.Variable($"dispatch {reservoir} {knot}", upper: 1)).ToArray()).ToArray();
        for (var reservoir = 0; reservoir < 2; reservoir++)
        {
            stage.Row(null, 1, [.. dispatch[reservoir].Select(knot => (1.0, knot))]);
            stage.Noise(stage.Row(null, 0, (1, taken[reservoir])), reservoir);
            var below = dispatch[reservoir].Select((knot, index) => (flows[index], knot));
            var above = reservoir == 0 ? [] : dispatch[0].Select((knot, index) => (-flows[index], knot)).Append((-1, spill[0]));
            stage.Incoming(stage.Row(0, 0, [(1, level[reservoir]), (1, spill[reservoir]), (-1, taken[reservoir]), .. below, .. above]), reservoir);
        }

        stage.Row(0, 0, [(1, sold[0]), (1, sold[1]), .. dispatch.SelectMany(knots => knots.Select((knot, index) => (-powers[index], knot)))]);
        for (var price = 0; price < 2; price++)
        {
            stage.Row(null, 0, (1, sold[price]), (-140, share[price]));
            var follows = stage.Row(0, 0, (1, share[price]));
            stage.Incoming(follows, 2, noise: 2 + price);
            stage.Incoming(follows, 3, noise: 4 + price);
        }

        return stage.Finish([.. level, .. share]);
    }
}

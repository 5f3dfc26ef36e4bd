using NlOpt.Modeling;
using NlOpt.Policies.Problems;

namespace NlOpt.Solvers.Tests.Sddp;

/// <summary>
/// Problems with published optima: examples that the documentation of SDDP.jl solves (its FAST, StructDualDynProg and hydro valley
/// examples) and the farmer of Birge and Louveaux, Introduction to Stochastic Programming, section 1.1. Profits are negative costs. Problems
/// there with integers or without an end are not of the kind that is solved here. Prices that follow a Markov chain are: the chain is a
/// state that noises move, since noise may multiply the incoming state.
/// </summary>
internal static class PublishedProblems
{
    private static readonly NoiseDistribution Nothing = NoiseDistribution.Of([[0.0]]);

    /// <summary>A reservoir and a thermal plant serve a demand of 6 twice; the rain of the second stage is unknown. Optimum 10.</summary>
    public static MultistageProblem HydroThermal()
    {
        var stage = new StageSketch();
        var level = stage.Variable("level", upper: 8);
        var (release, thermal) = (stage.Variable("release"), stage.Variable("thermal", cost: 5));
        stage.Row(6, null, (1, release), (1, thermal));
        var balance = stage.Row(null, 0, (1, level), (1, release));
        stage.Incoming(balance, 0);
        stage.Noise(balance, 0);
        return new MultistageProblem(
            "hydro thermal", [new("level", null, 0, 0, 8)],
            [stage.Finish(level)], [NoiseDistribution.Of([[6.0]]), NoiseDistribution.Of([[2.0], [10.0]])], 2);
    }

    /// <summary>Buy at 1, sell at 2 up to a demand of 2 or 3. Optimum -2.</summary>
    public static MultistageProblem BuyThenSell()
    {
        var buying = new StageSketch();
        var bought = buying.Variable("bought", cost: 1);
        var selling = new StageSketch();
        var (left, sold) = (selling.Variable("left"), selling.Variable("sold", cost: -2));
        selling.Incoming(selling.Row(null, 0, (1, sold)), 0);
        selling.Noise(selling.Row(null, 0, (1, sold)), 0);
        return new MultistageProblem(
            "buy then sell", [new("stock", null, 0, 0, null)], [buying.Finish(bought), selling.Finish(left)],
            [Nothing, NoiseDistribution.Of([[2.0], [3.0]])], 2) { StageCostLowerBound = -6 };
    }

    /// <summary>Two goods made a stage ahead of a common demand of 2 or 10. Optimum -23.96.</summary>
    public static MultistageProblem TwoGoods()
    {
        var stage = new StageSketch();
        var made = new[] { stage.Variable("first made", cost: 0.2), stage.Variable("second made", cost: 0.7) };
        var sold = new[] { stage.Variable("first sold", cost: -2.33), stage.Variable("second sold", cost: -2.54) };
        for (var good = 0; good < 2; good++) stage.Incoming(stage.Row(null, 0, (1, sold[good])), good);
        stage.Noise(stage.Row(null, 0, (1, sold[0]), (1, sold[1])), 0);
        var demand = NoiseDistribution.Of([[2.0], [10.0]]);
        return new MultistageProblem(
            "two goods", [new("first", null, 0, 0, null), new("second", null, 0, 0, null)], [stage.Finish([.. made])], [Nothing, demand, demand], 3)
        { StageCostLowerBound = -25.4 };
    }

    /// <summary>500 acres under wheat, corn and beets; yields differ by a fifth either way. Optimum -108,390.</summary>
    public static MultistageProblem Farmer()
    {
        string[] crops = ["wheat", "corn", "beets"];
        double[] plantingCosts = [150, 230, 260];
        var planting = new StageSketch();
        var areas = crops.Select((crop, index) => planting.Variable(crop, plantingCosts[index])).ToArray();
        planting.Row(null, 500, [.. areas.Select(area => (1.0, area))]);
        var harvest = new StageSketch();
        var (wheatBought, cornBought) = (harvest.Variable("wheat bought", 238), harvest.Variable("corn bought", 210));
        var (wheatSold, cornSold) = (harvest.Variable("wheat sold", -170), harvest.Variable("corn sold", -150));
        var (beetsSold, beetsDumped) = (harvest.Variable("beets sold", -36, upper: 6000), harvest.Variable("beets dumped", -10));
        var fallow = crops.Select(crop => harvest.Variable(crop)).ToArray();
        RowId[] balances =
        [
            harvest.Row(null, -200, (-1, wheatBought), (1, wheatSold)),
            harvest.Row(null, -240, (-1, cornBought), (1, cornSold)),
            harvest.Row(null, 0, (1, beetsSold), (1, beetsDumped)),
        ];
        for (var crop = 0; crop < 3; crop++) harvest.Incoming(balances[crop], crop, noise: crop);
        var yields = NoiseDistribution.Of([[2, 2.4, 16], [2.5, 3, 20], [3, 3.6, 24]]);
        return new MultistageProblem(
            "farmer", [.. crops.Select(crop => new StateVariable(crop, "acre", 0, 0, 500))],
            [planting.Finish([.. areas]), harvest.Finish([.. fallow])],
            [NoiseDistribution.Of([[0.0, 0, 0]]), yields], 2) { StageCostLowerBound = -1e6 };
    }

    /// <summary>
    /// Four kinds of power plants built a stage ahead of a load curve in three blocks. Optimum 340,315.52 in 2 stages, 406,712.49 in 3.
    /// </summary>
    public static MultistageProblem PowerPlants(int stageCount)
    {
        double[] investment = [16, 5, 32, 2], running = [25, 80, 6.5, 160], hours = [8760, 7000, 1500];
        double[] low = [0, 3919, 7329, 10315], high = [0, 7086, 9004, 11169];
        StageModel Stage(bool builds)
        {
            var stage = new StageSketch();
            var capacity = Enumerable.Range(0, 4).Select(plant => stage.Variable($"capacity {plant}")).ToArray();
            double? room = builds ? null : 0;
            var built = Enumerable.Range(0, 4).Select(plant => stage.Variable($"built {plant}", investment[plant], upper: room)).ToArray();
            var shed = stage.Variable("shed", 1e6);
            var runs = Enumerable.Range(0, 4).Select(plant => hours
                .Select((duration, block) => stage.Variable($"run {plant} {block}", running[plant] * duration / 8760)).ToArray()).ToArray();
            for (var plant = 0; plant < 4; plant++)
            {
                stage.Incoming(stage.Row(0, 0, (1, capacity[plant]), (-1, built[plant])), plant);
                stage.Incoming(stage.Row(null, 0, [.. runs[plant].Select(run => (1.0, run))]), plant);
            }

            for (var block = 0; block < 3; block++)
                stage.Noise(stage.Row(0, null, [(1, shed), .. runs.Select(plant => (1.0, plant[block]))]), block);
            return stage.Finish([.. capacity]);
        }

        var load = NoiseDistribution.Of(
            [[low[1], low[2] - low[1], low[3] - low[2]], [high[1], high[2] - high[1], high[3] - high[2]]], [0.9, 0.1]);
        return new MultistageProblem(
            "power plants", [.. Enumerable.Range(0, 4).Select(plant => new StateVariable($"capacity {plant}", null, 0, 0, null))],
            [.. Enumerable.Range(1, stageCount).Select(stage => Stage(stage < stageCount))],
            [NoiseDistribution.Of([[0.0, 0, 0]]), .. Enumerable.Repeat(load, stageCount - 1)], stageCount);
    }
}

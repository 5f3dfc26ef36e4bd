using FluentAssertions;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Sddp.Cuts;
using NlOpt.Policies.Training;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Sddp;

public sealed class CutTests
{
    [Theory]
    [InlineData(CutKind.Single, 3, null)]
    [InlineData(CutKind.Multiple, 3, null)]
    [InlineData(CutKind.Single, 25, null)]
    [InlineData(CutKind.Single, 25, 1)]
    [InlineData(CutKind.Multiple, 25, 2)]
    public void Cuts_lie_below_the_true_cost_to_go(CutKind kind, int iterations, int? refresh)
    {
        var problem = HydroValley.Make(hasRain: true, hasMarkovPrices: true);
        var options = new SddpOptions { CutKind = kind, Paths = 2, SelectionInterval = 5, RefreshInterval = refresh };
        var policy = (SddpPolicy)new SddpTrainer(OrToolsSolvers.Clp, options)
            .Train(problem, new TrainingRequest { MaximumUpdates = iterations }).Value.Policy;
        var random = new RandomNumbers(4);
        for (var trial = 0; trial < 10; trial++)
        {
            var share = random.NextUniform();
            double[] state = [200 * random.NextUniform(), 200 * random.NextUniform(), share, 1 - share];
            for (var stage = 0; stage < 2; stage++)
                policy.CostToGo(stage, state).Should().BeLessThanOrEqualTo(TrueCostToGo(problem, stage, state) + 1e-6);
        }
    }

    [Fact]
    public void Selection_keeps_the_cuts_that_are_highest_somewhere()
    {
        var selection = new LevelOneSelection();
        Cut low = new(0, [1]), high = new(1, [1]), falling = new(5, [-1]);
        selection.Add([1], low).Should().BeTrue();
        selection.Add([2], high).Should().BeTrue();
        selection.Selected.Should().Equal([high], "it lies above the other everywhere");
        selection.Add([3], new Cut(0.5, [1])).Should().BeFalse();
        selection.Add([0], falling).Should().BeTrue();
        selection.Selected.Should().Equal([high, falling], "at 3 the first is higher, at 0 the second");
        selection.HeightAt([10]).Should().Be(11);
    }

    [Fact]
    public void Of_equal_cuts_the_oldest_stays()
    {
        var selection = new LevelOneSelection();
        Cut first = new(1, [2]), second = new(1, [2]);
        selection.Add([1], first);
        selection.Add([1], second).Should().BeFalse();
        selection.Selected.Should().ContainSingle().Which.Should().BeSameAs(first);
    }

    [Fact]
    public void Cut_that_was_given_up_comes_back_where_it_is_highest()
    {
        var selection = new LevelOneSelection();
        Cut rising = new(0, [1]), flat = new(2, [0]);
        selection.Add([1], rising);
        selection.Add([1], flat);
        selection.Selected.Should().Equal(flat);
        selection.Add([5], new Cut(-1, [1]));
        selection.Selected.Should().Equal([rising, flat]);
    }

    private static double TrueCostToGo(MultistageProblem problem, int stage, double[] state)
    {
        var rest = new MultistageProblem(
            "rest", [.. problem.State.Zip(state, (variable, value) => variable with { Initial = value })],
            [.. Enumerable.Range(stage + 1, 2 - stage).Select(problem.StageAt)],
            [.. Enumerable.Range(stage + 1, 2 - stage).Select(problem.NoiseAt)], 2 - stage);
        return DeterministicEquivalent.Solve(rest, OrToolsSolvers.Clp).Value.ExpectedCost;
    }
}

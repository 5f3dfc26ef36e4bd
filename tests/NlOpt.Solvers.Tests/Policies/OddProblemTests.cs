using FluentAssertions;
using NlOpt.Policies.Examples;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Scenarios;
using NlOpt.Policies.Simulation;
using NlOpt.Policies.Targets;
using NlOpt.Solvers.Tests.Tsddr;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Policies;

/// <summary>What a problem may be, and what it may not.</summary>
public class OddProblemTests
{
    [Fact]
    public void Ends_that_nothing_clamps_are_described()
    {
        var free = new ClampedAffine(1, [1], [], double.NegativeInfinity, double.PositiveInfinity);
        new BoxTargetMap([new TargetRange(free, free)]).Describe().Should().Contain("\"upper\":\"Infinity\"");
    }

    [Theory]
    [InlineData(double.NaN, null)]
    [InlineData(null, double.PositiveInfinity)]
    [InlineData(2.0, 1.0)]
    public void Bounds_of_states_are_finite_and_in_order(double? lower, double? upper)
    {
        var problem = OddProblems.Single;
        var make = () => new MultistageProblem("bad", [new StateVariable("kept", null, 0, lower, upper)], problem.Stages, problem.Noises, 1);
        make.Should().Throw<ArgumentException>().WithMessage("*'kept'*");
    }

    [Fact]
    public void Measures_without_names_are_a_mistake_of_the_caller()
    {
        var inventory = ExampleProblems.Find("inventory")!.Create();
        var nameless = new MultistageProblem("nameless", inventory.State, inventory.Stages, inventory.Noises, 2);
        var scenarios = ScenarioSet.Sample(nameless, 1, 1);
        var simulate = () => Simulator.Run(nameless, new MyopicPolicy(nameless, OrToolsSolvers.Clp), scenarios);
        simulate.Should().Throw<ArgumentException>().WithMessage("*measure*");
        var foresee = () => PerfectForesight.Run(nameless, scenarios, OrToolsSolvers.Clp);
        foresee.Should().Throw<ArgumentException>().WithMessage("*measure*");
    }
}

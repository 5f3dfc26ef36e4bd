using FluentAssertions;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;
using NlOpt.Policies.References;
using NlOpt.Policies.Sddp;
using NlOpt.Policies.Training;
using NlOpt.Solvers.Tests.Hydro;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Solvers.Tests.Sddp;

/// <summary>The stochastic three-bus case of HydroPowerModels: 12 stages, 3 outcomes.</summary>
public sealed class ThreeBusTests
{
    /// <summary>Another engine's bounds after as many iterations, without refreshes as there; both still rise a little.</summary>
    [SkippableTheory]
    [InlineData(null, 11_336.29)]
    [InlineData(new[] { 0.3, 0.4, 0.3 }, 11_301.93)]
    public void Bound_reaches_the_one_measured_elsewhere(double[]? probabilities, double bound) =>
        Train(Make(12, probabilities), 60, null).Should().BeInRange(bound - 0.1, bound * 1.0005);

    [SkippableFact]
    public void Bound_of_the_first_stages_is_the_optimum_of_their_tree()
    {
        var problem = Make(5, null);
        var optimum = DeterministicEquivalent.Solve(problem, OrToolsSolvers.Clp).Value.ExpectedCost;
        Train(problem, 60, 3).Should().BeApproximately(optimum, 1e-5 * optimum);
    }

    private static double Train(MultistageProblem problem, int iterations, int? refresh) =>
        new SddpTrainer(OrToolsSolvers.Clp, new SddpOptions { RefreshInterval = refresh })
            .Train(problem, new TrainingRequest { MaximumUpdates = iterations }).Value.Curve[^1].Bound!.Value;

    private static MultistageProblem Make(int stages, double[]? probabilities)
    {
        var problem = HydroProblem.Of(HydroData.Open("case3"));
        var noises = problem.Noises.Select(noise =>
            NoiseDistribution.Of([.. Enumerable.Range(0, noise.Count).Select(outcome => noise.Outcome(outcome).ToArray())], probabilities));
        return new MultistageProblem(problem.Name, problem.State, problem.Stages, [.. noises], stages);
    }
}

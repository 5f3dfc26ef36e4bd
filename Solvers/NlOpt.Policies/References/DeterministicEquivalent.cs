using System.Globalization;

namespace NlOpt.Policies.References;

/// <summary>The exact optimum of a small problem: its whole scenario tree as one linear program.</summary>
/// <param name="ExpectedCost">The least expected cost that any policy can have.</param>
/// <param name="Horizon">The tree; the weight of a node is its probability.</param>
/// <param name="Values">One value a variable of the program.</param>
public sealed record DeterministicEquivalent(double ExpectedCost, HorizonModel Horizon, ImmutableArray<double> Values)
{
    /// <summary>Builds the program of the tree.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="nodeLimit">Most nodes the tree may have; at least 1.</param>
    /// <returns>The program, stage by stage and outcomes in order; or <c>policy.tree-too-large</c>.</returns>
    public static Result<HorizonModel> Build(MultistageProblem problem, int nodeLimit = 20_000)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(nodeLimit, 1);
        var nodes = ImmutableArray.CreateBuilder<HorizonNode>();
        List<int?> parents = [null];
        for (var stage = 0; stage < problem.StageCount; stage++)
        {
            var noise = problem.NoiseAt(stage);
            if (nodes.Count + (long)parents.Count * noise.Count > nodeLimit) return Result.Failure<HorizonModel>(TooLarge(problem, stage, nodeLimit));
            var first = nodes.Count;
            foreach (var parent in parents)
            {
                var weight = parent is { } index ? nodes[index].Weight : 1;
                for (var outcome = 0; outcome < noise.Count; outcome++)
                    nodes.Add(new HorizonNode(stage, parent, [.. noise.Outcome(outcome)], weight * noise.Probabilities[outcome]));
            }

            parents = [.. Enumerable.Range(first, nodes.Count - first).Select(node => (int?)node)];
        }

        return Result.Success(HorizonModel.Of(problem, problem.State.Select(variable => variable.Initial).ToArray(), nodes.DrainToImmutable()));
    }

    /// <summary>Solves the program of the tree.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="solver">Solves it.</param>
    /// <param name="nodeLimit">Most nodes the tree may have; at least 1.</param>
    /// <param name="cancellationToken">Stops the engine.</param>
    /// <returns>The optimum; or <c>policy.tree-too-large</c>, <c>policy.unsolved</c>, or why the engine cannot be used.</returns>
    public static Result<DeterministicEquivalent> Solve(
        MultistageProblem problem, ISolver solver, int nodeLimit = 20_000, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        var built = Build(problem, nodeLimit);
        if (!built.TryGetValue(out var horizon)) return Result.Failure<DeterministicEquivalent>(built.Diagnostics);
        var opened = solver.Open(horizon.Model);
        if (!opened.TryGetValue(out var session)) return Result.Failure<DeterministicEquivalent>(opened.Diagnostics);
        SolveResult result;
        using (session) result = session.Solve(cancellationToken);
        return result is { Termination: TerminationReason.Optimal, Primal: { } primal }
            ? Result.Success(new DeterministicEquivalent(primal.ObjectiveValue, horizon, primal.Values))
            : Result.Failure<DeterministicEquivalent>(Diagnostic.Error(
                "policy.unsolved",
                $"the scenario tree of '{problem.Name}' was not solved: {result.Termination}{(result.Detail is { } detail ? $", {detail}" : "")}",
                remedy: result.Termination == TerminationReason.Infeasible ? "let some stage shed, or purchase at a price" : null));
    }

    private static Diagnostic TooLarge(MultistageProblem problem, int stage, int limit) => Diagnostic.Error(
        "policy.tree-too-large",
        string.Create(
            CultureInfo.InvariantCulture,
            $"the scenario tree of '{problem.Name}' has more than {limit} nodes from stage {stage + 1} of {problem.StageCount} on"),
        remedy: "take fewer stages or outcomes, or train with sddp, which needs no tree");
}

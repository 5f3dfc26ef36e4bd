namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>What missing a target costs where targets need not be reachable (the paper's pen): for each state variable
/// <c>Absolute * |d| + Squared * d^2</c>, d being the difference between target and outgoing state.</summary>
/// <param name="Absolute">At least 0, in cost a unit of state (L1).</param>
/// <param name="Squared">At least 0, in cost a squared unit of state (L2). One of the two is above 0.</param>
public sealed record TargetPenalty(double Absolute, double Squared = 0)
{
    /// <summary>The default of the paper: L1 with the largest objective coefficient of the problem, so that missing a target never pays.</summary>
    public static TargetPenalty Of(MultistageProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new TargetPenalty(Math.Max(1, problem.Stages.SelectMany(stage => stage.Model.Objective.Expression.Terms).Select(term => Math.Abs(term.Coefficient)).DefaultIfEmpty(1).Max()));
    }
}

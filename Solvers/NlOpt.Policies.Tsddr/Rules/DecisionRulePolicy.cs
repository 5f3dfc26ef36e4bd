namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>
/// A decision rule as a policy: the rule names the target, an exact solve of the stage reaches it at least cost, or comes as near as pays
/// where targets are penalised.
/// </summary>
public sealed class DecisionRulePolicy : IPolicy
{
    private readonly Func<Result<IPolicySession>> _open;

    /// <summary>Makes a policy.</summary>
    /// <param name="name">Short name for tables.</param>
    /// <param name="problem">The problem the rule was trained for.</param>
    /// <param name="rule">The rule; its map is that of the problem.</param>
    /// <param name="solver">An engine for linear programs with dual values.</param>
    public DecisionRulePolicy(string name, MultistageProblem problem, ITargetRule rule, ISolver solver)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(solver);
        (Name, Rule) = (name, rule);
        var stages = problem.Stages.Select(stage => new TargetStage(stage)).ToImmutableArray();
        _open = rule.Penalty is { } penalty
            ? () => PenalizedRuleSession.Open(problem, rule, penalty, solver)
            : () => StrictRuleSession.Open(rule, stages, solver);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The rule itself.</summary>
    public ITargetRule Rule { get; }

    /// <inheritdoc/>
    public Result<IPolicySession> Open() => _open();
}

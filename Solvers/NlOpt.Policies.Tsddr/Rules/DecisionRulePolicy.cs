namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>A decision rule as a policy: the rule names the target, an exact solve of the stage reaches it at least cost.</summary>
/// <param name="name">Short name for tables.</param>
/// <param name="problem">The problem the rule was trained for.</param>
/// <param name="rule">The rule; its map is that of the problem.</param>
/// <param name="solver">An engine for linear programs with dual values.</param>
public sealed class DecisionRulePolicy(string name, MultistageProblem problem, ITargetRule rule, ISolver solver) : IPolicy
{
    private readonly ImmutableArray<TargetStage> _stages = [.. problem.Stages.Select(stage => new TargetStage(stage))];

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>The rule itself.</summary>
    public ITargetRule Rule => rule;

    /// <inheritdoc/>
    public Result<IPolicySession> Open()
    {
        // Opened here once so that a missing engine is told now and not in the middle of a scenario.
        var trial = TargetSession.Open(_stages[0], solver);
        if (!trial.TryGetValue(out var session)) return Result.Failure<IPolicySession>(trial.Diagnostics);
        session.Dispose();
        return Result.Success<IPolicySession>(new Session(this, _stages, solver));
    }

    private sealed class Session(DecisionRulePolicy policy, ImmutableArray<TargetStage> stages, ISolver solver) : IPolicySession
    {
        private readonly ITargetRuleSession _rule = policy.Rule.Open();
        private readonly TargetSession?[] _sessions = new TargetSession?[stages.Length];

        public void Begin()
        {
            for (var kind = 0; kind < _sessions.Length; kind++)
            {
                _sessions[kind]?.Dispose();
                _sessions[kind] = null;
            }
        }

        public StageDecision Decide(
            int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default)
        {
            var kind = stage % stages.Length;
            var reduced = stages[kind];
            var session = _sessions[kind] ??= TargetSession.Open(reduced, solver).Value;
            var target = new double[incoming.Length];
            _rule.Target(stage, incoming, noise, target);
            var parameters = new double[reduced.ParametricRows.Length];
            reduced.Parameters(incoming, noise, target, parameters);
            var result = session.Solve(parameters, [], cancellationToken);
            if (result is not { Termination: TerminationReason.Optimal, Primal: { } primal })
                return new StageDecision(result.Termination, 0, [], [], result.Detail);
            var values = reduced.Restore(primal.Values, target);
            return new StageDecision(
                TerminationReason.Optimal,
                primal.ObjectiveValue + reduced.TargetCost(target),
                [.. target],
                [.. reduced.Stage.Measures.Select(measure => measure.Evaluate(values))]);
        }

        public void Dispose()
        {
            Begin();
            _rule.Dispose();
        }
    }
}

namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>A rule with strict targets at work.</summary>
internal sealed class StrictRuleSession : IPolicySession
{
    private readonly ITargetRuleSession _rule;
    private readonly ImmutableArray<TargetStage> _stages;
    private readonly ISolver _solver;
    private readonly TargetSession?[] _sessions;

    private StrictRuleSession(ITargetRule rule, ImmutableArray<TargetStage> stages, ISolver solver)
    {
        (_rule, _stages, _solver) = (rule.Open(), stages, solver);
        _sessions = new TargetSession?[stages.Length];
    }

    public static Result<IPolicySession> Open(ITargetRule rule, ImmutableArray<TargetStage> stages, ISolver solver)
    {
        // Opened here once so that a missing engine is told now and not in the middle of a scenario.
        var trial = TargetSession.Open(stages[0], solver);
        if (!trial.TryGetValue(out var session)) return Result.Failure<IPolicySession>(trial.Diagnostics);
        session.Dispose();
        return Result.Success<IPolicySession>(new StrictRuleSession(rule, stages, solver));
    }

    public void Begin()
    {
        for (var kind = 0; kind < _sessions.Length; kind++)
        {
            _sessions[kind]?.Dispose();
            _sessions[kind] = null;
        }
    }

    public StageDecision Decide(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default)
    {
        var reduced = _stages[stage % _stages.Length];
        var session = _sessions[stage % _stages.Length] ??= TargetSession.Open(reduced, _solver).Value;
        var target = new double[incoming.Length];
        _rule.Target(stage, incoming, noise, target);
        if (reduced.FaultOf(target) is { } fault) return new StageDecision(TerminationReason.Failed, 0, [], [], fault);
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

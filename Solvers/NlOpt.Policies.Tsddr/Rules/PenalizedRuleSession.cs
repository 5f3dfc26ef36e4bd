using NlOpt.Policies.Tsddr.Penalized;

namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>
/// A rule with penalised targets at work: each stage starts from the realised state and comes as near to the target as pays. The rule itself
/// goes on from its own previous target, as it did in training.
/// </summary>
internal sealed class PenalizedRuleSession : IPolicySession
{
    private readonly MultistageProblem _problem;
    private readonly ITargetRuleSession _rule;
    private readonly PenalizedProblem _penalized;
    private readonly ISolver _solver;
    private readonly PenalizedWindow?[] _windows;
    private readonly double[] _previous;

    private PenalizedRuleSession(MultistageProblem problem, ITargetRule rule, TargetPenalty penalty, ISolver solver)
    {
        (_problem, _rule, _solver) = (problem, rule.Open(), solver);
        _penalized = new PenalizedProblem(problem, penalty);
        _windows = new PenalizedWindow?[problem.Stages.Length];
        _previous = new double[problem.State.Length];
    }

    public static Result<IPolicySession> Open(MultistageProblem problem, ITargetRule rule, TargetPenalty penalty, ISolver solver)
    {
        var session = new PenalizedRuleSession(problem, rule, penalty, solver);

        // Opened here once so that a missing engine is told now and not in the middle of a scenario.
        var trial = PenalizedWindow.Open(session._penalized, 0, 1, solver);
        if (!trial.TryGetValue(out var window)) return Result.Failure<IPolicySession>(trial.Diagnostics);
        window.Dispose();
        session.Begin();
        return Result.Success<IPolicySession>(session);
    }

    public void Begin()
    {
        for (var kind = 0; kind < _windows.Length; kind++)
        {
            _windows[kind]?.Dispose();
            _windows[kind] = null;
        }

        for (var state = 0; state < _previous.Length; state++) _previous[state] = _problem.State[state].Initial;
    }

    public StageDecision Decide(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, CancellationToken cancellationToken = default)
    {
        var kind = stage % _windows.Length;
        var window = _windows[kind] ??= PenalizedWindow.Open(_penalized, kind, 1, _solver).Value;
        var target = new double[incoming.Length];
        _rule.Target(stage, _previous, noise, target);
        target.CopyTo(_previous, 0);
        var outcome = window.Solve(incoming, [[.. noise, .. target]], 1, cancellationToken);
        if (!outcome.IsSolved) return new StageDecision(outcome.Termination, 0, [], [], outcome.Detail);
        var (model, values) = (_problem.StageAt(stage), window.StageValues(0, outcome));
        return new StageDecision(
            TerminationReason.Optimal,
            model.Model.Objective.Expression.Evaluate(values),
            [.. model.Outgoing.Select(variable => values[variable.Index])],
            [.. model.Measures.Select(measure => measure.Evaluate(values))]);
    }

    public void Dispose()
    {
        Begin();
        _rule.Dispose();
    }
}

using NlOpt.Policies.Simulation;
using NlOpt.Policies.Tsddr.Gradients;
using NlOpt.Policies.Tsddr.Library;
using NlOpt.Policies.Tsddr.Penalized;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>Penalised targets over the whole horizon or over windows, the penalty growing while training goes on (annealing).</summary>
internal sealed class PenalizedTrainingCosts : ITrainingCosts
{
    private readonly MultistageProblem _problem;
    private readonly DecisionRule _rule;
    private readonly PenalizedTargets _targets;
    private readonly ISolver _solver;
    private readonly ScenarioSet _panel;
    private readonly int _threads;
    private readonly PenalizedGradientEngine _engine;

    public PenalizedTrainingCosts(
        MultistageProblem problem, DecisionRule rule, PenalizedTargets targets, ISolver solver, ScenarioSet panel, int threads)
    {
        (_problem, _rule, _targets, _solver, _panel, _threads) = (problem, rule, targets, solver, panel, threads);
        var window = Math.Min(targets.WindowLength ?? problem.StageCount, problem.StageCount);
        _engine = new PenalizedGradientEngine(problem, rule, new PenalizedProblem(problem, rule.Penalty!), window, solver, threads);
    }

    public GradientBatch Evaluate(ReadOnlyMemory<double> parameters, ScenarioSet scenarios, double progress, CancellationToken cancellationToken)
    {
        _engine.PenaltyFactor = _targets.FactorAt(progress);
        return _engine.Evaluate(parameters, scenarios, cancellationToken);
    }

    public CertificationOutcome? Certify(ScenarioSet scenarios, int points, RandomNumbers random, CancellationToken cancellationToken) => null;

    public PanelOutcome EvaluatePanel(ReadOnlyMemory<double> parameters, CancellationToken cancellationToken)
    {
        var policy = new DecisionRulePolicy("panel", _problem, _rule with { Parameters = [.. parameters.Span] }, _solver);
        var simulated = Simulator.Run(_problem, policy, _panel, new SimulationOptions { Threads = _threads }, cancellationToken).Value;
        var summary = simulated.Summarize(_problem.StageCount);
        return new PanelOutcome(summary.Cost.Mean, summary.Failures, 0);
    }

    public void Restart() => _engine.Restart();

    public void Save(BinaryWriter writer)
    {
        // Nothing is learned beside the parameters.
    }

    public void Load(BinaryReader reader)
    {
        // And so nothing is read.
    }

    public void Dispose() => _engine.Dispose();
}

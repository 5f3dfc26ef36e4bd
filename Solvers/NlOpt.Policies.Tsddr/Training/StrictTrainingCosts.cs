using NlOpt.Policies.Tsddr.Gradients;
using NlOpt.Policies.Tsddr.Library;
using NlOpt.Policies.Tsddr.Rules;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>Strict targets: by a certified library of dual vertices, or by exact solves throughout.</summary>
internal sealed class StrictTrainingCosts : ITrainingCosts
{
    private readonly MultistageProblem _problem;
    private readonly TargetStages _stages;
    private readonly LibraryStageCosts? _library;
    private readonly StrictGradientEngine _engine;
    private readonly Certification? _certification;
    private readonly Panel _panel;

    public StrictTrainingCosts(MultistageProblem problem, DecisionRule rule, ISolver solver, bool useLibrary, ScenarioSet panel, int threads)
    {
        _problem = problem;
        _stages = new TargetStages(problem);
        _library = useLibrary ? new LibraryStageCosts(_stages) : null;
        _engine = new StrictGradientEngine(problem, _stages, rule, _library ?? (IStageCosts)new ExactStageCosts(_stages, solver), threads);
        _certification = _library is null ? null : new Certification(_stages, _library, solver, threads);
        _panel = new Panel(problem, _stages, rule, solver, panel, threads);
    }

    public GradientBatch Evaluate(ReadOnlyMemory<double> parameters, ScenarioSet scenarios, double progress, CancellationToken cancellationToken) =>
        _engine.Evaluate(parameters, scenarios, cancellationToken);

    public CertificationOutcome? Certify(ScenarioSet scenarios, int points, RandomNumbers random, CancellationToken cancellationToken) =>
        _certification?.Certify(_engine, scenarios.Count, _problem.StageCount, points, random, cancellationToken);

    public PanelOutcome EvaluatePanel(ReadOnlyMemory<double> parameters, CancellationToken cancellationToken) =>
        _panel.Evaluate(parameters, _library, cancellationToken);

    public void Restart() => _certification?.Restart();

    public void Save(BinaryWriter writer)
    {
        if (_library is null) return;
        for (var kind = 0; kind < _stages.Count; kind++) writer.WriteNumbers(_library.OfKind(kind).Export());
    }

    public void Load(BinaryReader reader)
    {
        if (_library is null) return;
        for (var kind = 0; kind < _stages.Count; kind++) _library.OfKind(kind).Import(reader.ReadNumbers());
    }

    public void Dispose()
    {
        _engine.Dispose();
        _certification?.Dispose();
    }
}

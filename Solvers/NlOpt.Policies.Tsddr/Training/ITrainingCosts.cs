using NlOpt.Policies.Tsddr.Gradients;
using NlOpt.Policies.Tsddr.Library;

namespace NlOpt.Policies.Tsddr.Training;

/// <summary>How a training gets at costs: one implementation for strict targets, one for penalised ones.</summary>
internal interface ITrainingCosts : IDisposable
{
    /// <summary>Costs and gradient of a batch.</summary>
    /// <param name="parameters">Parameters of the rule.</param>
    /// <param name="scenarios">The batch.</param>
    /// <param name="progress">Share of the training done, in [0, 1].</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    GradientBatch Evaluate(ReadOnlyMemory<double> parameters, ScenarioSet scenarios, double progress, CancellationToken cancellationToken);

    /// <summary>Compares the last batch with exact solves at some random points.</summary>
    /// <returns>What was found; null where the batch was exact anyway.</returns>
    CertificationOutcome? Certify(ScenarioSet scenarios, int points, RandomNumbers random, CancellationToken cancellationToken);

    /// <summary>Costs of the policy on the held-out panel: exact, and without penalties.</summary>
    PanelOutcome EvaluatePanel(ReadOnlyMemory<double> parameters, CancellationToken cancellationToken);

    /// <summary>Makes engines forget, so that what follows depends on nothing before.</summary>
    void Restart();

    /// <summary>Writes what the costs have learned.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    void Load(BinaryReader reader);
}

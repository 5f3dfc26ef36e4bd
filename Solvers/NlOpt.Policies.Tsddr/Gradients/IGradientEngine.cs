namespace NlOpt.Policies.Tsddr.Gradients;

/// <summary>
/// The compute door: everything a trainer asks of the machine. A batch of scenarios and the parameters of a rule go in; costs, duals of the
/// targets and the gradient by the parameters come out. A backend on another device is another implementation of this and nothing else.
/// </summary>
public interface IGradientEngine : IDisposable
{
    /// <summary>Computes costs and the gradient of their mean.</summary>
    /// <param name="parameters">The parameters of the rule.</param>
    /// <param name="scenarios">The scenarios; each covers all stages.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    GradientBatch Evaluate(ReadOnlyMemory<double> parameters, ScenarioSet scenarios, CancellationToken cancellationToken = default);

    /// <summary>Forgets what earlier evaluations left behind (warm bases, say), so that results after it depend on nothing before it.</summary>
    void Restart();
}

namespace NlOpt.Evaluation;

/// <summary>Execution of gold and prediction with the same kind of variables.</summary>
/// <param name="Gold">What solving the gold declarations gave.</param>
/// <param name="Predicted">What solving the prediction gave; null when there is none.</param>
/// <param name="Agrees">Equal status and value, see <see cref="ExecutionOutcome.Agrees"/>.</param>
/// <param name="AgreesLoosely">See <see cref="ExecutionOutcome.AgreesLoosely"/>.</param>
public sealed record ExecutionResult(ExecutionOutcome Gold, ExecutionOutcome? Predicted, bool Agrees, bool AgreesLoosely);

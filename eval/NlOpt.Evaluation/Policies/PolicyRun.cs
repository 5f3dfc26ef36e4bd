namespace NlOpt.Evaluation.Policies;

/// <summary>What is known about a policy: how it was trained, what it costs, or both.</summary>
/// <param name="Label">Name for tables and pictures.</param>
/// <param name="Training">Its training; null when unknown.</param>
/// <param name="Evaluation">Its evaluation; null when there is none.</param>
public sealed record PolicyRun(string Label, PolicyTrainingReport? Training, PolicyEvaluation? Evaluation);

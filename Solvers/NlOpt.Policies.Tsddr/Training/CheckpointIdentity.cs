namespace NlOpt.Policies.Tsddr.Training;

/// <summary>What a checkpoint belongs to.</summary>
/// <param name="Problem">Fingerprint of the problem.</param>
/// <param name="Settings">Everything else that decides the training, the budget aside: settings and seed.</param>
internal sealed record CheckpointIdentity(string Problem, string Settings);

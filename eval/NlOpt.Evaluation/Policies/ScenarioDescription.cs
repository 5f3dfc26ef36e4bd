namespace NlOpt.Evaluation.Policies;

/// <summary>The frozen scenarios that figures belong to.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Count">How many.</param>
/// <param name="Sha256">Checksum of all outcomes; equal scenarios have equal checksums.</param>
/// <param name="Stages">Stages simulated.</param>
/// <param name="ReportedStages">The first so many are summed up; the rest keeps the end of the horizon away.</param>
public sealed record ScenarioDescription(string Name, int Count, string Sha256, int Stages, int ReportedStages);

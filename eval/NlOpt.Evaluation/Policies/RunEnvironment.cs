namespace NlOpt.Evaluation.Policies;

/// <summary>Where figures were measured. Times depend on it, costs do not.</summary>
/// <param name="Version">Version of NlOpt.</param>
/// <param name="Runtime">Version of the .NET runtime.</param>
/// <param name="System">Operating system and architecture.</param>
/// <param name="Processors">Processors seen by the process, at least 1.</param>
/// <param name="Engine">Name of the engine for linear programs.</param>
public sealed record RunEnvironment(string Version, string Runtime, string System, int Processors, string Engine);

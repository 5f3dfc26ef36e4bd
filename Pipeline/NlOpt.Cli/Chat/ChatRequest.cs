namespace NlOpt.Cli.Chat;

/// <summary>What the user asked of <c>nlopt chat</c>.</summary>
/// <param name="Resumes">Take up a conversation.</param>
/// <param name="Path">Its file; null for the latest one.</param>
/// <param name="UsesModel">A language model asks, instead of the embedded agent.</param>
/// <param name="Model">The language model; null for the configured one.</param>
/// <param name="Json">Print the conversation and what came of it as JSON at the end; what is said goes to standard error then.</param>
internal sealed record ChatRequest(bool Resumes, string? Path, bool UsesModel, string? Model, bool Json);

using System.Text.Json;
using NlOpt.Modeling;

namespace NlOpt.Tools;

/// <summary>One operation of NlOpt as a tool: whatever offers tools to agents is made from this.</summary>
/// <param name="Name">Small letters with underscores, which every protocol allows.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What it does and when to use it, for a language model.</param>
/// <param name="Schema">The JSON schema of its arguments: an object without further properties.</param>
/// <param name="Run">
/// Runs it on arguments, which are untrusted. Gives one JSON object; or diagnostics: <c>tool.arguments</c> for arguments that do not keep to the
/// schema, <c>tool.time</c>, <c>tool.answer</c> for an answer beyond the limits, and those of reading and solving.
/// </param>
public sealed record ToolOperation(
    string Name, string Title, string Description, JsonElement Schema, Func<JsonElement, CancellationToken, Result<JsonElement>> Run);

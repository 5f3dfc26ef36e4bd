using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.LanguageModels.Prompts;

/// <summary>
/// Asks a language model one thing and reads the reply strictly; what cannot be used goes back with the precise diagnostics, within a bound. It runs
/// as a function of the kernel, so that its filters see it. Safe for use by several threads at once.
/// </summary>
/// <remarks>
/// Instructions come from the prompt's file alone, as the system message. Data (words of users, what a model said before) stand in one user message
/// as a JSON object and never pass through a template: template syntax or markup in them is text like any other.
/// </remarks>
/// <typeparam name="T">What a reply is read into.</typeparam>
/// <param name="file">The prompt.</param>
/// <param name="read">
/// Reads the root of a reply: the value, or precise errors that tell the model what to mend. It may throw a <see cref="JsonException"/> for a wrong
/// shape.
/// </param>
/// <param name="limits">What replies are held to; null for the defaults.</param>
public sealed class StructuredPrompt<T>(PromptFile file, Func<JsonElement, Result<T>> read, PromptLimits? limits = null)
{
    private const string Place = "the language model";
    private const int MostShown = 2000;
    private const int MostDiagnostics = 12;

    private readonly PromptFile _file = file ?? throw new ArgumentNullException(nameof(file));
    private readonly Func<JsonElement, Result<T>> _read = read ?? throw new ArgumentNullException(nameof(read));
    private readonly PromptLimits _limits = limits ?? new PromptLimits();

    /// <summary>Asks.</summary>
    /// <param name="kernel">The kernel; its chat completion is asked.</param>
    /// <param name="data">A JSON object with everything the instructions speak of.</param>
    /// <param name="temperature">How much chance has a say, 0 for none; null for the model's own way.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>
    /// The value, with a warning for each reply that was sent back; or the errors of the last reply: <c>model.reply.*</c> and those of the reading,
    /// or what the server did (<c>model.*</c>).
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Result<T>> AskAsync(Kernel kernel, string data, double? temperature = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentException.ThrowIfNullOrWhiteSpace(data);
        var history = new ChatHistory(_file.Instructions);
        history.AddUserMessage(data);
        var warnings = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var attempt = 0; ; attempt++)
        {
            var said = await CompleteAsync(kernel, history, temperature, cancellationToken).ConfigureAwait(false);
            if (!said.TryGetValue(out var reply)) return Result.Failure<T>([.. warnings, .. said.Diagnostics]);
            var result = Read(reply);
            if (result.TryGetValue(out var value)) return Result.Success(value, [.. warnings, .. result.Diagnostics]);
            if (attempt >= _limits.MostRepairs) return Result.Failure<T>([.. warnings, .. result.Diagnostics]);
            warnings.AddRange(result.Diagnostics.Select(diagnostic => diagnostic with { Severity = DiagnosticSeverity.Warning }));
            history.AddAssistantMessage(reply.Length > MostShown ? reply[..MostShown] : reply);
            history.AddUserMessage(Complaint(result.Diagnostics));
        }
    }

    private async Task<Result<string>> CompleteAsync(Kernel kernel, ChatHistory history, double? temperature, CancellationToken cancellationToken)
    {
        var extensions = new Dictionary<string, object> { ["response_format"] = _file.Schema, ["max_tokens"] = _file.MostTokens };
        if (temperature is { } heat) extensions["temperature"] = heat;
        var settings = new PromptExecutionSettings { ExtensionData = extensions };
        var function = KernelFunctionFactory.CreateFromMethod(
            async (CancellationToken token) => (await kernel.GetRequiredService<IChatCompletionService>()
                .GetChatMessageContentAsync(history, settings, kernel, token).ConfigureAwait(false)).Content ?? "",
            _file.Name);
        try
        {
            var result = await function.InvokeAsync(kernel, cancellationToken: cancellationToken).ConfigureAwait(false);
            return Result.Success(result.GetValue<string>() ?? "");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && ServerFailure.Of(exception, Place) is { } failure)
        {
            return Result.Failure<string>(failure);
        }
    }

    private Result<T> Read(string reply)
    {
        var parsed = ReplyParser.Parse(reply, _limits);
        if (!parsed.TryGetValue(out var document)) return Result.Failure<T>(parsed.Diagnostics);
        using (document)
        {
            try
            {
                return _read(document.RootElement);
            }
            catch (JsonException exception)
            {
                return Result.Failure<T>(Diagnostic.Error(
                    "model.reply.schema", $"the reply does not keep to the schema: {exception.Message}",
                        remedy: "answer with every field of the schema and no other"));
            }
        }
    }

    /// <summary>What was wrong, for the model; it quotes the model's own words alone.</summary>
    private static string Complaint(ImmutableArray<Diagnostic> diagnostics)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("request", "The reply cannot be used. Answer again, with the whole JSON object, mended.");
            writer.WriteStartArray("errors");
            foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(
                MostDiagnostics)) writer.WriteStringValue(diagnostic.ToString());
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

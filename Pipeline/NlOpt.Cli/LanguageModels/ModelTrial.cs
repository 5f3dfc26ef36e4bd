using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.Cli.LanguageModels;

/// <summary>Tries a language model with one small call for each thing it may be able to do.</summary>
internal sealed class ModelTrial(HostChatClients clients)
{
    private const int ReplyTokens = 1024;
    private const string Word = "marigold";

    private static readonly JsonElement Schema = JsonDocument.Parse("""
        {"type":"object","properties":{"legs":{"type":"integer"}},"required":["legs"],"additionalProperties":false}
        """).RootElement.Clone();

    /// <summary>What a model can do.</summary>
    /// <param name="StructuredOutput">Null where it keeps to a schema; else why not.</param>
    /// <param name="Tools">Null where it calls tools; else why not.</param>
    /// <param name="Streaming">Null where it streams; else why not.</param>
    public sealed record Abilities(Diagnostic? StructuredOutput, Diagnostic? Tools, Diagnostic? Streaming);

    /// <summary>Makes the calls.</summary>
    /// <returns>What works; or why nothing does.</returns>
    public async Task<Result<Abilities>> Run(CancellationToken cancellationToken)
    {
        var made = clients.Create();
        if (!made.TryGetValue(out var client)) return Result.Failure<Abilities>(made.Diagnostics);
        using (client)
        {
            var structured = await Tried(() => TryStructuredOutput(client, cancellationToken)).ConfigureAwait(false);
            if (structured is not null && IsOfServer(structured.Code)) return Result.Failure<Abilities>(structured);
            var kernel = clients.KernelOver(client);
            var tools = await Tried(() => TryTools(kernel, cancellationToken)).ConfigureAwait(false);
            var streaming = await Tried(() => TryStreaming(kernel, cancellationToken)).ConfigureAwait(false);
            return Result.Success(new Abilities(structured, tools, streaming));
        }
    }

    /// <summary>Whether no other call can do better.</summary>
    private static bool IsOfServer(string code) => code is not (
        FailureCode.Rejected or FailureCode.Malformed or FailureCode.Empty or FailureCode.Refused or FailureCode.OverLong);

    private static async Task<Diagnostic?> Tried(Func<Task<Diagnostic?>> attempt)
    {
        try
        {
            return await attempt().ConfigureAwait(false);
        }
        catch (LanguageModelException failure)
        {
            return failure.Diagnostic;
        }
    }

    private static async Task<Diagnostic?> TryStructuredOutput(IChatClient client, CancellationToken cancellationToken)
    {
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema, "legs"), MaxOutputTokens = ReplyTokens };
        const string Question = "How many legs has a horse? Answer as JSON with the field legs.";
        var reply = await client.GetResponseAsync(Question, options, cancellationToken).ConfigureAwait(false);
        try
        {
            using var answer = JsonDocument.Parse(reply.Text);
            return answer.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("legs", out var legs) && legs.ValueKind == JsonValueKind.Number
                    ? null
                    : Lacking("its reply is JSON but does not keep to the schema");
        }
        catch (JsonException)
        {
            return Lacking("its reply is no JSON");
        }
    }

    private static async Task<Diagnostic?> TryTools(Kernel kernel, CancellationToken cancellationToken)
    {
        var isCalled = false;
        kernel.Plugins.AddFromFunctions("trial", [KernelFunctionFactory.CreateFromMethod(
            [Description("Gives the word of the day.")] () =>
            {
                isCalled = true;
                return Word;
            },
            "word_of_the_day")]);
        await Chat(kernel).GetChatMessageContentAsync(
            "Which is the word of the day? Use the tool.", Settings(FunctionChoiceBehavior.Auto()), kernel, cancellationToken).ConfigureAwait(false);
        return isCalled ? null : Lacking("it called no tool");
    }

    private static async Task<Diagnostic?> TryStreaming(Kernel kernel, CancellationToken cancellationToken)
    {
        var pieces = 0;
        var stream = Chat(kernel).GetStreamingChatMessageContentsAsync("Count from one to five in words.", Settings(null), kernel, cancellationToken);
        await foreach (var piece in stream.ConfigureAwait(false))
            if (!string.IsNullOrEmpty(piece.Content)) pieces++;
        return pieces > 1 ? null : Lacking("its reply came in one piece");
    }

    private static IChatCompletionService Chat(Kernel kernel) => kernel.GetRequiredService<IChatCompletionService>();

    private static PromptExecutionSettings Settings(FunctionChoiceBehavior? choice) =>
        new() { FunctionChoiceBehavior = choice, ExtensionData = new Dictionary<string, object> { ["max_tokens"] = ReplyTokens } };

    private static Diagnostic Lacking(string what) => Diagnostic.Error(FailureCode.Malformed, what, remedy: "use another model where this is needed");
}

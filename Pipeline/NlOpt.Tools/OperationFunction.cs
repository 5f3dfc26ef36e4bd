using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using NlOpt.Modeling;

namespace NlOpt.Tools;

/// <summary>An operation as a function that a language model may call.</summary>
internal sealed class OperationFunction(ToolOperation operation) : AIFunction
{
    public override string Name => operation.Name;

    public override string Description => operation.Description;

    public override JsonElement JsonSchema => operation.Schema;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var given = Arguments(arguments);
        // Reading and solving keep a processor busy: the caller's thread is left alone.
        var result = await Task.Run(() => operation.Run(given, cancellationToken), cancellationToken).ConfigureAwait(false);
        return result.TryGetValue(out var answer) ? answer : Error(result);
    }

    /// <summary>
    /// The arguments as one object. Some callers hand numbers and lists over as texts: where the schema asks for either and the text is one, it is
    /// taken as such.
    /// </summary>
    private JsonElement Arguments(AIFunctionArguments arguments)
    {
        var given = new JsonObject();
        var properties = operation.Schema.GetProperty("properties");
        foreach (var (name, value) in arguments)
        {
            if (value is null) continue;
            var node = JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions);
            var isText = properties.TryGetProperty(name, out var property) && property.GetProperty("type").GetString() == "string";
            given[name] = !isText && node is JsonValue told && told.TryGetValue<string>(out var text) ? Parsed(text) ?? node : node;
        }

        return JsonSerializer.SerializeToElement(given);
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Error(Result<JsonElement> result)
    {
        var error = result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message, ["remedy"] = error.Remedy },
        });
    }
}

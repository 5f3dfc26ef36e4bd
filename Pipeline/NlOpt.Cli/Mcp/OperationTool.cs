using System.Text.Encodings.Web;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using NlOpt.Tools;

namespace NlOpt.Cli.Mcp;

/// <summary>An operation as a tool of an MCP server. It changes nothing, so that clients may call it without asking.</summary>
internal sealed class OperationTool(ToolOperation operation) : McpServerTool
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override Tool ProtocolTool { get; } = new()
    {
        Name = operation.Name,
        Title = operation.Title,
        Description = operation.Description,
        InputSchema = operation.Schema,
        Annotations = new() { ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var arguments = JsonSerializer.SerializeToElement(request.Params?.Arguments ?? new Dictionary<string, JsonElement>());
        // Solving keeps a processor busy: other messages are read meanwhile.
        var result = await Task.Run(() => operation.Run(arguments, cancellationToken), cancellationToken).ConfigureAwait(false);
        return result.TryGetValue(out var answer)
            ? new CallToolResult { Content = [Text(JsonSerializer.Serialize(answer, Readable))], StructuredContent = answer }
            : new CallToolResult { IsError = true, Content = [.. result.Diagnostics.Select(diagnostic => Text(diagnostic.ToString()))] };
    }

    private static TextContentBlock Text(string text) => new() { Text = text };
}

using System.Reflection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using NlOpt.Cli.Screens;
using NlOpt.Tools;

namespace NlOpt.Cli.Mcp;

/// <summary>Serves until the client closes standard input. Standard output belongs to the protocol.</summary>
internal static class McpServing
{
    private const string Instructions = """
        NlOpt solves decision problems with a linear objective and linear limits exactly. Give every tool the whole problem in plain English, with the
        user's own numbers. Check with formulate that it was understood; ask the user what ask_open_questions lists; then solve. Do not do the
        arithmetic yourself.
        """;

    public static int Run(Terminal terminal, Engines engines, ToolLimits limits, CancellationToken cancellationToken)
    {
        if (!engines.Formulator.Value.TryGetValue(out var formulator)) return FailureScreen.Refuse(terminal, engines.Formulator.Value.Diagnostics);
        var tools = new NlOptTools(formulator, engines.Solver.Value, limits);
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "nlopt", Title = "NlOpt", Version = Version },
            ServerInstructions = Instructions,
            ToolCollection = [.. tools.Operations.Select(operation => new OperationTool(operation))],
        };
        Serve(terminal, options, cancellationToken).GetAwaiter().GetResult();
        cancellationToken.ThrowIfCancellationRequested();
        return ExitCode.Done;
    }

    private static string Version =>
        typeof(McpServing).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static async Task Serve(Terminal terminal, McpServerOptions options, CancellationToken cancellationToken)
    {
        await using var transport = new StreamServerTransport(terminal.OpenInput(), Console.OpenStandardOutput(), "nlopt");
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}

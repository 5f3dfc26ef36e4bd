using System.CommandLine;
using NlOpt.Cli.Commands;
using NlOpt.Tools;

namespace NlOpt.Cli.Mcp;

/// <summary><c>nlopt mcp</c>: the operations as tools of a server of the Model Context Protocol, over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var timeLimit = SharedOptions.TimeLimit("Most seconds that one request may take; 60 when left out.");
        var command = new Command(
            "mcp", "Offer formulate, ask_open_questions, solve, diagnose, what_if and export to agents, over the Model Context Protocol.")
        { timeLimit };
        command.SetAction(parsed =>
        {
            var limits = new ToolLimits();
            if (parsed.GetValue(timeLimit) is { } seconds) limits = limits with { LongestTime = TimeSpan.FromSeconds(seconds) };
            return McpServing.Run(terminal, engines, limits, cancellationToken);
        });
        return command;
    }
}

using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Samples;

/// <summary>NlOpt as a server of the Model Context Protocol, from a client of your own.</summary>
public static class McpClientSample
{
    /// <summary>Starts the server, asks for the best plan of a problem, and ends the server.</summary>
    /// <param name="command">The launcher, for example <c>./nlopt</c>.</param>
    /// <param name="arguments">Its arguments: <c>mcp</c>.</param>
    /// <param name="problem">The problem in plain English.</param>
    public static async Task<string> Solve(string command, IList<string> arguments, string problem)
    {
        var transport = new StdioClientTransport(new StdioClientTransportOptions { Name = "nlopt", Command = command, Arguments = arguments });
        // The launcher builds NlOpt when it is started for the first time, which takes longer than clients usually wait.
        var patience = new McpClientOptions { InitializationTimeout = TimeSpan.FromMinutes(5), DiscoverProbeTimeout = Timeout.InfiniteTimeSpan };
        await using var client = await McpClient.CreateAsync(transport, patience);
        foreach (var tool in await client.ListToolsAsync()) Console.Error.WriteLine($"{tool.Name}: {tool.Description}");
        var answer = await client.CallToolAsync("solve", new Dictionary<string, object?> { ["problem"] = problem });
        return answer.Content.OfType<TextContentBlock>().First().Text;
    }
}

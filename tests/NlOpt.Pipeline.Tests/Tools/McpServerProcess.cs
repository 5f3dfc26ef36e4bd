using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ModelContextProtocol.Client;
using Xunit;

namespace NlOpt.Pipeline.Tests.Tools;

/// <summary><c>nlopt mcp</c> as a process of its own, with the client of the protocol's own package before it.</summary>
public sealed class McpServerProcess : IAsyncLifetime
{
    /// <summary>The runtime that the tests run on.</summary>
    public static string Command { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    /// <summary>What it starts.</summary>
    public static string[] Arguments { get; } = [Path.Combine(AppContext.BaseDirectory, "nlopt.dll"), "mcp"];

    /// <summary>The session.</summary>
    public McpClient Client { get; private set; } = null!;

    /// <summary>What the process wrote to standard error.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public async Task InitializeAsync() => Client = await McpClient.CreateAsync(new StdioClientTransport(new()
    {
        Name = "nlopt",
        Command = Command,
        Arguments = Arguments,
        StandardErrorLines = Complaints.Enqueue,
    }));

    public async Task DisposeAsync() => await Client.DisposeAsync();
}

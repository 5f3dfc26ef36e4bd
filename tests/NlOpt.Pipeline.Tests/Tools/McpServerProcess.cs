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

    /// <summary>What it starts: the executable as built for itself, because beside the tests lies what the tests need.</summary>
    public static string[] Arguments { get; } =
    [
        Path.Combine(
            AppContext.BaseDirectory.Replace(Path.Combine("tests", "NlOpt.Pipeline.Tests"), Path.Combine("Pipeline", "NlOpt.Cli"), StringComparison.Ordinal),
            "nlopt.dll"),
        "mcp",
    ];

    /// <summary>The session.</summary>
    public McpClient Client { get; private set; } = null!;

    /// <summary>What the process wrote to standard error.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public async Task InitializeAsync()
    {
        var transport = new StdioClientTransport(new() { Name = "nlopt", Command = Command, Arguments = Arguments, StandardErrorLines = Complaints.Enqueue });
        // On a busy machine a process may take longer to start than clients usually wait.
        Client = await McpClient.CreateAsync(
            transport, new() { DiscoverProbeTimeout = Timeout.InfiniteTimeSpan, InitializationTimeout = TimeSpan.FromMinutes(3) });
    }

    public async Task DisposeAsync() => await Client.DisposeAsync();
}

using System.Diagnostics;
using FluentAssertions;
using NlOpt.Pipeline.Tests.Tools;
using Xunit;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>What few commands need is loaded by few commands.</summary>
public sealed class StartUpTests
{
    [Fact]
    public async Task A_conversation_loads_nothing_of_language_models()
    {
        if (!OperatingSystem.IsLinux()) return;
        var start = new ProcessStartInfo(McpServerProcess.Command, [McpServerProcess.Arguments[0], "chat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync();
        var loaded = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        loaded.Should().Contain("nlopt.dll");
        foreach (var assembly in new[] { "OpenAI", "Anthropic", "SemanticKernel", "Microsoft.Extensions.AI", "ModelContextProtocol", "Polly", "OpenTelemetry", "NlOpt.Tools" })
            loaded.Should().NotContain($"/{assembly}");
    }
}

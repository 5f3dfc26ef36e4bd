using System.Text.Json;
using FluentAssertions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using NlOpt.Pipeline.Tests.LanguageModels;
using Samples;
using Xunit;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

namespace NlOpt.Pipeline.Tests.Tools;

/// <summary>The samples of docs/how-to/use-nlopt-from-an-agent.md: they are part of this project, run here, and stand on the page word for word.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("SemanticKernelSample.cs")]
    [InlineData("McpClientSample.cs")]
    public void The_page_holds_the_samples_word_for_word(string sample)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "NlOpt.sln"))) folder = folder.Parent;
        var howTo = Path.Combine(folder.FullName, "docs", "how-to");
        File.ReadAllText(Path.Combine(howTo, "use-nlopt-from-an-agent.md")).Should().Contain(File.ReadAllText(Path.Combine(howTo, "samples", sample)));
    }

    [Fact]
    public async Task A_kernel_solves_with_the_plugin_alone()
    {
        var kernel = new Kernel();
        SemanticKernelSample.AddNlOpt(kernel);
        using var answer = JsonDocument.Parse(await SemanticKernelSample.Solve(kernel, ToolTests.Pottery));
        answer.RootElement.GetProperty("objectiveValue").GetDouble().Should().BeApproximately(63, 1e-6);
    }

    [Fact]
    public async Task A_model_calls_the_plugin()
    {
        var model = new ScriptedChatClient((messages, options) => messages[^1].Contents.OfType<FunctionResultContent>().FirstOrDefault() is { } result
            ? ScriptedChatClient.Text("The tool says: " + result.Result)
            : new(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent(
                "call_1",
                options!.Tools!.Single(tool => tool.Name.EndsWith("solve", StringComparison.Ordinal)).Name,
                new Dictionary<string, object?> { ["problem"] = ToolTests.Pottery, ["time_limit_seconds"] = 10 })])));
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(model.AsBuilder().UseKernelFunctionInvocation().Build().AsChatCompletionService());
        var kernel = builder.Build();
        SemanticKernelSample.AddNlOpt(kernel);
        (await SemanticKernelSample.Ask(kernel, ToolTests.Pottery)).Should().Contain("The tool says").And.Contain("\"objectiveValue\":63");
    }

    [Fact]
    public async Task A_client_of_the_protocol_solves()
    {
        using var answer = JsonDocument.Parse(await McpClientSample.Solve(McpServerProcess.Command, McpServerProcess.Arguments, ToolTests.Pottery));
        answer.RootElement.GetProperty("status").GetString().Should().Be("optimal");
    }
}

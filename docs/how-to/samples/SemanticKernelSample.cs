using Microsoft.SemanticKernel;
using NlOpt.Solving.OrTools;
using NlOpt.Tools;
using NlOpt.Understanding;

namespace Samples;

/// <summary>NlOpt as a plugin of your own Semantic Kernel.</summary>
public static class SemanticKernelSample
{
    /// <summary>Adds the operations to a kernel that has a chat completion of yours.</summary>
    public static void AddNlOpt(Kernel kernel)
    {
        var tools = new NlOptTools(new EmbeddedReader(), OrToolsSolvers.Automatic);
        kernel.Plugins.Add(tools.ToPlugin());
    }

    /// <summary>Lets your model decide which operations it needs.</summary>
    public static async Task<string> Ask(Kernel kernel, string problem)
    {
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
        var answer = await kernel.InvokePromptAsync(
            "Help to decide. Leave every calculation to the tools.\n\n{{$problem}}", new KernelArguments(settings) { ["problem"] = problem });
        return answer.ToString();
    }

    /// <summary>Calls an operation yourself, without a model: the answer is JSON.</summary>
    public static async Task<string> Solve(Kernel kernel, string problem)
    {
        var answer = await kernel.InvokeAsync(NlOptTools.PluginName, "solve", new KernelArguments { ["problem"] = problem });
        return answer.ToString();
    }
}

using System.Collections.Immutable;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NlOpt.Formulation;
using NlOpt.Solving;

namespace NlOpt.Tools;

/// <summary>
/// The operations of NlOpt for other people's agents: one definition each, offered as <see cref="AIFunction"/>s, as a plugin of Semantic Kernel, and
/// by <c>nlopt mcp</c> as tools of an MCP server. Every operation takes the problem anew, so that nothing is kept between two calls. Safe for use by
/// several threads at once where the engines are.
/// </summary>
public sealed class NlOptTools
{
    /// <summary>The name of the plugin.</summary>
    public const string PluginName = "nlopt";

    /// <summary>Puts engines together.</summary>
    /// <param name="formulator">Reads problems.</param>
    /// <param name="solver">Solves models; choose one that gives duals for linear programs, for prices.</param>
    /// <param name="limits">What requests are held to; null for the defaults.</param>
    public NlOptTools(IFormulator formulator, ISolver solver, ToolLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(formulator);
        ArgumentNullException.ThrowIfNull(solver);
        limits ??= new ToolLimits();
        Operations = ToolCatalogue.Of(new ToolEngines(formulator, solver, limits), limits);
        Functions = [.. Operations.Select(operation => new OperationFunction(operation))];
    }

    /// <summary>
    /// The operations: <c>formulate</c>, <c>ask_open_questions</c>, <c>solve</c>, <c>diagnose</c>, <c>what_if</c> and <c>export</c>.
    /// </summary>
    public ImmutableArray<ToolOperation> Operations { get; }

    /// <summary>
    /// The operations as functions. Each gives a JSON object: the answer, or <c>{"error": {"code", "message", "remedy"}}</c>; it throws for nothing
    /// but cancellation.
    /// </summary>
    public ImmutableArray<AIFunction> Functions { get; }

    /// <summary>The operations as a plugin of Semantic Kernel.</summary>
    public KernelPlugin ToPlugin() => KernelPluginFactory.CreateFromFunctions(
        PluginName,
        "Reads decision problems told in words, solves them exactly, and gives reasons.",
        Functions.Select(function => function.AsKernelFunction()));
}

using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using NlOpt.LanguageModels.Budget;

namespace NlOpt.LanguageModels.Kernels;

/// <summary>
/// Semantic Kernel over a chat client: its chat completion, with functions that the model may call, and filters that log, keep to the budget and
/// keep untrusted text in its place.
/// </summary>
public static class ModelKernel
{
    /// <summary>Makes a kernel.</summary>
    /// <param name="client">The model; the caller disposes of it after the kernel.</param>
    /// <param name="meter">What may still be used; null for no budget.</param>
    /// <param name="logging">Where functions are logged, without any text of prompts or replies; null for nowhere.</param>
    /// <param name="limits">What prompts and rounds of tools are held to; null for the defaults.</param>
    /// <param name="clock">Measures how long functions take; null for that of the system.</param>
    public static Kernel Over(
        IChatClient client, BudgetMeter? meter = null, ILoggerFactory? logging = null, ModelKernelLimits? limits = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        limits ??= new ModelKernelLimits();
        logging ??= NullLoggerFactory.Instance;
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(logging);
        var calling = client.AsBuilder().UseKernelFunctionInvocation(logging).Build();
        builder.Services.AddSingleton(calling);
        builder.Services.AddSingleton(calling.AsChatCompletionService());
        var budget = new BudgetFilter(meter ?? new BudgetMeter(LanguageModelBudget.Unlimited), limits);
        builder.Services.AddSingleton<IFunctionInvocationFilter>(new LoggingFilter(logging, clock ?? TimeProvider.System));
        builder.Services.AddSingleton<IFunctionInvocationFilter>(budget);
        builder.Services.AddSingleton<IAutoFunctionInvocationFilter>(budget);
        builder.Services.AddSingleton<IPromptRenderFilter>(new SafetyFilter(limits));
        return builder.Build();
    }
}

using Microsoft.SemanticKernel;
using NlOpt.LanguageModels.Budget;
using NlOpt.LanguageModels.Failures;

namespace NlOpt.LanguageModels.Kernels;

/// <summary>Starts no function once the budget is used up, and ends rounds of tools that a model would go on with for ever.</summary>
internal sealed class BudgetFilter(BudgetMeter meter, ModelKernelLimits limits) : IFunctionInvocationFilter, IAutoFunctionInvocationFilter
{
    public Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next) =>
        meter.Exhausted() is { } exhausted ? throw new LanguageModelException(exhausted) : next(context);

    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        if (context.RequestSequenceIndex < limits.MostToolRounds) await next(context).ConfigureAwait(false);
        else context.Terminate = true;
    }
}

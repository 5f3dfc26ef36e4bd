using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace NlOpt.LanguageModels.Kernels;

/// <summary>Logs which function ran, how long and how it ended; never what it was given or gave, which may be private.</summary>
internal sealed partial class LoggingFilter(ILoggerFactory logging, TimeProvider clock) : IFunctionInvocationFilter
{
    private readonly ILogger _logger = logging.CreateLogger("NlOpt.LanguageModels");

    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        var start = clock.GetTimestamp();
        var outcome = "failed";
        try
        {
            await next(context).ConfigureAwait(false);
            outcome = "done";
        }
        finally
        {
            var milliseconds = (long)clock.GetElapsedTime(start).TotalMilliseconds;
            var (plugin, function) = (context.Function.PluginName ?? "none", context.Function.Name);
            LogFunction(_logger, plugin, function, outcome, milliseconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "function {Plugin} {Function} {Outcome} after {Milliseconds} ms")]
    private static partial void LogFunction(ILogger logger, string plugin, string function, string outcome, long milliseconds);
}

using System.Globalization;
using Microsoft.Extensions.Logging;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;

namespace NlOpt.Cli.LanguageModels;

/// <summary>A file that says, a line each, what was called and how it ended. Only entries without texts of prompts and replies are taken.</summary>
internal sealed class CallLog : ILoggerFactory, ILogger
{
    private readonly Lock _lock = new();
    private readonly StreamWriter _writer;
    private readonly TimeProvider _clock;

    private CallLog(StreamWriter writer, TimeProvider clock) => (_writer, _clock) = (writer, clock);

    /// <summary>Opens or makes the file; what it holds stays.</summary>
    /// <returns>The log, to be disposed of; or <c>model.settings</c>.</returns>
    public static Result<CallLog> Open(string path, TimeProvider clock)
    {
        try
        {
            return Result.Success(new CallLog(new StreamWriter(path, append: true) { AutoFlush = true }, clock));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Result.Failure<CallLog>(Diagnostic.Error(
                FailureCode.Settings,
                $"the log cannot be written: {error.Message}",
                new DiagnosticLocation(Source: path),
                "set model.log to another file"));
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
        // There is one place for entries.
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <summary>Entries below this level hold prompts, arguments and replies.</summary>
    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and < LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        var time = _clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        // Of an exception its kind alone: messages of servers repeat what they were sent.
        var line = $"{time} {logLevel} {VisibleText.OneLine(formatter(state, null))}{(exception is null ? "" : $" ({exception.GetType().Name})")}";
        lock (_lock) _writer.WriteLine(line);
    }

    public void Dispose() => _writer.Dispose();
}

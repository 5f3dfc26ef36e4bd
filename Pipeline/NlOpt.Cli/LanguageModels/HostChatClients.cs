using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel;
using NlOpt.Cli.Configuration;
using NlOpt.LanguageModels;
using NlOpt.LanguageModels.Budget;
using NlOpt.LanguageModels.Failures;
using NlOpt.LanguageModels.Kernels;
using NlOpt.LanguageModels.Recording;
using NlOpt.Modeling;

namespace NlOpt.Cli.LanguageModels;

/// <summary>
/// The language models of this process. All clients share one budget, one recording and the connections. From the outside in, a call goes through:
/// soundness of the reply, replay, recording, budget, traces, failures in our words, the provider's package, retries, the network.
/// </summary>
internal sealed class HostChatClients : IChatClientFactory, IDisposable
{
    private static readonly TimeSpan LongestConnecting = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly SettingValues _values;
    private readonly Dictionary<string, IChatClient> _clients = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _owned = [];
    private readonly CallRecording? _replay;
    private readonly RecordingFile? _record;
    private readonly ILoggerFactory _logging;

    private HostChatClients(SettingValues values, CallRecording? replay, RecordingFile? record, CallLog? log)
    {
        (_values, _replay, _record, _logging) = (values, replay, record, log ?? (ILoggerFactory)NullLoggerFactory.Instance);
        Meter = new BudgetMeter(ModelSettings.BudgetOf(values));
        if (record is not null) _owned.Add(record);
        if (log is not null) _owned.Add(log);
        if (values[Setting.Trace] is { } collector) _owned.Add(CallTracing.Export(new Uri(collector)));
    }

    /// <summary>Counts what is used.</summary>
    public BudgetMeter Meter { get; }

    /// <summary>Opens the door.</summary>
    /// <param name="values">The configuration.</param>
    /// <param name="clock">For the log.</param>
    /// <param name="record">File to record in; null for the configured one.</param>
    /// <returns>The factory, to be disposed of; or errors of the files that the configuration names. No call is made.</returns>
    public static Result<HostChatClients> Open(SettingValues values, TimeProvider clock, string? record = null)
    {
        CallRecording? replay = null;
        RecordingFile? recording = null;
        CallLog? log = null;
        if (values[Setting.Replay] is { } from && record is null)
        {
            var read = CallRecording.Read(from);
            if (!read.TryGetValue(out replay)) return Result.Failure<HostChatClients>(read.Diagnostics);
        }
        else if ((record ?? values[Setting.Record]) is { } into)
        {
            var opened = RecordingFile.Open(into);
            if (!opened.TryGetValue(out recording)) return Result.Failure<HostChatClients>(opened.Diagnostics);
            replay = recording.Before;
        }

        if (values[Setting.Log] is { } path)
        {
            var opened = CallLog.Open(path, clock);
            if (!opened.TryGetValue(out log))
            {
                recording?.Dispose();
                return Result.Failure<HostChatClients>(opened.Diagnostics);
            }
        }

        return Result.Success(new HostChatClients(values, replay, recording, log));
    }

    public Result<IChatClient> Create(string? model = null)
    {
        lock (_lock)
        {
            var name = model ?? _values[Setting.Name] ?? "";
            if (!_clients.TryGetValue(name, out var shared))
            {
                var made = Make(model);
                if (!made.TryGetValue(out shared)) return made;
                _clients.Add(name, shared);
            }

            return Result.Success<IChatClient>(new LeasedChatClient(shared));
        }
    }

    /// <summary>Semantic Kernel over a client, with our filters and the log.</summary>
    public Kernel KernelOver(IChatClient client) => ModelKernel.Over(client, Meter, _logging);

    public void Dispose()
    {
        foreach (var client in _clients.Values) client.Dispose();
        foreach (var owned in _owned) owned.Dispose();
    }

    private Result<IChatClient> Make(string? model)
    {
        // A replay without recording needs no server, and so no settings of one.
        if (_replay is { } only && _record is null) return Result.Success<IChatClient>(new SoundReplyChatClient(new ReplayingChatClient(only)));
        var read = ModelSettings.Of(_values, model);
        if (!read.TryGetValue(out var settings)) return Result.Failure<IChatClient>(read.Diagnostics);
        IProvider provider = settings.Provider == "anthropic" ? Anthropic() : OpenAi();
        var network = Network(settings);
        _owned.Add(network);
        var client = CallTracing.Trace(new ProviderChatClient(provider.Open(settings, network), provider, settings), settings.TracesTexts);
        client = new BudgetChatClient(client, Meter);
        if (_record is not null && _replay is not null) client = new ReplayingChatClient(_replay, new RecordingChatClient(client, _record));
        return Result.Success<IChatClient>(new SoundReplyChatClient(client));
    }

    // Each in a method of its own: the package of a provider is loaded only where it is used.
    private static AnthropicProvider Anthropic() => new();

    private static OpenAiProvider OpenAi() => new();

    private static HttpClient Network(ModelSettings settings)
    {
        // A server that sends us elsewhere would send the key there.
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = settings.Timeout < LongestConnecting ? settings.Timeout : LongestConnecting,
        };
        return new(new RetryHandler(sockets, settings.Attempts, settings.Timeout)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}

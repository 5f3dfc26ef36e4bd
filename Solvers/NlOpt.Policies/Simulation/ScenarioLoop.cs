namespace NlOpt.Policies.Simulation;

/// <summary>Spreads scenarios over threads. Each scenario is a unit of work of its own, so the order does not matter.</summary>
internal sealed class ScenarioLoop
{
    private readonly SimulationTable _table;
    private readonly Func<Result<IScenarioWorker>> _open;
    private readonly SimulationFailure?[] _failures;
    private readonly Action<int>? _progress;
    private readonly Lock _lock = new();
    private ImmutableArray<Diagnostic> _refusal = [];
    private int _next = -1;
    private int _done;

    private ScenarioLoop(SimulationTable table, Func<Result<IScenarioWorker>> open, Action<int>? progress)
    {
        (_table, _open, _progress) = (table, open, progress);
        _failures = new SimulationFailure?[table.Scenarios.Count];
    }

    public static Result<SimulationResult> Run(
        string policy, SimulationTable table, Func<Result<IScenarioWorker>> open, SimulationOptions? options, CancellationToken cancellationToken)
    {
        options ??= SimulationOptions.Default;
        var loop = new ScenarioLoop(table, open, options.Progress);
        var threads = Math.Min(options.Threads, table.Scenarios.Count);
        if (threads == 1) loop.Work(cancellationToken);
        else loop.WorkSideBySide(threads, cancellationToken);
        return loop._refusal.IsEmpty
            ? Result.Success(new SimulationResult(policy, table, [.. loop._failures.OfType<SimulationFailure>()]))
            : Result.Failure<SimulationResult>(loop._refusal);
    }

    private void WorkSideBySide(int threads, CancellationToken cancellationToken)
    {
        // One exception of a worker comes out as it is, not wrapped, as it would with one thread.
        var workers = Enumerable.Range(0, threads).Select(_ => Task.Run(() => Work(cancellationToken), CancellationToken.None)).ToArray();
        Task.WhenAll(workers).GetAwaiter().GetResult();
    }

    private void Work(CancellationToken cancellationToken)
    {
        IScenarioWorker? worker = null;
        try
        {
            while (Interlocked.Increment(ref _next) is var scenario && scenario < _table.Scenarios.Count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (worker is null && !TryOpen(out worker)) return;
                _failures[scenario] = worker.Run(_table, scenario, cancellationToken);
                lock (_lock) _progress?.Invoke(++_done);
            }
        }
        catch
        {
            SkipTheRest();
            throw;
        }
        finally
        {
            worker?.Dispose();
        }
    }

    private bool TryOpen([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IScenarioWorker? worker)
    {
        var opened = _open();
        if (opened.TryGetValue(out worker)) return true;
        lock (_lock) _refusal = opened.Diagnostics;
        SkipTheRest();
        return false;
    }

    private void SkipTheRest() => Interlocked.Exchange(ref _next, _table.Scenarios.Count);
}

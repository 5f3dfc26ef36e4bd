namespace NlOpt.Policies.Simulation;

/// <summary>Spreads scenarios over threads in batches of a fixed size, so that the figures do not depend on who does which when.</summary>
internal sealed class ScenarioLoop
{
    private readonly SimulationTable _table;
    private readonly Func<Result<IScenarioWorker>> _open;
    private readonly int _batchSize;
    private readonly SimulationFailure?[] _failures;
    private readonly Action<int>? _progress;
    private readonly Lock _lock = new();
    private ImmutableArray<Diagnostic> _refusal = [];
    private int _nextBatch = -1;
    private int _done;

    private ScenarioLoop(SimulationTable table, Func<Result<IScenarioWorker>> open, int batchSize, Action<int>? progress)
    {
        (_table, _open, _batchSize, _progress) = (table, open, batchSize, progress);
        _failures = new SimulationFailure?[table.Scenarios.Count];
    }

    public static Result<SimulationResult> Run(
        string policy, SimulationTable table, Func<Result<IScenarioWorker>> open, int batchSize, SimulationOptions? options,
        CancellationToken cancellationToken)
    {
        options ??= SimulationOptions.Default;
        var loop = new ScenarioLoop(table, open, batchSize, options.Progress);
        var threads = Math.Min(options.Threads, loop.BatchCount);
        if (threads == 1) loop.Work(cancellationToken);
        else loop.WorkSideBySide(threads, cancellationToken);
        return loop._refusal.IsEmpty
            ? Result.Success(new SimulationResult(policy, table, [.. loop._failures.OfType<SimulationFailure>()]))
            : Result.Failure<SimulationResult>(loop._refusal);
    }

    private int BatchCount => (_table.Scenarios.Count - 1) / _batchSize + 1;

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
            while (Interlocked.Increment(ref _nextBatch) is var batch && batch < BatchCount)
            {
                if (worker is null && !TryOpen(out worker)) return;
                worker.Begin();
                for (var scenario = batch * _batchSize; scenario < Math.Min((batch + 1) * _batchSize, _table.Scenarios.Count); scenario++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    _failures[scenario] = worker.Run(_table, scenario, cancellationToken);
                    lock (_lock) _progress?.Invoke(++_done);
                }
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

    private void SkipTheRest() => Interlocked.Exchange(ref _nextBatch, BatchCount);
}

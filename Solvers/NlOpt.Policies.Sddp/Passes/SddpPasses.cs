using NlOpt.Policies.Sddp.Cuts;

namespace NlOpt.Policies.Sddp.Passes;

/// <summary>The algorithm itself: iterations of a forward and a backward pass (Pereira and Pinto 1991) that add to the pools.</summary>
internal sealed class SddpPasses : IDisposable
{
    private readonly MultistageProblem _problem;
    private readonly ISolver _solver;
    private readonly SddpOptions _options;
    private readonly RandomNumbers _random;
    private readonly ParallelOptions _parallel;
    private readonly int[][] _orders;
    private readonly CutPool[] _pools;
    private StageBlock _block = null!;
    private StageLane[] _lanes = [];
    private ScenarioSet _scenarios = null!;
    private double _margin;

    public SddpPasses(MultistageProblem problem, ISolver solver, SddpOptions options, ulong seed, int threads, CutPool[] pools)
    {
        (_problem, _solver, _options, _pools) = (problem, solver, options, pools);
        _random = new RandomNumbers(seed);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        _orders = [.. problem.Noises.Select(NoiseOrder.Of)];
    }

    /// <summary>Runs an iteration. What a cancelled one did to the pools stays there; they are of no use then.</summary>
    /// <param name="iteration">Counted from 1; the first one of a fresh instance begins a block.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public IterationResult Run(int iteration, CancellationToken cancellationToken)
    {
        var position = (iteration - 1) % _options.SelectionInterval;
        if (position == 0) BeginBlock((iteration - 1) / _options.SelectionInterval);
        var paths = new ForwardPath[_options.Paths];
        Parallel.For(0, paths.Length, _parallel, path => paths[path] = ForwardPath.Follow(
            _problem, _scenarios, position * paths.Length + path, _lanes[path * _options.Lanes], cancellationToken));
        var failures = paths.Select(path => path.Failure).OfType<StageFailure>().ToList();
        for (var stage = _problem.StageCount - 1; stage > 0; stage--)
        {
            var reached = Array.FindAll(paths, path => path.Incoming.Count > stage);
            foreach (var backward in Solve(stage, Array.ConvertAll(reached, path => TrialState(path.Incoming[stage])), iteration, cancellationToken))
            {
                if (backward.Failure is { } failure) failures.Add(failure);
                else
                    _block.Added[stage - 1].AddRange(_pools[stage - 1].Add(new TrialPoint(
                        iteration, backward.Incoming, backward.Cuts(_options.RiskMeasure, _options.CutKind))));
            }

            if (cancellationToken.IsCancellationRequested) break;
        }

        if (_options.LatestRefresh(iteration) == iteration) Refresh(failures, cancellationToken);
        var first = Solve(0, [paths[0].Incoming[0]], iteration, cancellationToken)[0];
        if (first.Failure is { } unsolved) failures.Add(unsolved);
        var finished = Array.FindAll(paths, path => path.Failure is null);
        return new IterationResult(
            finished.Length > 0 ? finished.Average(path => path.Cost) : null,
            first.Failure is null ? first.Value(_options.RiskMeasure) : null,
            [.. failures]);
    }

    public void Dispose()
    {
        foreach (var lane in _lanes) lane.Dispose();
    }

    /// <summary>Everything that a block does follows from the pools, the seed and its number.</summary>
    private void BeginBlock(int number)
    {
        OpenLanes();
        var seed = _random.Fork((ulong)number).Seed;
        var count = _options.Paths * _options.SelectionInterval;
        _margin = _options.TrialMargin * Math.Pow(0.5, number);
        _scenarios = _options.StratifiedPaths ? ScenarioSet.SampleStratified(_problem, count, seed) : ScenarioSet.Sample(_problem, count, seed);
    }

    /// <summary>Makes all cuts again; the pools change as a whole or not at all.</summary>
    private void Refresh(List<StageFailure> failures, CancellationToken cancellationToken)
    {
        var refresh = new CutRefresh(_problem, _solver, _options, _parallel, _orders);
        if (refresh.Run(_pools, failures, cancellationToken) is not { } refreshed) return;
        refreshed.CopyTo(_pools, 0);
        OpenLanes(); // the programs so far hold cuts that are gone
    }

    private void OpenLanes()
    {
        Dispose();
        _block = new StageBlock(CutPools.Programs(_problem, _pools));
        _lanes = [.. Enumerable.Range(0, _options.Paths * _options.Lanes).Select(_ => new StageLane(_block, _solver))];
    }

    /// <summary>
    /// At a bound of the state the cost to go has many slopes, and the one that an engine happens to give may belong to states beyond the
    /// bound, where nobody goes. So cuts are made a little inside.
    /// </summary>
    private ImmutableArray<double> TrialState(ImmutableArray<double> state) =>
    [
        .. state.Select((value, index) => _problem.State[index] is { Lower: { } lower, Upper: { } upper }
            ? Math.Clamp(value, lower + _margin * (upper - lower), upper - _margin * (upper - lower))
            : value),
    ];

    private BackwardStage[] Solve(int stage, ImmutableArray<double>[] incoming, int iteration, CancellationToken cancellationToken)
    {
        var stages = Array.ConvertAll(incoming, state => new BackwardStage(_problem, stage, state));
        var order = _orders[stage % _orders.Length];
        Parallel.For(0, stages.Length * _options.Lanes, _parallel, unit =>
        {
            var (path, lane) = (unit / _options.Lanes, unit % _options.Lanes);
            var outcomes = order[(lane * order.Length / _options.Lanes)..((lane + 1) * order.Length / _options.Lanes)];
            if (iteration % 2 == 0) Array.Reverse(outcomes); // begins where the iteration before ended
            stages[path].Solve(_lanes[path * _options.Lanes + lane], outcomes, cancellationToken);
        });
        return stages;
    }
}

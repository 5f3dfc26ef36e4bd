using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>Gathers results from many threads in the order of the data set.</summary>
internal sealed class ItemCollector(int total, Action<EvaluationProgress>? progress)
{
    private readonly ProblemResult?[] _items = new ProblemResult?[total];
    private readonly Lock _lock = new();
    private int _done;

    public ImmutableArray<ProblemResult> Items => [.. _items.OfType<ProblemResult>()];

    /// <summary>The results at some positions, as far as they are in.</summary>
    public ImmutableArray<ProblemResult> At(IEnumerable<int> indices) => [.. indices.Select(index => _items[index]).OfType<ProblemResult>()];

    public void Add(int index, ProblemResult item)
    {
        lock (_lock)
        {
            _items[index] = item;
            _done++;
            progress?.Invoke(new EvaluationProgress(_done, total, item.Id, item.ModelRight));
        }
    }
}

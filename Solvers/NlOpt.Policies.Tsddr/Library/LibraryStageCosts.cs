namespace NlOpt.Policies.Tsddr.Library;

/// <summary>Stage costs by libraries of dual vertices, one for each kind of stage: fast, and a lower bound until certified.</summary>
internal sealed class LibraryStageCosts(TargetStages stages) : IStageCosts, IStageCostSession
{
    private readonly ImmutableArray<VertexLibrary> _libraries =
        [.. Enumerable.Range(0, stages.Count).Select(kind => new VertexLibrary(stages.OfKind(kind).ParametricRows.Length))];

    /// <summary>The library of a kind of stage.</summary>
    public VertexLibrary OfKind(int kind) => _libraries[kind];

    /// <summary>Vertices in all libraries.</summary>
    public int Count => _libraries.Sum(library => library.Count);

    public IStageCostSession Open() => this;

    public void Evaluate(int stage, ReadOnlySpan<double> points, Span<double> costs, Span<double> gradients, CancellationToken cancellationToken) =>
        _libraries[stages.KindOf(stage)].Evaluate(points, costs, gradients);

    public void Dispose()
    {
        // Holds nothing that needs to be given back.
    }
}

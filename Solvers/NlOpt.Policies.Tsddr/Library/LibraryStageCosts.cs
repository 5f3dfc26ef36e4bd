namespace NlOpt.Policies.Tsddr.Library;

/// <summary>Stage costs by libraries of dual vertices, one for each kind of stage: fast, and a lower bound until certified.</summary>
internal sealed class LibraryStageCosts(TargetStages stages) : IStageCosts, IStageCostSession
{
    // Below this, relative to the cost, a difference is the accuracy of the solves and no missing vertex.
    private const double Tolerance = 1e-7;

    private readonly ImmutableArray<VertexLibrary> _libraries =
        [.. Enumerable.Range(0, stages.Count).Select(kind => new VertexLibrary(stages.OfKind(kind).ParametricRows.Length))];

    /// <summary>The library of a kind of stage.</summary>
    public VertexLibrary OfKind(int kind) => _libraries[kind];

    /// <summary>Vertices in all libraries.</summary>
    public int Count => _libraries.Sum(library => library.Count);

    /// <summary>Adds the vertex of an exact solve where the library is too low.</summary>
    /// <returns>True when it was missing.</returns>
    public bool Learn(int stage, ReadOnlySpan<double> point, double cost, ReadOnlySpan<double> gradient)
    {
        var vertices = _libraries[stages.KindOf(stage)];
        if (cost - vertices.Evaluate(point) <= Tolerance * Math.Max(1, Math.Abs(cost))) return false;
        vertices.Add(point, cost, gradient);
        return true;
    }

    public IStageCostSession Open() => this;

    public void Evaluate(int stage, ReadOnlySpan<double> points, Span<double> costs, Span<double> gradients, CancellationToken cancellationToken)
    {
        var vertices = _libraries[stages.KindOf(stage)];
        vertices.Evaluate(points, costs, gradients);
        if (vertices.Count == 0) costs.Fill(double.NaN); // nothing is known, and minus infinity is no cost
    }

    public void Dispose()
    {
        // Holds nothing that needs to be given back.
    }
}

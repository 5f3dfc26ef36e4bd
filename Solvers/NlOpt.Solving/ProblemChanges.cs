namespace NlOpt.Solving;

/// <summary>What changed in a <see cref="WorkingProblem"/> since the engine last saw it.</summary>
public sealed class ProblemChanges
{
    private readonly SortedSet<int> _bounds = [];
    private readonly SortedSet<int> _costs = [];
    private readonly SortedSet<int> _rows = [];

    /// <summary>Variables whose bounds changed, ascending.</summary>
    public IReadOnlyCollection<int> Bounds => _bounds;

    /// <summary>Variables whose objective coefficient changed, ascending.</summary>
    public IReadOnlyCollection<int> Costs => _costs;

    /// <summary>Rows that the engine knows and whose sides changed, ascending.</summary>
    public IReadOnlyCollection<int> Rows => _rows;

    /// <summary>Number of rows that the engine knows; those from here on are new.</summary>
    public int KnownRowCount { get; private set; }

    /// <summary>True when nothing changed.</summary>
    internal bool IsEmpty(int rowCount) => _bounds.Count == 0 && _costs.Count == 0 && _rows.Count == 0 && KnownRowCount == rowCount;

    internal void Bound(int variable) => _bounds.Add(variable);

    internal void Cost(int variable) => _costs.Add(variable);

    internal void Row(int row)
    {
        if (row < KnownRowCount) _rows.Add(row);
    }

    internal void Clear(int rowCount)
    {
        _bounds.Clear();
        _costs.Clear();
        _rows.Clear();
        KnownRowCount = rowCount;
    }
}

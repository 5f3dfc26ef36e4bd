namespace NlOpt.Understanding.Decisions;

/// <summary>
/// Joins coefficients into columns, the closest groups first, down to any closeness. How close two groups are is worked out again only when one of
/// them has grown.
/// </summary>
internal sealed class ColumnGathering
{
    private readonly int _variableCount;
    private readonly double[,] _closeness;

    // A group that was joined to an earlier one is empty.
    private readonly List<NumberContext>[] _groups;

    // Mean closeness of each group and each later one; below all closeness where they may not be joined.
    private readonly double[,] _means;

    /// <summary>Begins with every coefficient by itself.</summary>
    /// <param name="coefficients">The coefficients with their variables.</param>
    /// <param name="variableCount">Number of variables.</param>
    /// <param name="closeness">Probability in [0, 1] that two numbers, by position, belong together.</param>
    public ColumnGathering(NumberContext[] coefficients, int variableCount, double[,] closeness)
    {
        (_variableCount, _closeness) = (variableCount, closeness);
        _groups = Array.ConvertAll(coefficients, number => new List<NumberContext> { number });
        Count = _groups.Length;
        _means = new double[coefficients.Length, coefficients.Length];
        for (var left = 0; left < _groups.Length; left++)
            for (var right = left + 1; right < _groups.Length; right++) Judge(left, right);
    }

    /// <summary>Number of groups.</summary>
    public int Count { get; private set; }

    /// <summary>Joins the closest groups while they are at least so close.</summary>
    public void JoinDownTo(double least)
    {
        while (Closest(least) is { } pair)
        {
            _groups[pair.Left].AddRange(_groups[pair.Right]);
            _groups[pair.Right].Clear();
            Count--;
            for (var other = 0; other < _groups.Length; other++)
                if (other != pair.Left && _groups[other].Count > 0) Judge(Math.Min(other, pair.Left), Math.Max(other, pair.Left));
        }
    }

    /// <summary>The groups as columns by first number, and the sum over them of the mean log probability of their pairs.</summary>
    public (List<Column> Columns, double LogProbability) Columns()
    {
        double log = 0;
        var columns = new List<Column>();
        foreach (var group in _groups)
        {
            if (group.Count == 0) continue;
            if (group.Count > 1) log += MeanLog(group);
            var numbers = group.ToArray();
            Array.Sort(numbers, static (one, other) => one.Position.CompareTo(other.Position));
            columns.Add(new Column(numbers));
        }

        columns.Sort(static (one, other) => one.Numbers[0].Position.CompareTo(other.Numbers[0].Position));
        return (columns, log);
    }

    private (int Left, int Right)? Closest(double least)
    {
        (int Left, int Right)? best = null;
        for (var left = 0; left < _groups.Length; left++)
        {
            if (_groups[left].Count == 0) continue;
            for (var right = left + 1; right < _groups.Length; right++)
            {
                if (_groups[right].Count == 0 || _means[left, right] < least) continue;
                if (best is not { } pair || _means[left, right] > _means[pair.Left, pair.Right]) best = (left, right);
            }
        }

        return best;
    }

    private void Judge(int left, int right)
    {
        var (sum, clash) = (0.0, false);
        foreach (var one in _groups[left])
        {
            foreach (var other in _groups[right])
            {
                clash |= one.Variable == _variableCount || other.Variable == _variableCount || other.Variable == one.Variable;
                sum += _closeness[one.Position, other.Position];
            }
        }

        _means[left, right] = clash ? -1 : sum / (_groups[left].Count * _groups[right].Count);
    }

    /// <summary>The mean over all pairs of different coefficients of a group.</summary>
    private double MeanLog(List<NumberContext> group)
    {
        double sum = 0;
        foreach (var one in group)
        {
            foreach (var other in group)
                if (one != other) sum += Math.Log(_closeness[one.Position, other.Position] + 1e-3);
        }

        return sum / (group.Count * (group.Count - 1));
    }
}

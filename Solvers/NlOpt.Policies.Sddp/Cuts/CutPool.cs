namespace NlOpt.Policies.Sddp.Cuts;

/// <summary>All cuts of the cost to go of one stage, and which of them matter.</summary>
internal sealed class CutPool
{
    private readonly List<TrialPoint> _points = [];
    private readonly LevelOneSelection[] _selections;
    private readonly List<Cut> _weighings = [];
    private readonly double _lowerBound;

    /// <summary>Starts without cuts.</summary>
    /// <param name="lowerBound">A bound below the cost to go and its parts.</param>
    /// <param name="parts">Number of parts; 0 when cuts bound the cost to go itself.</param>
    public CutPool(double lowerBound, int parts)
    {
        _lowerBound = lowerBound;
        Parts = parts;
        _selections = [.. Enumerable.Range(0, Math.Max(1, parts)).Select(_ => new LevelOneSelection())];
    }

    /// <summary>Number of parts; 0 when cuts bound the cost to go itself.</summary>
    public int Parts { get; }

    /// <summary>The states visited with their cuts, oldest first.</summary>
    public ImmutableArray<TrialPoint> Points => [.. _points];

    /// <summary>The cuts that matter, oldest first in each part.</summary>
    public IEnumerable<Cut> Selected => _selections.SelectMany(selection => selection.Selected).Concat(_weighings);

    /// <summary>Takes in the cuts of a state.</summary>
    /// <returns>Those that matter now.</returns>
    public ImmutableArray<Cut> Add(TrialPoint point)
    {
        _points.Add(point);
        return [.. point.Cuts.Where(cut => cut.PartWeights.IsEmpty ? _selections[cut.Part ?? 0].Add(point.State, cut) : AddWeighing(cut))];
    }

    /// <summary>The approximated cost to go of an outgoing state, by all cuts.</summary>
    public double HeightAt(ReadOnlySpan<double> state)
    {
        var heights = new double[_selections.Length];
        for (var part = 0; part < heights.Length; part++) heights[part] = Math.Max(_lowerBound, _selections[part].HeightAt(state));
        if (Parts == 0) return heights[0];
        var highest = _lowerBound;
        foreach (var weighing in _weighings)
            highest = Math.Max(highest, heights.Zip(weighing.PartWeights, (height, weight) => height * weight).Sum());
        return highest;
    }

    private bool AddWeighing(Cut cut)
    {
        if (_weighings.Any(known => known.PartWeights.AsSpan().SequenceEqual(cut.PartWeights.AsSpan()))) return false;
        _weighings.Add(cut);
        return true;
    }
}

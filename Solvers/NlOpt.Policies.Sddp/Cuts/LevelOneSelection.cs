namespace NlOpt.Policies.Sddp.Cuts;

/// <summary>
/// Level-1 dominance (de Matos, Philpott and Finardi 2015): of all cuts those matter that are the highest at one or more of the states
/// visited so far. Of equally high cuts the oldest counts. Costs one height a cut and a state, once.
/// </summary>
internal sealed class LevelOneSelection
{
    private const double Tolerance = 1e-10;

    private readonly List<Cut> _cuts = [];
    private readonly List<int> _wins = [];
    private readonly List<ImmutableArray<double>> _states = [];
    private readonly List<double> _heights = [];
    private readonly List<int> _winners = [];

    /// <summary>The cuts that are the highest somewhere, oldest first.</summary>
    public IEnumerable<Cut> Selected => _cuts.Where((_, index) => _wins[index] > 0);

    /// <summary>Takes in a cut and the state where it was made.</summary>
    /// <returns>True when the cut is the highest at one of the states.</returns>
    public bool Add(ImmutableArray<double> state, Cut cut)
    {
        _cuts.Add(cut);
        _wins.Add(0);
        var index = _cuts.Count - 1;
        for (var visited = 0; visited < _states.Count; visited++)
        {
            var height = cut.HeightAt(_states[visited].AsSpan());
            if (!IsAbove(height, _heights[visited])) continue;
            _wins[_winners[visited]]--;
            (_winners[visited], _heights[visited]) = (index, height);
            _wins[index]++;
        }

        var (winner, highest) = (0, _cuts[0].HeightAt(state.AsSpan()));
        for (var other = 1; other < _cuts.Count; other++)
        {
            var height = _cuts[other].HeightAt(state.AsSpan());
            if (IsAbove(height, highest)) (winner, highest) = (other, height);
        }

        _states.Add(state);
        _heights.Add(highest);
        _winners.Add(winner);
        _wins[winner]++;
        return _wins[index] > 0;
    }

    /// <summary>Height of the highest cut.</summary>
    public double HeightAt(ReadOnlySpan<double> state)
    {
        var highest = double.NegativeInfinity;
        foreach (var cut in _cuts) highest = Math.Max(highest, cut.HeightAt(state));
        return highest;
    }

    private static bool IsAbove(double height, double other) => height > other + Tolerance * Math.Max(1, Math.Abs(other));
}

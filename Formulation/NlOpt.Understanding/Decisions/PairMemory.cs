namespace NlOpt.Understanding.Decisions;

/// <summary>
/// What was learned of pairs of coefficients under one hypothesis of the variables: it depends on their ranks alone, which many choices of roles and
/// variables leave as they are.
/// </summary>
internal sealed class PairMemory
{
    private readonly Dictionary<int, Known> _pairs = [];

    /// <summary>Forgets all pairs.</summary>
    public void Clear() => _pairs.Clear();

    /// <summary>The probability that a pair belongs together, judged where it is not known for these ranks.</summary>
    /// <param name="one">The earlier coefficient; its ranks are set.</param>
    /// <param name="other">The later one.</param>
    /// <param name="count">Number of numbers of the reading.</param>
    /// <param name="judge">Judges the pair.</param>
    public double Of(NumberContext one, NumberContext other, int count, Func<NumberContext, NumberContext, double> judge)
    {
        var key = one.Position * count + other.Position;
        var first = _pairs.GetValueOrDefault(key);
        for (var known = first; known is not null; known = known.Next)
            if (known.One == one.Ranks && known.Other == other.Ranks) return known.Probability;
        var probability = judge(one, other);
        _pairs[key] = new Known(one.Ranks, other.Ranks, probability, first);
        return probability;
    }

    private sealed record Known(CoefficientRanks One, CoefficientRanks Other, double Probability, Known? Next);
}

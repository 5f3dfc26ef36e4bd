using System.Text.Json;

namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>
/// Targets anywhere between the bounds of the state, reachable or not: what penalised targets use (the paper). A missing bound is replaced by
/// the size of the state variable as <see cref="RuleFeatures"/> sees it.
/// </summary>
public sealed class StateBoxMap : ITargetMap
{
    private readonly ImmutableArray<double> _lower;
    private readonly ImmutableArray<double> _upper;

    /// <summary>Makes the map of a problem.</summary>
    public StateBoxMap(MultistageProblem problem)
    {
        var scale = RuleFeatures.Of(problem).StateScale;
        _lower = [.. problem.State.Select((state, index) => state.Lower ?? Math.Min(-scale[index], (state.Upper ?? 0) - scale[index]))];
        _upper = [.. problem.State.Select((state, index) => state.Upper ?? Math.Max(scale[index], _lower[index] + scale[index]))];
    }

    /// <inheritdoc/>
    public void Map(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, ReadOnlySpan<double> fraction, Span<double> target)
    {
        for (var index = 0; index < target.Length; index++) target[index] = _lower[index] + (_upper[index] - _lower[index]) * fraction[index];
    }

    /// <inheritdoc/>
    public void PullBack(
        int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, ReadOnlySpan<double> fraction,
        ReadOnlySpan<double> targetGradient, Span<double> incomingGradient, Span<double> fractionGradient)
    {
        for (var index = 0; index < targetGradient.Length; index++) fractionGradient[index] = (_upper[index] - _lower[index]) * targetGradient[index];
    }

    /// <inheritdoc/>
    public string Describe() => JsonSerializer.Serialize(new { kind = "state-box", lower = _lower.ToArray(), upper = _upper.ToArray() });
}

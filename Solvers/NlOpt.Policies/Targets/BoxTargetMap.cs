using System.Text.Json;
using System.Text.Json.Serialization;

namespace NlOpt.Policies.Targets;

/// <summary>
/// A target map whose targets lie in ranges: <c>target = low + (high - low) * fraction</c>, the ends clamped affine functions of incoming
/// state and noise, the same in all stages. Where the states share room, each takes it in their order and leaves the later ones their low
/// ends: <c>high[i] = min(high[i], room - targets before i - low ends after i)</c>.
/// </summary>
public sealed class BoxTargetMap : ITargetMap
{
    private const int StackSize = 64;

    // An end that nothing clamps is infinite.
    private static readonly JsonSerializerOptions Format = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };


    private readonly ImmutableArray<TargetRange> _ranges;
    private readonly double? _room;

    /// <summary>Makes a map.</summary>
    /// <param name="ranges">One a state variable.</param>
    /// <param name="room">What all targets together may be; the low ends together never exceed it. Null when they share nothing.</param>
    /// <exception cref="ArgumentException">There is no range, a number is not finite, or the ends of a clamp cross.</exception>
    public BoxTargetMap(ImmutableArray<TargetRange> ranges, double? room = null)
    {
        if (ranges.IsDefaultOrEmpty) throw new ArgumentException("There is one range a state variable.", nameof(ranges));
        if (room is { } shared && !double.IsFinite(shared))
            throw new ArgumentException("The room is finite; null means that none is shared.", nameof(room));
        foreach (var end in ranges.SelectMany(range => new[] { range.Low, range.High }))
        {
            if (!double.IsFinite(end.Constant) || !end.State.All(double.IsFinite) || !end.Noise.All(double.IsFinite) || !(end.Lower <= end.Upper))
                throw new ArgumentException("A range has finite coefficients and ends in order.", nameof(ranges));
            if (end.State.Length > ranges.Length) throw new ArgumentException("A range uses a state variable that does not exist.", nameof(ranges));
        }

        (_ranges, _room) = (ranges, room);
    }

    /// <inheritdoc/>
    public void Map(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, ReadOnlySpan<double> fraction, Span<double> target)
    {
        var left = _room ?? double.PositiveInfinity;
        if (_room is not null) foreach (var range in _ranges) left -= range.Low.Value(incoming, noise, out _);
        for (var index = 0; index < _ranges.Length; index++)
        {
            var low = _ranges[index].Low.Value(incoming, noise, out _);
            var width = Width(_ranges[index], low, left, incoming, noise, out _);
            target[index] = low + width * fraction[index];
            left -= width * fraction[index];
        }
    }

    /// <inheritdoc/>
    public void PullBack(
        int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, ReadOnlySpan<double> fraction,
        ReadOnlySpan<double> targetGradient, Span<double> incomingGradient, Span<double> fractionGradient)
    {
        // The room left before each state is kept, since the sweep runs backward.
        var lefts = _ranges.Length <= StackSize ? stackalloc double[StackSize] : new double[_ranges.Length];
        var left = _room ?? double.PositiveInfinity;
        if (_room is not null) foreach (var range in _ranges) left -= range.Low.Value(incoming, noise, out _);
        for (var index = 0; index < _ranges.Length; index++)
        {
            lefts[index] = left;
            left -= Width(_ranges[index], _ranges[index].Low.Value(incoming, noise, out _), left, incoming, noise, out _) * fraction[index];
        }

        var leftGradient = 0.0;
        for (var index = _ranges.Length - 1; index >= 0; index--)
        {
            var range = _ranges[index];
            var low = range.Low.Value(incoming, noise, out var isLowFree);
            var width = Width(range, low, lefts[index], incoming, noise, out var limit);
            var taken = targetGradient[index] - leftGradient; // of width * fraction, which is added to the target and leaves the room
            fractionGradient[index] = taken * width;
            var (widthGradient, lowGradient) = (taken * fraction[index], targetGradient[index]);
            if (limit == WidthLimit.Room) leftGradient += widthGradient;
            if (limit is WidthLimit.HighFree or WidthLimit.HighClamped) lowGradient -= widthGradient;
            if (limit == WidthLimit.HighFree) range.High.AddTo(incomingGradient, widthGradient);
            if (isLowFree) range.Low.AddTo(incomingGradient, lowGradient);
        }

        if (_room is null || leftGradient == 0) return;
        foreach (var range in _ranges)
        {
            range.Low.Value(incoming, noise, out var isFree);
            if (isFree) range.Low.AddTo(incomingGradient, -leftGradient);
        }
    }

    /// <inheritdoc/>
    public string Describe() => JsonSerializer.Serialize(
        new { kind = "box", room = _room, ranges = _ranges.Select(range => new { low = Describe(range.Low), high = Describe(range.High) }) }, Format);

    private static object Describe(ClampedAffine end) =>
        new { constant = end.Constant, state = end.State, noise = end.Noise, lower = end.Lower, upper = end.Upper };

    /// <summary>Width of the range of a state, and what it is that limits it.</summary>
    private static double Width(
        TargetRange range, double low, double left, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, out WidthLimit limit)
    {
        var width = range.High.Value(incoming, noise, out var isFree) - low;
        limit = isFree ? WidthLimit.HighFree : WidthLimit.HighClamped;
        if (left < width) (width, limit) = (left, WidthLimit.Room);
        if (width <= 0) (width, limit) = (0, WidthLimit.Nothing);
        return width;
    }

    /// <summary>What keeps a range from being wider.</summary>
    private enum WidthLimit
    {
        Nothing,
        HighFree,
        HighClamped,
        Room,
    }
}

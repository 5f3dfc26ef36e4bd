using System.Text.Json;

namespace NlOpt.Policies.Hydro;

/// <summary>
/// Volumes that a stage can reach exactly, from fractions in [0, 1]. A fraction y stands for l + (u - l) y with
/// <c>u = min(highest volume, v + K (w - lowest outflow) + what the turbines upstream can let through)</c> and <c>l = lowest volume</c>; then,
/// down the cascade, no reservoir keeps more than what it has and what comes from above when turbines upstream take all they can of the
/// water that must go and the rest is spilled. (DecisionRules.jl, strict targets; there for one link, here for cascades of any depth.)
/// </summary>
/// <remarks>
/// Reachable means by the water: a network that cannot take the power of full turbines may still make a target infeasible where only the
/// turbined water reaches the next reservoir. Where water is short, the lowest outflow goes before the lowest volume.
/// </remarks>
public sealed class HydroTargetMap : ITargetMap
{
    /// <summary>Up to so many reservoirs the work space lies on the stack.</summary>
    private const int Few = 256;

    private readonly HydroCase _case;
    private readonly ImmutableArray<double> _turbineVolumes;
    private readonly ImmutableArray<double> _reservedVolumes;
    private readonly ImmutableArray<double> _upstreamTurbineVolumes;

    /// <summary>Prepares the map of a case.</summary>
    public HydroTargetMap(HydroCase hydroCase)
    {
        ArgumentNullException.ThrowIfNull(hydroCase);
        _case = hydroCase;
        var factor = hydroCase.VolumePerFlow;
        _turbineVolumes = [.. hydroCase.Reservoirs.Select((_, index) => factor * hydroCase.UsableOutflow(index))];
        _reservedVolumes = [.. hydroCase.Reservoirs.Select(reservoir => factor * reservoir.LowestOutflow)];
        _upstreamTurbineVolumes = [.. hydroCase.Cascade.TurbineUpstream.Select(upstream => upstream.Sum(index => _turbineVolumes[index]))];
    }

    /// <summary>The case it maps for.</summary>
    public HydroCase Case => _case;

    /// <inheritdoc/>
    public void Map(int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, ReadOnlySpan<double> fraction, Span<double> target)
    {
        Span<Node> nodes = _turbineVolumes.Length <= Few ? stackalloc Node[_turbineVolumes.Length] : new Node[_turbineVolumes.Length];
        Walk(incoming, noise, fraction, nodes);
        for (var index = 0; index < nodes.Length; index++) target[index] = nodes[index].Target;
    }

    /// <inheritdoc/>
    public void PullBack(
        int stage, ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, ReadOnlySpan<double> fraction,
        ReadOnlySpan<double> targetGradient, Span<double> incomingGradient, Span<double> fractionGradient)
    {
        var count = _turbineVolumes.Length;
        Span<Node> nodes = count <= Few ? stackalloc Node[count] : new Node[count];
        Walk(incoming, noise, fraction, nodes);
        Span<double> availableGradient = count <= Few ? stackalloc double[count] : new double[count];
        for (var position = count - 1; position >= 0; position--)
        {
            var index = _case.Cascade.Order[position];
            var (node, reservoir) = (nodes[index], _case.Reservoirs[index]);
            // One unit more to release goes through the turbine while it has room, else over the spillway.
            var downstream = node.Released < _turbineVolumes[index] ? reservoir.TurbineDownstream : reservoir.SpillDownstream;
            var released = downstream is { } below ? availableGradient[below] : 0;
            availableGradient[index] = released;
            var wanted = targetGradient[index] - released;
            if (node.Wanted > node.Keepable)
            {
                if (node.Keepable > 0) availableGradient[index] += wanted;
                wanted = 0;
            }

            incomingGradient[index] += availableGradient[index];
            var highest = Math.Clamp(node.Highest, 0, reservoir.HighestVolume);
            fractionGradient[index] = wanted * (highest - Math.Min(reservoir.LowestVolume, highest));
            if (node.Highest > 0 && node.Highest < reservoir.HighestVolume)
                incomingGradient[index] += wanted * (highest < reservoir.LowestVolume ? 1 : fraction[index]);
        }
    }

    /// <inheritdoc/>
    public string Describe() => JsonSerializer.Serialize(new
    {
        kind = "hydro",
        volumePerFlow = _case.VolumePerFlow,
        order = _case.Cascade.Order,
        reservoirs = _case.Reservoirs.Select((reservoir, index) => new
        {
            name = reservoir.Name,
            lowestVolume = reservoir.LowestVolume,
            highestVolume = reservoir.HighestVolume,
            lowestOutflow = reservoir.LowestOutflow,
            usableOutflow = _case.UsableOutflow(index),
            turbineDownstream = reservoir.TurbineDownstream,
            spillDownstream = reservoir.SpillDownstream,
        }),
    });

    /// <summary>Goes down the cascade, upstream first.</summary>
    private void Walk(ReadOnlySpan<double> incoming, ReadOnlySpan<double> noise, ReadOnlySpan<double> fraction, Span<Node> nodes)
    {
        Span<double> arriving = nodes.Length <= Few ? stackalloc double[nodes.Length] : new double[nodes.Length];
        foreach (var index in _case.Cascade.Order)
        {
            var reservoir = _case.Reservoirs[index];
            var own = incoming[index] + _case.VolumePerFlow * noise[index];
            var unclamped = own - _reservedVolumes[index] + _upstreamTurbineVolumes[index];
            var highest = Math.Clamp(unclamped, 0, reservoir.HighestVolume);
            var lowest = Math.Min(reservoir.LowestVolume, highest);
            var wanted = lowest + (highest - lowest) * fraction[index];
            var available = own + arriving[index];
            var keepable = Math.Max(0, available - _reservedVolumes[index]);
            var target = Math.Min(wanted, keepable);
            var released = available - target;
            var turbined = Math.Min(_turbineVolumes[index], released);
            if (reservoir.TurbineDownstream is { } turbine) arriving[turbine] += turbined;
            if (reservoir.SpillDownstream is { } spill) arriving[spill] += released - turbined;
            nodes[index] = new Node(unclamped, wanted, keepable, target, released);
        }
    }

    /// <summary>What the walk found at a reservoir, in hm3.</summary>
    /// <param name="Highest">The upper end u of the range before it is clamped to [0, highest volume].</param>
    /// <param name="Wanted">l + (u - l) y.</param>
    /// <param name="Keepable">Most that can stay.</param>
    /// <param name="Target">The smaller of the two.</param>
    /// <param name="Released">What goes through the turbine or over the spillway.</param>
    private readonly record struct Node(double Highest, double Wanted, double Keepable, double Target, double Released);
}

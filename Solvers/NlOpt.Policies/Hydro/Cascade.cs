namespace NlOpt.Policies.Hydro;

/// <summary>How water runs from reservoir to reservoir.</summary>
public sealed class Cascade
{
    private Cascade(
        ImmutableArray<int> order, ImmutableArray<ImmutableArray<int>> turbineUpstream, ImmutableArray<ImmutableArray<int>> spillUpstream) =>
        (Order, TurbineUpstream, SpillUpstream) = (order, turbineUpstream, spillUpstream);

    /// <summary>Indices of all reservoirs, each after those whose water it takes.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>For each reservoir, indices of those whose turbined water it takes, ascending.</summary>
    public ImmutableArray<ImmutableArray<int>> TurbineUpstream { get; }

    /// <summary>For each reservoir, indices of those whose spilled water it takes, ascending.</summary>
    public ImmutableArray<ImmutableArray<int>> SpillUpstream { get; }

    /// <summary>Follows the links of the reservoirs.</summary>
    /// <returns>The cascade, or the error <c>hydro.cycle</c> when water would run in a circle.</returns>
    /// <exception cref="ArgumentException">A link names a reservoir that does not exist.</exception>
    public static Result<Cascade> Of(ImmutableArray<Reservoir> reservoirs)
    {
        foreach (var reservoir in reservoirs)
            foreach (var downstream in Downstream(reservoir))
                if (downstream < 0 || downstream >= reservoirs.Length)
                    throw new ArgumentException($"'{reservoir.Name}' leads to reservoir {downstream}, which does not exist.", nameof(reservoirs));
        var waiting = new int[reservoirs.Length];
        foreach (var downstream in reservoirs.SelectMany(Downstream)) waiting[downstream]++;
        var order = ImmutableArray.CreateBuilder<int>();
        for (var reservoir = 0; reservoir < waiting.Length; reservoir++)
            if (waiting[reservoir] == 0) order.Add(reservoir);
        for (var next = 0; next < order.Count; next++)
            foreach (var downstream in Downstream(reservoirs[order[next]]))
                if (--waiting[downstream] == 0) order.Add(downstream);
        if (order.Count < reservoirs.Length)
        {
            var circle = reservoirs.Where((_, index) => waiting[index] > 0).Select(reservoir => $"'{reservoir.Name}'");
            return Result.Failure<Cascade>(Diagnostic.Error(
                "hydro.cycle",
                $"water would run in a circle through {string.Join(", ", circle)}",
                remedy: "take one of the links between them away"));
        }

        ImmutableArray<ImmutableArray<int>> Upstream(Func<Reservoir, int?> link) =>
        [
            .. reservoirs.Select((_, index) =>
                Enumerable.Range(0, reservoirs.Length).Where(upstream => link(reservoirs[upstream]) == index).ToImmutableArray()),
        ];
        return Result.Success(new Cascade(
            order.ToImmutable(), Upstream(reservoir => reservoir.TurbineDownstream), Upstream(reservoir => reservoir.SpillDownstream)));
    }

    private static IEnumerable<int> Downstream(Reservoir reservoir)
    {
        if (reservoir.TurbineDownstream is { } turbine) yield return turbine;
        if (reservoir.SpillDownstream is { } spill) yield return spill;
    }
}

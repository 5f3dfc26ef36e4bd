namespace NlOpt.Policies.Hydro;

/// <summary>Natural inflows in m3/s: each row is a stage of the year, each scenario a joint outcome for all reservoirs.</summary>
public sealed class InflowTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="rows">At least one; its outcomes have one inflow a reservoir, at least 0. Used cyclically.</param>
    /// <exception cref="ArgumentException">There is no row, the rows differ in length, or an inflow is negative.</exception>
    public InflowTable(ImmutableArray<NoiseDistribution> rows)
    {
        if (rows.IsDefaultOrEmpty) throw new ArgumentException("A table has at least one row.", nameof(rows));
        foreach (var row in rows)
        {
            if (row.Dimension != rows[0].Dimension) throw new ArgumentException("All rows are for the same reservoirs.", nameof(rows));
            for (var scenario = 0; scenario < row.Count; scenario++)
                foreach (var inflow in row.Outcome(scenario))
                    if (inflow < 0) throw new ArgumentException("No inflow is negative.", nameof(rows));
        }

        Rows = rows;
    }

    /// <summary>The rows: what may flow in, with probabilities, independent of all other rows.</summary>
    public ImmutableArray<NoiseDistribution> Rows { get; }

    /// <summary>An inflow in m3/s.</summary>
    /// <param name="row">In [0, number of rows).</param>
    /// <param name="scenario">In [0, number of scenarios of the row).</param>
    /// <param name="reservoir">In [0, number of reservoirs).</param>
    public double this[int row, int scenario, int reservoir] => Rows[row].Outcome(scenario)[reservoir];
}

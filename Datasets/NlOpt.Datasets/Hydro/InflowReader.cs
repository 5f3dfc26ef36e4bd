using System.Collections.Immutable;
using NlOpt.Policies.Hydro;
using NlOpt.Policies.Problems;

namespace NlOpt.Datasets.Hydro;

/// <summary>
/// inflows.csv: one row a stage of the year; for each reservoir in the order of hydro.json one column a scenario. And
/// scenarioprobability.csv: one row a stage of the year, one column a scenario.
/// </summary>
internal static class InflowReader
{
    private const double ProbabilityTolerance = 1e-9;

    public static ImmutableArray<NumberTable.Row> ReadProbabilities(string text)
    {
        var rows = NumberTable.Read(text, "probability", value => value is > 0 and <= 1, "a number above 0 and at most 1");
        foreach (var row in rows)
            if (Math.Abs(row.Values.Sum() - 1) > ProbabilityTolerance)
                throw new MalformedCaseException(
                    "data.range",
                    FormattableString.Invariant($"the probabilities of the row add up to {row.Values.Sum()}, not to 1"),
                    "mend the row",
                    row.Line);
        return rows;
    }

    /// <param name="text">The text of inflows.csv.</param>
    /// <param name="reservoirs">Number of reservoirs.</param>
    /// <param name="probabilities">Rows of the other file; null for equally likely scenarios.</param>
    public static InflowTable ReadInflows(string text, int reservoirs, ImmutableArray<NumberTable.Row>? probabilities)
    {
        var rows = NumberTable.Read(text, "inflow", value => value is >= 0 and <= CaseValue.LargestNumber, "a number that is at least 0");
        var columns = rows[0].Values.Length;
        var scenarios = probabilities is [var first, ..] ? first.Values.Length : columns / reservoirs;
        if (scenarios == 0 || columns != scenarios * reservoirs)
            throw new MalformedCaseException(
                "data.columns",
                probabilities is null
                    ? $"the row has {columns} columns, which is no multiple of the {reservoirs} reservoirs"
                    : $"the row has {columns} columns, not {scenarios} scenarios for each of {reservoirs} reservoirs",
                "give one column for each reservoir and scenario, those of a reservoir side by side", rows[0].Line);
        if (probabilities is { } given && given.Length != rows.Length)
            throw new MalformedCaseException(
                "data.columns",
                $"the file has {rows.Length} rows, scenarioprobability.csv has {given.Length}",
                "give both files the same rows",
                rows[^1].Line);
        return new InflowTable(
        [
            .. rows.Select((row, index) => NoiseDistribution.Of(
                [.. Enumerable.Range(0, scenarios).Select(scenario => (IReadOnlyList<double>)
                    [.. Enumerable.Range(0, reservoirs).Select(reservoir => row.Values[reservoir * scenarios + scenario])])],
                probabilities?[index].Values)),
        ]);
    }
}

using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Agents.Checking;

/// <summary>A side of a row with the share of the readings that hold it.</summary>
/// <param name="Side">The side, as the likeliest of them says it.</param>
/// <param name="Share">Their share, in [0, 1].</param>
/// <param name="Reading">The likeliest of them.</param>
internal sealed record WeighedSide(RowSide Side, double Share, LoweredModel Reading)
{
    /// <summary>The statement that says it.</summary>
    public Statement Statement => Reading.Formulation.Statements[Side.StatementIndex];
}

/// <summary>What all readings of a text together say: for each row, objective and number the share of the readings that hold or use it.</summary>
internal sealed class ReadingMarginals
{
    private readonly Dictionary<string, WeighedSide> _sides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (double Share, LoweredModel Reading)> _objectives = new(StringComparer.Ordinal);
    private readonly Dictionary<Evidence, double> _used = [];

    /// <summary>Sums readings up.</summary>
    /// <param name="readings">The readings, the likeliest first.</param>
    public ReadingMarginals(ImmutableArray<WeighedReading> readings)
    {
        var total = readings.Sum(reading => reading.Share);
        foreach (var reading in readings)
        {
            if (!Lowering.Lower(reading.Formulation).TryGetValue(out var lowered)) continue;
            Best ??= lowered;
            var share = reading.Share / total;
            foreach (var side in RowSide.Of(lowered).DistinctBy(side => side.Key))
                _sides[side.Key] = _sides.TryGetValue(side.Key, out var known) ? known with { Share = known.Share + share }
                    : new WeighedSide(side, share, lowered);
            var objective = ObjectiveKey.Of(lowered);
            _objectives[objective] = _objectives.TryGetValue(objective, out var same) ? (same.Share + share, same.Reading) : (share, lowered);
            foreach (var entry in reading.Formulation.Ledger.Where(entry => entry.Use is NumberUse.InObjective or NumberUse.InStatement))
                _used[entry.Evidence] = _used.GetValueOrDefault(entry.Evidence) + share;
        }
    }

    /// <summary>The likeliest reading; null where there is none.</summary>
    public LoweredModel? Best { get; }

    /// <summary>Every side that some reading holds.</summary>
    public IEnumerable<WeighedSide> Sides => _sides.Values;

    /// <summary>Share of the readings that hold a side.</summary>
    public double ShareOf(RowSide side) => _sides.TryGetValue(side.Key, out var found) ? found.Share : 0;

    /// <summary>Share of the readings with an objective, by <see cref="ObjectiveKey"/>.</summary>
    public double ShareOfObjective(string key) => _objectives.TryGetValue(key, out var found) ? found.Share : 0;

    /// <summary>The likeliest objective but one, with its share; null where there is no other.</summary>
    public (double Share, LoweredModel Reading)? OtherObjective(string key) => _objectives.Where(item => item.Key != key)
        .OrderByDescending(item => item.Value.Share).Select(item => ((double, LoweredModel)?)item.Value).FirstOrDefault();

    /// <summary>Share of the readings that have a number of the text in the objective or a statement.</summary>
    public double UseOf(Evidence number) => _used.GetValueOrDefault(number);
}

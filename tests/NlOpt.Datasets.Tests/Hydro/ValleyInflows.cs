using System.Globalization;
using System.Text;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Tests.Hydro;

/// <summary>
/// Writes the inflows of the shipped case: a wet and a dry season (a cosine over the twelve months), with factors that are lognormal, in part
/// common to all reservoirs.
/// </summary>
internal static class ValleyInflows
{
    private const ulong Seed = 2026;
    private const int Months = 12;
    private const int Scenarios = 10;
    private const double Swing = 0.75;
    private const double CommonSpread = 0.35;
    private const double OwnSpread = 0.2;

    /// <summary>Mean inflows of upper lake, side lake, gorge and weir in m3/s.</summary>
    private static readonly double[] Means = [20, 8, 10, 5];

    public static string Text()
    {
        var random = new RandomNumbers(Seed);
        var text = new StringBuilder();
        for (var month = 0; month < Months; month++)
        {
            var season = 1 + Swing * Math.Cos(2 * Math.PI * month / Months);
            var common = Enumerable.Range(0, Scenarios).Select(_ => CommonSpread * random.NextNormal()).ToArray();
            var row = Means.SelectMany(mean => common.Select(shared =>
                mean * season * Math.Exp(shared + OwnSpread * random.NextNormal() - (CommonSpread * CommonSpread + OwnSpread * OwnSpread) / 2)));
            text.AppendJoin(',', row.Select(inflow => inflow.ToString("0.00", CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }
}

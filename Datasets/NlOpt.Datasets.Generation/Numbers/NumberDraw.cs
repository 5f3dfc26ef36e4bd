using System.Collections.Immutable;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Numbers;

/// <summary>Draws the numbers of one problem: amounts a piece, and limits that people would write.</summary>
internal sealed class NumberDraw(RandomNumbers random)
{
    private const double ShareInLargerUnit = 0.5;
    private static readonly ImmutableArray<double> Fractions = [0.5, 1.0 / 3, 0.25, 0.2, 2.0 / 3, 0.75];
    private static readonly ImmutableArray<double> Grains = [0.05, 0.1, 0.1, 0.25, 0.5, 0.01];
    private int _next;

    /// <summary>Decides.</summary>
    public RandomNumbers Random => random;

    /// <summary>A number with a key of its own.</summary>
    public SampledNumber Number(double value, LargerUnit? unit = null) => new(_next++, value, unit);

    /// <summary>An amount a piece.</summary>
    public double Coefficient(Amount amount)
    {
        var raw = amount.From * Math.Pow(amount.To / amount.From, random.NextUniform());
        var value = Math.Max(1, Math.Round(raw / amount.Step)) * amount.Step;
        return Clean(Math.Max(value, Math.Ceiling(amount.From / amount.Step - 1e-9) * amount.Step));
    }

    /// <summary>A limit that an amount of a plan keeps.</summary>
    /// <param name="planned">The amount in the plan, above 0.</param>
    /// <param name="isUpper">Whether the limit is an upper one.</param>
    /// <param name="largest">How far away it may be, as a factor above 1.</param>
    /// <param name="larger">A larger unit that it may be told in.</param>
    /// <param name="isWhole">Whether it is a whole number.</param>
    public SampledNumber Limit(double planned, bool isUpper, double largest, LargerUnit? larger = null, bool isWhole = false)
    {
        var far = random.Between(1.02, largest);
        var target = isUpper ? planned * far : planned / far;
        if (larger is not null && target >= larger.Factor * 2 && random.Chance(ShareInLargerUnit))
            return Number(Clean(Rounded(target / larger.Factor, isUpper, isWhole: target > larger.Factor * 8) * larger.Factor), larger);
        return Number(Rounded(target, isUpper, isWhole));
    }

    /// <summary>A share that a plan keeps; null where none fits.</summary>
    public SampledNumber? Share(double planned, bool isUpper)
    {
        if (random.Chance(0.15))
        {
            var fitting = Fractions.Where(fraction => isUpper ? fraction >= planned && fraction < planned * 2 : fraction <= planned && fraction > planned * 0.4).ToList();
            if (fitting.Count > 0) return Number(random.Pick(fitting));
        }

        var step = random.Chance(0.85) ? 0.05 : 0.01;
        var target = isUpper ? planned * random.Between(1, 1.6) : planned * random.Between(0.5, 1);
        var share = Clean((isUpper ? Math.Ceiling(target / step - 1e-9) : Math.Floor(target / step + 1e-9)) * step);
        return share is >= 0.02 and <= 0.98 ? Number(share) : null;
    }

    private double Rounded(double value, bool isUpper, bool isWhole)
    {
        var size = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 1e-6))));
        var grain = value switch
        {
            < 3 when !isWhole => 0.1,
            < 12 when !isWhole => random.Chance(0.3) ? 0.5 : 1,
            < 20 => 1,
            _ => Math.Max(1, size * random.Pick(Grains)),
        };
        if (isWhole) grain = Math.Max(1, Math.Round(grain));
        var steps = isUpper ? Math.Ceiling(value / grain - 1e-9) : Math.Floor(value / grain + 1e-9);
        return Clean(Math.Max(1, steps) * grain);
    }

    /// <summary>Without the dust of binary fractions.</summary>
    public static double Clean(double value) => Math.Round(value, 6);
}

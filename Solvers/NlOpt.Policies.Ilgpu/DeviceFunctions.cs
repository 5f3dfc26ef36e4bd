using ILGPU;

namespace NlOpt.Policies.Ilgpu;

/// <summary>Functions that kernels call, in double precision; written out because devices have no library for them.</summary>
internal static class DeviceFunctions
{
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10, Log2OfE = 1.44269504088896340736;
    private const double Rounder = 6755399441055744.0;
    private const long One = 0x3FF0000000000000;
    private const int MantissaBits = 52;

    /// <summary>Hyperbolic tangent, to a few units in the last place of 1.</summary>
    public static double Tanh(double x)
    {
        // 1 to the last bit beyond; what is no number passes through, as comparisons with it are false.
        const double Limit = 20;
        if (x > Limit) x = Limit;
        if (x < -Limit) x = -Limit;
        var power = Exponential(2 * x);
        return 1 - 2 / (power + 1);
    }

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Logistic(double x)
    {
        const double Limit = 700;
        if (x > Limit) x = Limit;
        if (x < -Limit) x = -Limit;
        return 1 / (1 + Exponential(-x));
    }

    /// <summary>e^x for |x| at most 700: 2^n times the Taylor series of e^r, |r| at most ln(2)/2.</summary>
    private static double Exponential(double x)
    {
        const int Terms = 13;
        var shifted = x * Log2OfE + Rounder;
        var whole = shifted - Rounder;
        var r = x - whole * Ln2High - whole * Ln2Low;
        var sum = 1.0;
        for (var term = Terms; term > 0; term--) sum = 1 + sum * r / term;
        return sum * Interop.IntAsFloat((ulong)(((long)Interop.FloatAsInt(shifted) << MantissaBits) + One));
    }
}

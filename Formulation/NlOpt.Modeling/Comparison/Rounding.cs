namespace NlOpt.Modeling;

/// <summary>Rounding that gives one number for all that differ by the noise of a few divisions.</summary>
internal static class Rounding
{
    private const int Bits = 30;

    // A number that people write lies far from every border between two results, because the borders are irrational.
    private const double Offset = 0.381966011250105;

    /// <summary>The number with 30 binary digits (about 1e-9 relative); <c>Round(-x) = -Round(x)</c>.</summary>
    public static double Round(double value)
    {
        if (value == 0) return 0;
        var exponent = Math.ILogB(value);
        var digits = Math.Floor(Math.ScaleB(Math.Abs(value), Bits - exponent) + Offset);
        var rounded = Math.CopySign(Math.ScaleB(digits, exponent - Bits), value);
        return double.IsFinite(rounded) ? rounded : value;
    }
}

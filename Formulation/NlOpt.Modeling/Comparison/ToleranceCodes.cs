namespace NlOpt.Modeling;

/// <summary>
/// Codes for numbers such that numbers within a relative tolerance always share one. Chains of near numbers share one too, so equal codes
/// do not prove nearness.
/// </summary>
internal sealed class ToleranceCodes
{
    private readonly double[] _starts;

    /// <summary>Makes the codes for all numbers that will be asked for, and for 0.</summary>
    public ToleranceCodes(double[] numbers, double tolerance)
    {
        var sizes = numbers.Select(Math.Abs).Append(0).Distinct().Order().ToArray();
        _starts = [.. sizes.Where((size, i) => i == 0 || size - sizes[i - 1] > tolerance * size)];
    }

    /// <summary>The code: 0 for 0, and opposite for opposite numbers.</summary>
    public long Of(double number)
    {
        var found = Array.BinarySearch(_starts, Math.Abs(number));
        var index = found >= 0 ? found : ~found - 1;
        return number < 0 ? -index : index;
    }
}

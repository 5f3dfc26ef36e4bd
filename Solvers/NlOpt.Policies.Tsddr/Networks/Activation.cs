using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>
/// Hyperbolic tangent and logistic function, vector by vector, by one exponential of our own: within 4 units in the last place, the same
/// bits on every machine with fused multiply-add, and not a number where the argument is not. Lengths are multiples of 4.
/// </summary>
internal static class Activation
{
    public const int Lanes = 4;

    // exp(r) - 1 on |r| <= ln(2)/2 by its Taylor series: the first term left out is below 1e-17 of the sum.
    private const double C2 = 1.0 / 2, C3 = 1.0 / 6, C4 = 1.0 / 24, C5 = 1.0 / 120, C6 = 1.0 / 720, C7 = 1.0 / 5040, C8 = 1.0 / 40320,
        C9 = 1.0 / 362880, C10 = 1.0 / 3628800, C11 = 1.0 / 39916800, C12 = 1.0 / 479001600, C13 = 1.0 / 6227020800;

    // ln(2) in two parts, so that n * ln(2) is taken off without rounding error (Cody and Waite 1980).
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    // Adding it rounds to a whole number, which then stands in the lowest bits.
    private const double Rounder = 6755399441055744.0;

    // tanh is 1 to the last bit from 19.1 on; the logistic function and 2^n stay normal numbers within 700.
    private const double TanhLimit = 20, LogisticLimit = 700;

    /// <summary>values = tanh(values).</summary>
    public static void Tanh(Span<double> values)
    {
        ref var first = ref Start(values);
        unchecked
        {
            for (nuint at = 0; at < (nuint)values.Length; at += Lanes) Tanh(Vector256.LoadUnsafe(ref first, at)).StoreUnsafe(ref first, at);
        }
    }

    /// <summary>values = 1 / (1 + exp(-values)).</summary>
    public static void Logistic(Span<double> values)
    {
        ref var first = ref Start(values);
        unchecked
        {
            for (nuint at = 0; at < (nuint)values.Length; at += Lanes) Logistic(Vector256.LoadUnsafe(ref first, at)).StoreUnsafe(ref first, at);
        }
    }

    /// <summary>gradient *= 1 - tangent^2: from the gradient by the tangent to that by its argument.</summary>
    public static void PullBackTanh(ReadOnlySpan<double> tangent, Span<double> gradient)
    {
        if (tangent.Length != gradient.Length) throw new ArgumentException("One gradient a value.", nameof(gradient));
        ref var first = ref Start(gradient);
        ref var other = ref MemoryMarshal.GetReference(tangent);
        unchecked
        {
            for (nuint at = 0; at < (nuint)gradient.Length; at += Lanes)
            {
                var value = Vector256.LoadUnsafe(ref other, at);
                var slope = Vector256.FusedMultiplyAdd(-value, value, Vector256<double>.One);
                (Vector256.LoadUnsafe(ref first, at) * slope).StoreUnsafe(ref first, at);
            }
        }
    }

    /// <summary>tanh(x) = (e^2x - 1) / (e^2x + 1), the numerator without cancellation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Tanh(Vector256<double> x)
    {
        var (power, rest) = Exponential(Clamp(x, TanhLimit) * 2);
        var minusOne = Vector256.FusedMultiplyAdd(power, rest, power - Vector256<double>.One);
        return minusOne / (minusOne + Vector256.Create(2.0));
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Logistic(Vector256<double> x)
    {
        var (power, rest) = Exponential(-Clamp(x, LogisticLimit));
        return Vector256<double>.One / (Vector256.FusedMultiplyAdd(power, rest, power) + Vector256<double>.One);
    }

    /// <summary>2^n and e^r - 1 with e^x = 2^n e^r; |x| at most 700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Power, Vector256<double> Fraction) Exponential(Vector256<double> x)
    {
        unchecked
        {
            const double Log2OfE = 1.44269504088896340736;
            var shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(Log2OfE), Vector256.Create(Rounder));
            var whole = shifted - Vector256.Create(Rounder);
            var power = (Vector256.ShiftLeft(shifted.AsInt64(), 52) + Vector256<double>.One.AsInt64()).AsDouble();
            var r = Vector256.FusedMultiplyAdd(whole, Vector256.Create(-Ln2High), x);
            r = Vector256.FusedMultiplyAdd(whole, Vector256.Create(-Ln2Low), r);
            var sum = Vector256.FusedMultiplyAdd(r, Vector256.Create(C13), Vector256.Create(C12));
            sum = Vector256.FusedMultiplyAdd(r, sum, Vector256.Create(C11));
            sum = Vector256.FusedMultiplyAdd(r, sum, Vector256.Create(C10));
            sum = Vector256.FusedMultiplyAdd(r, sum, Vector256.Create(C9));
            sum = Vector256.FusedMultiplyAdd(r, sum, Vector256.Create(C8));
            sum = Vector256.FusedMultiplyAdd(r, sum, Vector256.Create(C7));
            sum = Vector256.FusedMultiplyAdd(r, sum, Vector256.Create(C6));
            sum = Vector256.FusedMultiplyAdd(r, sum, Vector256.Create(C5));
            sum = Vector256.FusedMultiplyAdd(r, sum, Vector256.Create(C4));
            sum = Vector256.FusedMultiplyAdd(r, sum, Vector256.Create(C3));
            sum = Vector256.FusedMultiplyAdd(r, sum, Vector256.Create(C2));
            return (power, Vector256.FusedMultiplyAdd(r * r, sum, r));
        }
    }

    // Written so that what is not a number passes through: comparisons with it are false.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Clamp(Vector256<double> x, double limit)
    {
        var (low, high) = (Vector256.Create(-limit), Vector256.Create(limit));
        x = Vector256.ConditionalSelect(Vector256.GreaterThan(x, high), high, x);
        return Vector256.ConditionalSelect(Vector256.LessThan(x, low), low, x);
    }

    private static ref double Start(Span<double> values)
    {
        if (values.Length % Lanes != 0) throw new ArgumentException("The length is a multiple of 4.", nameof(values));
        return ref MemoryMarshal.GetReference(values);
    }
}

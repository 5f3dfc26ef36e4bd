namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>
/// Turns an output z of the network into a fraction in [0, 1]: a sigmoid stretched by <paramref name="Stretch"/> at both ends and cut off, so
/// that empty and full can be reached.
/// </summary>
/// <param name="Stretch">How far the sigmoid reaches beyond 0 and 1; at least 0.</param>
/// <param name="Leak">
/// Share of the sigmoid's slope that is let through where the fraction is cut off, so that a rule can come back from there; 0 gives the exact
/// gradient there, which is 0.
/// </param>
public sealed record FractionActivation(double Stretch = 0.1, double Leak = 1e-3)
{
    /// <summary>The fraction.</summary>
    /// <param name="output">z, any number.</param>
    /// <param name="slope">d fraction / d z.</param>
    public double Fraction(double output, out double slope)
    {
        var sigmoid = 1 / (1 + Math.Exp(-output));
        var stretched = (1 + 2 * Stretch) * sigmoid - Stretch;
        var inside = stretched > 0 && stretched < 1;
        slope = (inside ? 1 + 2 * Stretch : Leak) * sigmoid * (1 - sigmoid);
        return Math.Clamp(stretched, 0, 1);
    }
}

namespace NlOpt.Policies.Tsddr.Optimizers;

/// <summary>Changes the length of gradients and keeps their direction.</summary>
internal static class GradientClipping
{
    /// <summary>Scales the gradient down to a Euclidean norm where it is longer.</summary>
    /// <param name="gradient">Changed in place.</param>
    /// <param name="longest">The norm allowed, above 0; infinite for no limit.</param>
    /// <returns>The norm before; not a number or infinite where the gradient is, which then is left as it is.</returns>
    public static double ByNorm(Span<double> gradient, double longest)
    {
        var norm = Norm(gradient);
        if (double.IsFinite(norm) && norm > longest) Scale(gradient, longest / norm);
        return norm;
    }

    /// <summary>Scales the gradient to the Euclidean norm 1; a gradient of zeros stays.</summary>
    /// <param name="gradient">Changed in place.</param>
    /// <returns>The norm before; not a number or infinite where the gradient is, which then is left as it is.</returns>
    public static double ToUnitLength(Span<double> gradient)
    {
        var norm = Norm(gradient);
        if (double.IsFinite(norm) && norm > 0) Scale(gradient, 1 / norm);
        return norm;
    }

    private static double Norm(ReadOnlySpan<double> gradient)
    {
        var sum = 0.0;
        foreach (var slope in gradient) sum += slope * slope;
        return Math.Sqrt(sum);
    }

    private static void Scale(Span<double> gradient, double factor)
    {
        for (var index = 0; index < gradient.Length; index++) gradient[index] *= factor;
    }
}

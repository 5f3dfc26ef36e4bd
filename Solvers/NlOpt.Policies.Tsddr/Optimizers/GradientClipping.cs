namespace NlOpt.Policies.Tsddr.Optimizers;

/// <summary>Shortens gradients that are too long.</summary>
internal static class GradientClipping
{
    /// <summary>Scales the gradient down to a Euclidean norm where it is longer.</summary>
    /// <param name="gradient">Changed in place.</param>
    /// <param name="longest">The norm allowed, above 0; infinite for no limit.</param>
    /// <returns>The norm before; not a number or infinite where the gradient is, which then is left as it is.</returns>
    public static double ByNorm(Span<double> gradient, double longest)
    {
        var sum = 0.0;
        foreach (var slope in gradient) sum += slope * slope;
        var norm = Math.Sqrt(sum);
        if (!double.IsFinite(norm) || norm <= longest) return norm;
        var scale = longest / norm;
        for (var index = 0; index < gradient.Length; index++) gradient[index] *= scale;
        return norm;
    }
}

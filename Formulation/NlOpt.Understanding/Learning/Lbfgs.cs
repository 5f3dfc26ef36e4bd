namespace NlOpt.Understanding.Learning;

/// <summary>
/// Limited-memory BFGS with a backtracking (Armijo) line search for smooth convex functions (Nocedal and Wright, algorithm 7.5).
/// Our own because training has to give the same bytes whatever the version of a numerical library.
/// </summary>
internal static class Lbfgs
{
    private const int Memory = 8;

    /// <summary>Minimizes a function from a starting point.</summary>
    /// <param name="function">Gives the value at a point and writes the gradient.</param>
    /// <param name="point">The start; holds the minimizer at the end.</param>
    /// <param name="iterations">Most steps taken.</param>
    /// <param name="tolerance">Stops when the value falls by less than this share in a step.</param>
    public static void Minimize(Func<double[], double[], double> function, double[] point, int iterations, double tolerance)
    {
        var size = point.Length;
        var gradient = new double[size];
        var value = function(point, gradient);
        var steps = new List<(double[] Step, double[] Change, double Curvature)>();
        var nextPoint = new double[size];
        var nextGradient = new double[size];
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var direction = Direction(gradient, steps);
            var slope = Dot(direction, gradient);
            if (slope >= 0) return;
            var length = steps.Count == 0 ? Math.Min(1, 1 / Math.Sqrt(Dot(gradient, gradient))) : 1;
            double nextValue;
            while (true)
            {
                for (var index = 0; index < size; index++) nextPoint[index] = point[index] + length * direction[index];
                nextValue = function(nextPoint, nextGradient);
                if (nextValue <= value + 1e-4 * length * slope) break;
                length /= 2;
                if (length < 1e-12) return;
            }

            var step = new double[size];
            var change = new double[size];
            for (var index = 0; index < size; index++)
            {
                step[index] = nextPoint[index] - point[index];
                change[index] = nextGradient[index] - gradient[index];
            }

            var curvature = Dot(step, change);
            if (curvature > 1e-12)
            {
                if (steps.Count == Memory) steps.RemoveAt(0);
                steps.Add((step, change, curvature));
            }

            Array.Copy(nextPoint, point, size);
            (gradient, nextGradient) = (nextGradient, gradient);
            var fall = value - nextValue;
            value = nextValue;
            if (fall < tolerance * Math.Max(1, Math.Abs(value))) return;
        }
    }

    private static double[] Direction(double[] gradient, List<(double[] Step, double[] Change, double Curvature)> steps)
    {
        var direction = new double[gradient.Length];
        for (var index = 0; index < direction.Length; index++) direction[index] = -gradient[index];
        var factors = new double[steps.Count];
        for (var age = steps.Count - 1; age >= 0; age--)
        {
            factors[age] = Dot(steps[age].Step, direction) / steps[age].Curvature;
            AddScaled(direction, steps[age].Change, -factors[age]);
        }

        if (steps.Count > 0)
        {
            var (_, change, curvature) = steps[^1];
            var scale = curvature / Dot(change, change);
            for (var index = 0; index < direction.Length; index++) direction[index] *= scale;
        }

        for (var age = 0; age < steps.Count; age++)
        {
            var correction = factors[age] - Dot(steps[age].Change, direction) / steps[age].Curvature;
            AddScaled(direction, steps[age].Step, correction);
        }

        return direction;
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (var index = 0; index < left.Length; index++) sum += left[index] * right[index];
        return sum;
    }

    private static void AddScaled(double[] target, double[] source, double factor)
    {
        for (var index = 0; index < target.Length; index++) target[index] += factor * source[index];
    }
}

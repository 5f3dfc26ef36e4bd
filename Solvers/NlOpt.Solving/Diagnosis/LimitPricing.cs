using NlOpt.Modeling;

namespace NlOpt.Solving.Diagnosis;

/// <summary>
/// Prices of limits with their ranges, for linear programs, by solving again with other limits. The optimal value is a piecewise linear function
/// of a limit, convex when minimizing and concave when maximizing: where the line through the present limit meets the line at a limit further
/// away is a limit to look at next, until the value there lies on the first line.
/// </summary>
public static class LimitPricing
{
    private const double Tolerance = 1e-6;
    private const int MostSteps = 40;

    // Ranges shorter than this share of the limit are not told from none.
    private static readonly double[] FirstSteps = [1e-3, 1e-5];

    /// <summary>Prices one side of a row.</summary>
    /// <param name="session">A session on the model, where this row is as the model says; left as it was.</param>
    /// <param name="row">The row.</param>
    /// <param name="side">The side that moves.</param>
    /// <param name="cancellationToken">Stops the solves.</param>
    /// <returns>The prices; null when the problem has no optimum as it stands, or when a solve did not tell.</returns>
    /// <exception cref="ArgumentException">The row has no such side.</exception>
    public static LimitPrices? Of(ISolverSession session, Row row, LimitSide side, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(row);
        if ((side == LimitSide.Lower ? row.Lower : row.Upper) is not { } limit || (side == LimitSide.Both && !row.IsEquality))
            throw new ArgumentException("The row has no such side.", nameof(side));
        var run = new Run(session, row, side, limit, cancellationToken);
        try
        {
            if (run.At(limit) is not { Value: { } value }) return null;
            var prices = new LimitPrices(limit, run.Towards(+1, value), run.Towards(-1, value));
            return run.IsUnsettled ? null : prices;
        }
        finally
        {
            session.SetRowBounds(row.Id, row.Lower, row.Upper);
        }
    }

    /// <summary>The problem with another limit.</summary>
    /// <param name="Value">The optimal value; null when there is none.</param>
    /// <param name="Dual">d value / d limit there; 0 when there is no value.</param>
    /// <param name="IsInfeasible">True when no plan meets this limit.</param>
    private readonly record struct Point(double? Value, double Dual, bool IsInfeasible);

    private sealed class Run(ISolverSession session, Row row, LimitSide side, double limit, CancellationToken cancellationToken)
    {
        private readonly double _scale = Math.Max(1, Math.Abs(limit));

        /// <summary>True when a solve ended without an optimum and without proof that there is none.</summary>
        public bool IsUnsettled { get; private set; }

        /// <param name="at">The limit.</param>
        /// <param name="isEdge">True between a plan and proof of none: closer to the end than engines see, an imprecise solve takes nothing away.</param>
        public Point At(double at, bool isEdge = false)
        {
            // A limit that has passed the other side leaves no plan.
            if ((side == LimitSide.Lower && at > row.Upper) || (side == LimitSide.Upper && at < row.Lower)) return new(null, 0, IsInfeasible: true);
            session.SetRowBounds(row.Id, side == LimitSide.Upper ? row.Lower : at, side == LimitSide.Lower ? row.Upper : at);
            var result = session.Solve(cancellationToken);
            if (result is { Termination: TerminationReason.Optimal, Primal: { } primal, Dual: { } dual })
                return new(primal.ObjectiveValue, dual[row.Id], IsInfeasible: false);
            IsUnsettled |= result.Termination != TerminationReason.Infeasible && !(isEdge && result.Termination == TerminationReason.Imprecise);
            return new(null, 0, result.Termination == TerminationReason.Infeasible);
        }

        public LimitPrice? Towards(int direction, double value)
        {
            LimitPrice? shortest = null;
            foreach (var share in FirstSteps)
            {
                var step = direction * share * _scale;
                if (At(limit + step) is not { Value: { } first } near) continue;
                var price = (first - value) / step;
                shortest = new(price, limit + step, IsEnd: false);
                if (Math.Abs(price - near.Dual) <= Tolerance * Math.Max(1, Math.Abs(price)))
                    return Extended(direction, value, near.Dual, limit + step);
            }

            return shortest;
        }

        /// <summary>How far a price holds that holds from the limit to a point near it.</summary>
        private LimitPrice Extended(int direction, double value, double price, double holds)
        {
            var (reach, end) = (16 * _scale, (double?)null);
            for (var step = 0; step < MostSteps; step++)
            {
                // Beyond an end, only the middle between what holds and what does not is left to try.
                var at = end is { } beyond ? (holds + beyond) / 2 : limit + direction * reach;
                var point = At(at, isEdge: end is not null);
                if (point.Value is not { } there)
                {
                    if (IsUnsettled || Math.Abs(at - holds) <= Tolerance * _scale) return new(price, Rounded(holds), IsEnd: !IsUnsettled);
                    end = at;
                    continue;
                }

                if (IsOn(there, value + price * (at - limit)))
                {
                    holds = at;
                    reach *= 64;
                    if (end is null && reach > 1e7 * _scale) return new(price, null, IsEnd: false);
                    continue;
                }

                return new(price, Kink(value, price, at, there, point.Dual, holds), IsEnd: false);
            }

            return new(price, Rounded(holds), IsEnd: end is not null);
        }

        /// <summary>Where the line of the limit ends, by cutting it with the lines at ever nearer points.</summary>
        private double Kink(double value, double price, double at, double there, double dual, double holds)
        {
            for (var step = 0; step < MostSteps; step++)
            {
                if (Math.Abs(dual - price) <= 1e-12) return holds;
                var cut = limit + (value - there + dual * (at - limit)) / (dual - price);
                if (!(Math.Abs(cut - limit) < Math.Abs(at - limit) - 1e-12 * _scale))
                    return Math.Abs(cut - limit) > Math.Abs(holds - limit) ? at : holds;
                if (At(cut) is not { Value: { } next } point) return holds;
                if (IsOn(next, value + price * (cut - limit))) return Rounded(cut);
                (at, there, dual) = (cut, next, point.Dual);
            }

            return holds;
        }

        private static bool IsOn(double value, double line) =>
            Math.Abs(value - line) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(value), Math.Abs(line)));

        private static double Rounded(double number) => double.Round(number, 9);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Modeling;

namespace NlOpt.Solving;

/// <summary>
/// What dual values prove about a linear program. With y the dual values and d = c - A'y the reduced costs, every feasible x of a
/// minimization satisfies c.x = y.Ax + d.x >= sum over rows and variables of the multiplier times the side it presses against (the lower
/// one where positive, the upper one where negative). A multiplier that presses against a missing side proves nothing.
/// </summary>
internal sealed record DualProof(double Bound, double LargestTerm, DualSolution Solution, string? Objection)
{
    public static DualProof Of(WorkingProblem problem, ImmutableArray<double> dualValues, double accuracy)
    {
        var reducedCosts = problem.Costs.ToArray();
        var columnScale = new double[reducedCosts.Length];
        var costScale = 1.0;
        for (var index = 0; index < reducedCosts.Length; index++)
        {
            columnScale[index] = Math.Max(1, Math.Abs(reducedCosts[index]));
            costScale = Math.Max(costScale, Math.Abs(reducedCosts[index]));
        }

        var sum = new Sum(problem.Sense == ObjectiveSense.Maximize ? -1 : 1, accuracy, problem.ObjectiveConstant);
        for (var row = 0; row < dualValues.Length; row++)
        {
            var largest = 0.0;
            foreach (var (variable, coefficient) in problem.Row(row))
            {
                var part = coefficient * dualValues[row];
                reducedCosts[variable.Index] -= part;
                columnScale[variable.Index] = Math.Max(columnScale[variable.Index], Math.Abs(part));
                largest = Math.Max(largest, Math.Abs(coefficient));
            }

            sum.Add(dualValues[row], problem.RowLower[row], problem.RowUpper[row], costScale / Math.Max(largest, 1e-9), "row", row);
        }

        for (var index = 0; index < reducedCosts.Length; index++)
        {
            if (Math.Abs(reducedCosts[index]) <= 1e-12 * columnScale[index]) reducedCosts[index] = 0; // rounding error of the subtraction
            sum.Add(reducedCosts[index], problem.Lower[index], problem.Upper[index], columnScale[index], "variable", index);
        }

        var solution = new DualSolution([.. dualValues.Select(value => value + 0.0)], [.. reducedCosts]);
        return new DualProof(sum.Total, sum.Largest, solution, sum.Objection);
    }

    private sealed class Sum(int sign, double accuracy, double constant)
    {
        public double Total { get; private set; } = constant;

        public double Largest { get; private set; }

        public string? Objection { get; private set; }

        public void Add(double multiplier, double lower, double upper, double scale, string what, int index)
        {
            if (multiplier == 0) return;
            var side = sign * multiplier > 0 ? lower : upper;
            if (double.IsFinite(side))
            {
                Total += multiplier * side;
                Largest = Math.Max(Largest, Math.Abs(multiplier * side));
            }
            else if (Math.Abs(multiplier) > accuracy * scale)
            {
                Objection ??= string.Create(CultureInfo.InvariantCulture, $"{multiplier:G6} of {what} {index} presses against a side that does not exist");
            }
        }
    }
}

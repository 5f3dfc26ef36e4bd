using FluentAssertions;
using FsCheck.Xunit;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class BestAssignmentTests
{
    [Property(MaxTest = 200)]
    public void NoOtherAssignmentIsBetter(int seed)
    {
        var random = new Random(seed);
        var (rows, columns) = (random.Next(1, 5), random.Next(1, 5));
        var weights = new double[rows, columns];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++) weights[row, column] = random.Next(0, 8) / 8.0;

        var assignment = BestAssignment.Find(weights);

        assignment.Should().HaveCount(rows);
        assignment.OfType<int>().Should().OnlyHaveUniqueItems().And.HaveCount(Math.Min(rows, columns));
        assignment.Select((column, row) => column is { } index ? weights[row, index] : 0).Sum()
            .Should().BeApproximately(BestTotal(weights, 0, 0), 1e-12);
    }

    [Fact]
    public void NothingToAssignIsNoError()
    {
        BestAssignment.Find(new double[0, 3]).Should().BeEmpty();
        BestAssignment.Find(new double[2, 0]).Should().HaveCount(2).And.OnlyContain(column => column == null);
    }

    private static double BestTotal(double[,] weights, int row, int used)
    {
        if (row == weights.GetLength(0)) return 0;
        var best = BestTotal(weights, row + 1, used);
        for (var column = 0; column < weights.GetLength(1); column++)
            if ((used & (1 << column)) == 0) best = Math.Max(best, weights[row, column] + BestTotal(weights, row + 1, used | (1 << column)));
        return best;
    }
}

using FluentAssertions;
using NlOpt.Understanding.Learning;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class AssignmentTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(4, 4)]
    [InlineData(5, 6)]
    public void The_cost_is_the_least_of_all_assignments(int rows, int columns)
    {
        var random = new RandomStream(7);
        for (var trial = 0; trial < 100; trial++)
        {
            var costs = new double[rows, columns];
            // Few distinct costs of both signs, so that many assignments are equally good.
            for (var row = 0; row < rows; row++)
                for (var column = 0; column < columns; column++) costs[row, column] = random.Next(9) - 4;
            var chosen = Assignment.Solve(costs);
            chosen.Should().HaveCount(rows).And.OnlyHaveUniqueItems().And.OnlyContain(column => column >= 0 && column < columns);
            Enumerable.Range(0, rows).Sum(row => costs[row, chosen[row]]).Should().Be(Least(costs, 0, 0));
        }
    }

    [Fact]
    public void Nothing_is_assigned_to_nobody() => Assignment.Solve(new double[0, 3]).Should().BeEmpty();

    private static double Least(double[,] costs, int row, int taken)
    {
        if (row == costs.GetLength(0)) return 0;
        return Enumerable.Range(0, costs.GetLength(1))
            .Where(column => (taken >> column & 1) == 0)
            .Min(column => costs[row, column] + Least(costs, row + 1, taken | 1 << column));
    }
}

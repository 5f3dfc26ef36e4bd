namespace NlOpt.Understanding.Learning;

/// <summary>The assignment problem: each row gets a column of its own so that the total cost is least (Kuhn-Munkres with potentials).</summary>
public static class Assignment
{
    /// <summary>The column of each row.</summary>
    /// <param name="costs">Costs, rows x columns, with at least as many columns as rows; finite.</param>
    /// <returns>A column for each row, all different.</returns>
    /// <exception cref="ArgumentException">There are fewer columns than rows.</exception>
    public static int[] Solve(double[,] costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        var (rows, columns) = (costs.GetLength(0), costs.GetLength(1));
        if (columns < rows) throw new ArgumentException("There must be a column for every row.", nameof(costs));
        var rowPotential = new double[rows + 1];
        var columnPotential = new double[columns + 1];
        var rowOfColumn = new int[columns + 1];
        var previous = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            rowOfColumn[0] = row;
            var column = 0;
            var slack = new double[columns + 1];
            Array.Fill(slack, double.PositiveInfinity);
            var visited = new bool[columns + 1];
            do
            {
                visited[column] = true;
                var (current, least, next) = (rowOfColumn[column], double.PositiveInfinity, 0);
                for (var candidate = 1; candidate <= columns; candidate++)
                {
                    if (visited[candidate]) continue;
                    var reduced = costs[current - 1, candidate - 1] - rowPotential[current] - columnPotential[candidate];
                    if (reduced < slack[candidate]) (slack[candidate], previous[candidate]) = (reduced, column);
                    if (slack[candidate] < least) (least, next) = (slack[candidate], candidate);
                }

                for (var candidate = 0; candidate <= columns; candidate++)
                {
                    if (visited[candidate])
                    {
                        rowPotential[rowOfColumn[candidate]] += least;
                        columnPotential[candidate] -= least;
                    }
                    else
                    {
                        slack[candidate] -= least;
                    }
                }

                column = next;
            }
            while (rowOfColumn[column] != 0);

            while (column != 0)
            {
                rowOfColumn[column] = rowOfColumn[previous[column]];
                column = previous[column];
            }
        }

        var result = new int[rows];
        for (var column = 1; column <= columns; column++)
            if (rowOfColumn[column] > 0) result[rowOfColumn[column] - 1] = column - 1;
        return result;
    }
}

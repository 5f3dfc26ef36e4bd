namespace NlOpt.Evaluation;

/// <summary>The one-to-one assignment of rows to columns with the largest total weight (Hungarian method).</summary>
internal static class BestAssignment
{
    /// <summary>Finds it.</summary>
    /// <param name="weights">Weights, rows x columns, finite; either side may be longer.</param>
    /// <returns>The column of each row; null for the rows that got none because there are more rows than columns.</returns>
    public static int?[] Find(double[,] weights)
    {
        var (rows, columns) = (weights.GetLength(0), weights.GetLength(1));
        var size = Math.Max(rows, columns);
        double Cost(int row, int column) => row < rows && column < columns ? -weights[row, column] : 0;

        // Potentials and the matching, 1-based; 0 is the row or column not yet matched (the usual shortest augmenting path form).
        var rowPotential = new double[size + 1];
        var columnPotential = new double[size + 1];
        var rowOfColumn = new int[size + 1];
        for (var row = 1; row <= size; row++)
        {
            rowOfColumn[0] = row;
            var column = 0;
            var slack = Enumerable.Repeat(double.PositiveInfinity, size + 1).ToArray();
            var cameFrom = new int[size + 1];
            var visited = new bool[size + 1];
            do
            {
                visited[column] = true;
                var (step, nextColumn) = (double.PositiveInfinity, 0);
                for (var other = 1; other <= size; other++)
                {
                    if (visited[other]) continue;
                    var reduced = Cost(rowOfColumn[column] - 1, other - 1) - rowPotential[rowOfColumn[column]] - columnPotential[other];
                    if (reduced < slack[other]) (slack[other], cameFrom[other]) = (reduced, column);
                    if (slack[other] < step) (step, nextColumn) = (slack[other], other);
                }

                for (var other = 0; other <= size; other++)
                {
                    if (!visited[other])
                    {
                        slack[other] -= step;
                        continue;
                    }

                    rowPotential[rowOfColumn[other]] += step;
                    columnPotential[other] -= step;
                }

                column = nextColumn;
            }
            while (rowOfColumn[column] != 0);

            for (; column != 0; column = cameFrom[column]) rowOfColumn[column] = rowOfColumn[cameFrom[column]];
        }

        var assignment = new int?[rows];
        for (var column = 1; column <= columns; column++)
            if (rowOfColumn[column] <= rows && rowOfColumn[column] > 0) assignment[rowOfColumn[column] - 1] = column - 1;
        return assignment;
    }
}

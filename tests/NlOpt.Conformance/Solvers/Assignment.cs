namespace NlOpt.Conformance.Solvers;

/// <summary>The assignment problem by shortest augmenting paths: an answer that no engine had a hand in.</summary>
internal static class Assignment
{
    /// <summary>Least total cost of assigning each row to a column of its own.</summary>
    /// <param name="costs">Square.</param>
    public static double LeastCost(double[,] costs)
    {
        var size = costs.GetLength(0);
        var rowPrice = new double[size + 1];
        var columnPrice = new double[size + 1];
        var rowOf = new int[size + 1]; // row assigned to each column, counted from 1; 0 is none
        for (var row = 1; row <= size; row++)
        {
            var before = new int[size + 1];
            var distance = Enumerable.Repeat(double.PositiveInfinity, size + 1).ToArray();
            var isDone = new bool[size + 1];
            var column = 0;
            rowOf[0] = row;
            do
            {
                isDone[column] = true;
                var (from, next) = (rowOf[column], 0);
                for (var to = 1; to <= size; to++)
                {
                    if (isDone[to]) continue;
                    var reduced = costs[from - 1, to - 1] - rowPrice[from] - columnPrice[to];
                    if (reduced < distance[to]) (distance[to], before[to]) = (reduced, column);
                    if (next == 0 || distance[to] < distance[next]) next = to;
                }

                var step = distance[next];
                for (var to = 0; to <= size; to++)
                {
                    if (isDone[to]) (rowPrice[rowOf[to]], columnPrice[to]) = (rowPrice[rowOf[to]] + step, columnPrice[to] - step);
                    else distance[to] -= step;
                }

                column = next;
            }
            while (rowOf[column] != 0);

            while (column != 0) (rowOf[column], column) = (rowOf[before[column]], before[column]);
        }

        return Enumerable.Range(1, size).Sum(column => costs[rowOf[column] - 1, column - 1]);
    }
}

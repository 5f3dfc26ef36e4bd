using System.Collections.Immutable;

namespace NlOpt.Modeling;

/// <summary>A sparse matrix in compressed row form.</summary>
/// <param name="RowCount">Number of rows.</param>
/// <param name="ColumnCount">Number of columns.</param>
/// <param name="Starts">Length <c>RowCount + 1</c>; the entries of row i are <c>[Starts[i], Starts[i + 1])</c>.</param>
/// <param name="Columns">Column of each entry, ascending within a row.</param>
/// <param name="Values">Value of each entry, finite and not zero.</param>
public sealed record RowMatrix(int RowCount, int ColumnCount, ImmutableArray<int> Starts, ImmutableArray<int> Columns, ImmutableArray<double> Values)
{
    internal static RowMatrix Of(ImmutableArray<Row> rows, int columnCount)
    {
        var entryCount = rows.Sum(row => row.Expression.Terms.Length);
        var starts = ImmutableArray.CreateBuilder<int>(rows.Length + 1);
        var columns = ImmutableArray.CreateBuilder<int>(entryCount);
        var values = ImmutableArray.CreateBuilder<double>(entryCount);
        starts.Add(0);
        foreach (var row in rows)
        {
            foreach (var (variable, coefficient) in row.Expression.Terms)
            {
                columns.Add(variable.Index);
                values.Add(coefficient);
            }

            starts.Add(columns.Count);
        }

        return new(rows.Length, columnCount, starts.MoveToImmutable(), columns.MoveToImmutable(), values.MoveToImmutable());
    }
}

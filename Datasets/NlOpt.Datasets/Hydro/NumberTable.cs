using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace NlOpt.Datasets.Hydro;

/// <summary>A CSV file of numbers without header; every row has as many columns as the first.</summary>
internal static class NumberTable
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        TrimOptions = TrimOptions.Trim,
        Mode = CsvMode.NoEscape,
    };

    /// <summary>One row of a table.</summary>
    /// <param name="Line">Its line in the file, counted from 1.</param>
    /// <param name="Values">Its numbers.</param>
    public sealed record Row(int Line, ImmutableArray<double> Values);

    /// <param name="text">The text of the file.</param>
    /// <param name="field">What the numbers are called in messages, for example <c>inflow</c>.</param>
    /// <param name="isAllowed">Says whether a finite number may stand there.</param>
    /// <param name="expected">What is expected, for messages.</param>
    public static ImmutableArray<Row> Read(string text, string field, Func<double, bool> isAllowed, string expected)
    {
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, Format);
        var rows = ImmutableArray.CreateBuilder<Row>();
        while (parser.Read())
        {
            var (line, record) = (parser.RawRow, parser.Record!);
            if (rows.Count > 0 && record.Length != rows[0].Values.Length)
                throw new MalformedCaseException(
                    "data.columns",
                    $"the row has {record.Length} columns, the rows before it have {rows[0].Values.Length}",
                    "make all rows equally long",
                    line);
            var values = ImmutableArray.CreateBuilder<double>(record.Length);
            for (var column = 0; column < record.Length; column++)
            {
                if (!double.TryParse(record[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    || !double.IsFinite(value) || !isAllowed(value))
                    throw new MalformedCaseException(
                        "data.range", $"the {field} in column {column + 1} is '{Shown(record[column])}', expected {expected}",
                        "write a decimal number such as 12.5; amounts are not below 0", line);
                values.Add(double.IsSubnormal(value) ? 0 : value);
            }

            rows.Add(new Row(line, values.MoveToImmutable()));
        }

        return rows.ToImmutable();
    }

    /// <summary>Foreign text within a message: short, and nothing that a terminal would act on.</summary>
    private static string Shown(string text) =>
        new([.. text.Take(20).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '?' : character)]);
}

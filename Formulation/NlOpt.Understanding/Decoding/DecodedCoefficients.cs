using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Decoding;

/// <summary>The numbers of decoded readings as plain vectors: what they say, whatever template says it.</summary>
internal static class DecodedCoefficients
{
    /// <summary>The objective, one coefficient a variable.</summary>
    public static double[] Objective(DecodedReading reading) => reading.ObjectiveTerms is { } terms
        ? Array.ConvertAll(terms, term => term?.Value ?? 0)
        : [.. Enumerable.Repeat(1.0, reading.Context.Count)];

    /// <summary>The row as at most: one coefficient a variable, then the right-hand side.</summary>
    /// <param name="row">The row.</param>
    /// <param name="count">Number of variables.</param>
    public static double[] AtMost(DecodedRow row, int count)
    {
        var vector = new double[count + 1];
        var number = row.Number?.Value ?? 1;
        switch (row.Kind)
        {
            case LimitKind.Sum:
                Array.Fill(vector, 1);
                vector[count] = number;
                break;
            case LimitKind.Bound:
                vector[row.Variable] = 1;
                vector[count] = number;
                break;
            case LimitKind.Ratio:
                Array.Fill(vector, -number, 0, count);
                vector[row.Variable] += 1;
                break;
            case LimitKind.Column:
                for (var variable = 0; variable < count; variable++) vector[variable] = row.Terms![variable]?.Value ?? 0;
                vector[count] = number;
                break;
            default:
                vector[row.Variable] += 1;
                vector[row.Other] -= number;
                break;
        }

        if (!row.IsAtLeast) return vector;
        for (var index = 0; index <= count; index++) vector[index] = -vector[index];
        return vector;
    }
}

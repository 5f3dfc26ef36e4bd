namespace NlOpt.Understanding.Decisions;

/// <summary>The coefficients of one resource across the variables: hours a table, hours a chair.</summary>
/// <param name="Numbers">The coefficients, in order of the text; at most one a variable.</param>
internal sealed record Column(IReadOnlyList<NumberContext> Numbers)
{
    private HashSet<uint>? _words;

    /// <summary>All content words around its numbers.</summary>
    public HashSet<uint> Words => _words ??= [.. Numbers.SelectMany(number => number.AllWords)];

    /// <summary>True when every number is money.</summary>
    public bool IsMoney { get; } = Numbers.All(number => number.Quantity.IsMoney);

    /// <summary>True when it gives every variable a coefficient.</summary>
    /// <param name="variableCount">Number of variables.</param>
    public bool IsComplete(int variableCount) =>
        Numbers.Any(number => number.Variable == variableCount) || Numbers.Select(number => number.Variable).Distinct().Count() == variableCount;

    /// <summary>The coefficients by variable; null where there is none.</summary>
    public NumberContext?[] ByVariable(int variableCount)
    {
        var row = new NumberContext?[variableCount];
        foreach (var number in Numbers)
            if (number.Variable == variableCount) Array.Fill(row, number);
        foreach (var number in Numbers)
            if (number.Variable < variableCount) row[number.Variable!.Value] = number;
        return row;
    }
}

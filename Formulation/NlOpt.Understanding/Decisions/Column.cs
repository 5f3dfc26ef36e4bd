namespace NlOpt.Understanding.Decisions;

/// <summary>The coefficients of one resource across the variables: hours a table, hours a chair.</summary>
/// <param name="Numbers">The coefficients, in order of the text; at most one a variable.</param>
internal sealed record Column(NumberContext[] Numbers)
{
    private HashSet<uint>? _words;

    /// <summary>All content words around its numbers.</summary>
    public HashSet<uint> Words => _words ??= [.. Numbers.SelectMany(number => number.AllWords)];

    /// <summary>True when every number is money.</summary>
    public bool IsMoney { get; } = Array.TrueForAll(Numbers, number => number.Quantity.IsMoney);

    /// <summary>True when some number is a percentage.</summary>
    public bool HasPercent { get; } = Array.Exists(Numbers, number => number.Quantity.IsPercent);

    /// <summary>True when it gives every variable a coefficient.</summary>
    /// <param name="variableCount">Number of variables.</param>
    public bool IsComplete(int variableCount)
    {
        var variables = 0;
        for (var index = 0; index < Numbers.Length; index++)
        {
            var variable = Numbers[index].Variable;
            if (variable == variableCount) return true;
            var isNew = true;
            for (var earlier = 0; earlier < index; earlier++) isNew &= Numbers[earlier].Variable != variable;
            if (isNew) variables++;
        }

        return variables == variableCount;
    }

    /// <summary>True when one of its numbers is of a unit.</summary>
    public bool HasUnit(uint unit)
    {
        foreach (var number in Numbers)
            if (number.Unit == unit) return true;
        return false;
    }

    /// <summary>True when one of its numbers measures a noun.</summary>
    public bool HasMeasure(uint stem)
    {
        foreach (var number in Numbers)
            if (number.UnitStems.Contains(stem)) return true;
        return false;
    }

    /// <summary>True when a word stands behind one of its numbers.</summary>
    public bool HasRightWord(uint stem)
    {
        foreach (var number in Numbers)
            if (number.RightWords.Contains(stem)) return true;
        return false;
    }

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

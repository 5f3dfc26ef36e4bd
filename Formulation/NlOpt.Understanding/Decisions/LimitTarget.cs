namespace NlOpt.Understanding.Decisions;

/// <summary>What a limit can limit.</summary>
internal enum LimitKind
{
    /// <summary>All variables together.</summary>
    Sum,

    /// <summary>One variable.</summary>
    Bound,

    /// <summary>Share of one variable in all.</summary>
    Ratio,

    /// <summary>A column.</summary>
    Column,

    /// <summary>Every variable by itself.</summary>
    BoundEach,

    /// <summary>Several columns, each by itself.</summary>
    ColumnEach,

    /// <summary>One variable against a multiple of another.</summary>
    Multiple,

    /// <summary>One variable against another.</summary>
    Comparison,
}

/// <summary>A candidate for what a limit limits.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">The variable or column; 0 where the kind needs none.</param>
/// <param name="ColumnSet">The columns of <see cref="LimitKind.ColumnEach"/> as bits; 0 otherwise.</param>
internal readonly record struct LimitTarget(LimitKind Kind, int Index = 0, uint ColumnSet = 0)
{
    /// <summary>The columns it limits.</summary>
    public IEnumerable<int> Columns => Kind switch
    {
        LimitKind.Column => [Index],
        LimitKind.ColumnEach => Enumerable.Range(0, 32).Where(Contains),
        _ => [],
    };

    /// <summary>The candidates for a number.</summary>
    /// <param name="context">The reading.</param>
    /// <param name="number">The limit.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="objectiveProbabilities">For each column, that it is the objective.</param>
    public static List<LimitTarget> Candidates(
        ReadingContext context, NumberContext number, List<Column> columns, double[] objectiveProbabilities)
    {
        var targets = new List<LimitTarget> { new(LimitKind.Sum) };
        for (var variable = 0; variable < context.Count; variable++)
        {
            targets.Add(new(LimitKind.Bound, variable));
            if (context.Count > 1 && number.Value <= 1) targets.Add(new(LimitKind.Ratio, variable));
        }

        targets.Add(new(LimitKind.BoundEach));
        uint alike = 0, alikeNotObjective = 0;
        for (var column = 0; column < columns.Count; column++)
        {
            targets.Add(new(LimitKind.Column, column));
            if (column >= 32 || !columns[column].HasUnit(number.Unit)) continue;
            alike |= 1u << column;
            if (objectiveProbabilities[column] < 0.5) alikeNotObjective |= 1u << column;
        }

        if (uint.PopCount(alike) >= 2) targets.Add(new(LimitKind.ColumnEach, 0, alike));
        if (alikeNotObjective != alike && uint.PopCount(alikeNotObjective) >= 2) targets.Add(new(LimitKind.ColumnEach, 0, alikeNotObjective));
        return targets;
    }

    /// <summary>Whether it limits a column.</summary>
    public bool Limits(int column) => Kind == LimitKind.Column ? Index == column : Kind == LimitKind.ColumnEach && column < 32 && Contains(column);

    private bool Contains(int column) => (ColumnSet & (1u << column)) != 0;
}

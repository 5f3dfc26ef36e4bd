using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Decoding;

/// <summary>The decisions about one way to gather columns, and what is known of these.</summary>
internal sealed class JudgedColumns
{
    private readonly Dictionary<(int Number, ulong Limits), List<(LimitTarget Target, double Probability)>> _limits = [];
    private readonly LocalDecisions _local;
    private readonly ReadingContext _context;
    private readonly NumberContext?[]?[] _terms;
    private readonly double[] _columnObjectives;
    private LimitFeatures? _features;

    public JudgedColumns(LocalDecisions local, ReadingContext context, List<Column> columns)
    {
        (_local, _context, Columns) = (local, context, columns);
        Objective = local.JudgeObjective(context, columns);
        _columnObjectives = Objective[..^1];
        ObjectiveTotal = Objective.Sum();
        _terms = new NumberContext?[columns.Count][];
        IsComplete = new bool[columns.Count];
        for (var column = 0; column < columns.Count; column++)
        {
            IsComplete[column] = columns[column].IsComplete(context.Count);
            if (!IsComplete[column]) Incomplete++;
            if (Nouns.AreMixed(columns[column])) Mixed++;
            if (Nouns.AreOne(columns[column])) OfOneNoun++;
        }
    }

    public List<Column> Columns { get; }

    /// <summary>Probability of each column and, last, of a count being the objective; not normalised.</summary>
    public double[] Objective { get; }

    /// <summary>The sum of these.</summary>
    public double ObjectiveTotal { get; }

    /// <summary>For each column, that it gives every variable a coefficient.</summary>
    public bool[] IsComplete { get; }

    /// <summary>How many columns do not.</summary>
    public int Incomplete { get; }

    /// <summary>How many columns hold coefficients that measure different things.</summary>
    public int Mixed { get; }

    /// <summary>How many columns hold coefficients that all measure one thing.</summary>
    public int OfOneNoun { get; }

    /// <summary>The coefficients of a column by variable; null behind the last column, for a count.</summary>
    public NumberContext?[]? Terms(int column) => column == Columns.Count ? null : _terms[column] ??= Columns[column].ByVariable(_context.Count);

    /// <summary>The likeliest targets of a limit with their probabilities.</summary>
    public List<(LimitTarget Target, double Probability)> Limit(NumberContext number, int most)
    {
        _features ??= new LimitFeatures(_context, Columns, _columnObjectives);
        if (_context.Numbers.Length > 64) return _local.JudgeLimit(_context, _features, number, Columns, _columnObjectives, most);
        // Of the roles of other numbers a limit only sees which limits share its sentence or its unit.
        ulong limits = 0;
        foreach (var other in _context.Numbers)
            if (other.Role == NumberRole.Limit && (other.Sentence == number.Sentence || other.Unit == number.Unit)) limits |= 1ul << other.Position;
        if (!_limits.TryGetValue((number.Position, limits), out var targets))
            _limits[(number.Position, limits)] = targets = _local.JudgeLimit(_context, _features, number, Columns, _columnObjectives, most);
        return targets;
    }
}

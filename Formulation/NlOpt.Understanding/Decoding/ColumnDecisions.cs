using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Decoding;

/// <summary>
/// What is judged once columns are gathered: many choices of roles and variables gather the same ones, and most limits look the same under all of
/// these, so that each is judged once.
/// </summary>
internal sealed class ColumnDecisions(LocalDecisions local)
{
    private readonly Dictionary<string, JudgedColumns> _judged = [];

    /// <summary>Begins with another variable set.</summary>
    public void Start() => _judged.Clear();

    /// <summary>The decisions about columns; the roles of the numbers are set.</summary>
    public JudgedColumns Of(ReadingContext context, IReadOnlyList<Column> columns)
    {
        // Of the roles of numbers the objective only sees which nouns limits count.
        var counted = context.Numbers.Where(number => number.Role == NumberRole.Limit && !number.Quantity.IsMoney).Select(number => number.Unit).Distinct().Order();
        var gathered = columns.Select(column => string.Join(',', column.Numbers.Select(number => $"{number.Position}:{number.Variable}")));
        var key = $"{string.Join('|', gathered)};{string.Join(',', counted)}";
        if (!_judged.TryGetValue(key, out var judged)) _judged[key] = judged = new JudgedColumns(local, context, columns);
        return judged;
    }
}

/// <summary>The decisions about one way to gather columns.</summary>
internal sealed class JudgedColumns(LocalDecisions local, ReadingContext context, IReadOnlyList<Column> columns)
{
    private readonly Dictionary<(int Number, ulong Limits), List<(LimitTarget Target, double Probability)>> _limits = [];
    private LimitFeatures? _features;

    /// <summary>Probability of each column and, last, of a count being the objective; not normalised.</summary>
    public double[] Objective { get; } = local.JudgeObjective(context, columns);

    /// <summary>The likeliest targets of a limit with their probabilities.</summary>
    public List<(LimitTarget Target, double Probability)> Limit(NumberContext number, int most)
    {
        _features ??= new LimitFeatures(context, columns, Objective[..^1]);
        if (context.Numbers.Length > 64) return local.JudgeLimit(context, _features, number, columns, Objective[..^1], most);
        // Of the roles of other numbers a limit only sees which limits share its sentence or its unit.
        ulong limits = 0;
        foreach (var other in context.Numbers)
            if (other.Role == NumberRole.Limit && (other.Sentence == number.Sentence || other.Unit == number.Unit)) limits |= 1ul << other.Position;
        if (!_limits.TryGetValue((number.Position, limits), out var targets))
            _limits[(number.Position, limits)] = targets = local.JudgeLimit(context, _features, number, columns, Objective[..^1], most);
        return targets;
    }
}

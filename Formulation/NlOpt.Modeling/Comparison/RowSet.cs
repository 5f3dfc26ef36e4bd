namespace NlOpt.Modeling;

/// <summary>Scaled rows and indicator rows; proportional ones of the same condition are one entry.</summary>
internal sealed class RowSet
{
    private readonly Dictionary<(Condition? Condition, LinearExpression Key), Entry> _entries = [];

    /// <summary>When a row must hold.</summary>
    internal readonly record struct Condition(VariableId Binary, bool ActiveValue)
    {
        public static implicit operator Condition((VariableId Binary, bool ActiveValue) pair) => new(pair.Binary, pair.ActiveValue);
    }

    private sealed class Entry(LinearExpression expression, Limits limits)
    {
        public LinearExpression Expression { get; } = expression;

        public Limits Limits { get; set; } = limits;
    }

    /// <summary>The same row with largest coefficient 1 in size and the first one positive; a row without terms as it is.</summary>
    public static (LinearExpression Expression, Limits Limits) Scale(LinearExpression expression, Limits limits)
    {
        if (expression.Terms.IsEmpty) return (expression, limits);
        var factor = expression.Terms.Max(term => Math.Abs(term.Coefficient));
        var scaled = Divide(expression, factor);
        return scaled.Terms[0].Coefficient > 0 ? (scaled, limits.Over(factor)) : (Divide(expression, -factor), limits.Over(-factor));
    }

    /// <summary>Adds a scaled row; one that says nothing is left out.</summary>
    public void Add(Condition? condition, LinearExpression expression, Limits limits)
    {
        if (limits.AreNone) return;
        if (expression.Terms.IsEmpty)
        {
            if (limits is { Lower: not > 0, Upper: not < 0 }) return;
            limits = new(1, null);
        }

        var key = LinearExpression.Of(expression.Terms.Select(term => term with { Coefficient = Rounding.Round(term.Coefficient) }));
        if (_entries.TryGetValue((condition, key), out var entry)) entry.Limits = entry.Limits.And(limits);
        else _entries.Add((condition, key), new(expression, limits));
    }

    /// <summary>Adds the entries in a fixed order; one whose limits cross becomes two rows.</summary>
    public void AddTo(ModelBuilder builder)
    {
        foreach (var ((condition, _), entry) in _entries.OrderBy(pair => pair, Comparer<KeyValuePair<(Condition?, LinearExpression), Entry>>.Create(Compare)))
        {
            var (lower, upper) = (entry.Limits.Lower, entry.Limits.Upper);
            Limits[] parts = entry.Limits.AreCrossed ? [new(lower, null), new(null, upper)] : [entry.Limits];
            foreach (var part in parts)
            {
                if (condition is { } when) builder.AddIndicator(when.Binary, when.ActiveValue, entry.Expression, part.Lower, part.Upper);
                else builder.AddRow(entry.Expression, part.Lower, part.Upper);
            }
        }
    }

    private static LinearExpression Divide(LinearExpression expression, double divisor) =>
        LinearExpression.Of(expression.Terms.Select(term => term with { Coefficient = term.Coefficient / divisor }));

    private static int Compare(
        KeyValuePair<(Condition? Condition, LinearExpression Key), Entry> left, KeyValuePair<(Condition? Condition, LinearExpression Key), Entry> right)
    {
        var (first, second) = (left.Key, right.Key);
        var byCondition = (first.Condition?.Binary.Index ?? -1, first.Condition?.ActiveValue ?? false)
            .CompareTo((second.Condition?.Binary.Index ?? -1, second.Condition?.ActiveValue ?? false));
        if (byCondition != 0) return byCondition;
        var (terms, others) = (first.Key.Terms, second.Key.Terms);
        for (var i = 0; i < Math.Min(terms.Length, others.Length); i++)
        {
            var byTerm = (terms[i].Variable.Index, terms[i].Coefficient).CompareTo((others[i].Variable.Index, others[i].Coefficient));
            if (byTerm != 0) return byTerm;
        }

        return terms.Length.CompareTo(others.Length);
    }
}

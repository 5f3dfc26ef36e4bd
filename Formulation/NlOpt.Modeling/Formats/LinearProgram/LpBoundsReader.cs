namespace NlOpt.Modeling;

/// <summary>Reads the sections of an LP file after its rows: ranges, bounds and kinds.</summary>
internal sealed class LpBoundsReader(FormatInput input, LpTokens tokens, LpExpressionReader expressions, ModelDraft draft)
{
    private readonly HashSet<DraftVariable> _lowerSet = [];
    private readonly HashSet<DraftVariable> _upperSet = [];
    private Dictionary<string, DraftRow>? _rows;

    /// <summary>The sides that one comparison sets; null within a side that is set means no limit.</summary>
    internal readonly record struct Sides(bool HasLower, double? Lower, bool HasUpper, double? Upper);

    /// <summary>What <c>something comparison limit</c> says; an infinite limit says none.</summary>
    public static Sides Limits(FormatInput input, LpTokenKind comparison, double limit, TextPosition at)
    {
        double? finite = double.IsInfinity(limit) ? null : limit;
        return comparison switch
        {
            LpTokenKind.LessOrEqual when limit > double.NegativeInfinity => new(false, null, true, finite),
            LpTokenKind.GreaterOrEqual when limit < double.PositiveInfinity => new(true, finite, false, null),
            LpTokenKind.Equal when finite is not null => new(true, finite, true, finite),
            _ => throw input.Error("lp.syntax", "this infinity can never be met", at),
        };
    }

    /// <summary>Reads <c>x free</c>, <c>x &lt;= 4</c>, <c>-inf &lt;= x</c>, <c>1 &lt;= x &lt;= 4</c> or <c>x = 3</c>.</summary>
    public void ReadBound()
    {
        var (name, sides) = ReadLine(mayBeFree: true);
        var variable = Known(name);
        if (sides.HasLower)
        {
            if (!_lowerSet.Add(variable) && variable.Lower != sides.Lower) WarnRepeated(name);
            variable.Lower = sides.Lower;
        }

        if (sides.HasUpper)
        {
            if (!_upperSet.Add(variable) && variable.Upper != sides.Upper) WarnRepeated(name);
            variable.Upper = sides.Upper;
        }

        variable.At = name.At;
    }

    /// <summary>Reads the like with the name of a row: it adds a limit to that row.</summary>
    public void ReadRange()
    {
        if (_rows is null)
        {
            _rows = new(StringComparer.Ordinal);
            foreach (var row in draft.Rows)
            {
                if (row.Name is not null) _rows.TryAdd(row.Name, row);
            }
        }

        var (name, sides) = ReadLine(mayBeFree: false);
        if (!_rows.TryGetValue(tokens.Text(name).ToString(), out var target))
            throw input.Error("lp.unknown-row", $"there is no row {FormatInput.Quote(tokens.Text(name))}", name.At);
        if (sides.HasLower && target.Lower is { } lower && lower != sides.Lower || sides.HasUpper && target.Upper is { } upper && upper != sides.Upper)
            throw input.Error("lp.range", "this limit is not the one that the row itself has", name.At, "give each limit once");
        if (sides.HasLower) target.Lower = sides.Lower;
        if (sides.HasUpper) target.Upper = sides.Upper;
    }

    /// <summary>Reads the name of a variable of the given kind; binary wins over integer.</summary>
    public void ReadKind(VariableKind kind)
    {
        if (tokens.Current.Kind != LpTokenKind.Name) throw tokens.Unexpected("the name of a variable");
        var variable = Known(tokens.Take());
        if (variable.Kind != VariableKind.Binary) variable.Kind = kind;
    }

    private (LpToken Name, Sides Sides) ReadLine(bool mayBeFree)
    {
        var at = tokens.Current.At;
        if (tokens.Current.Kind != LpTokenKind.Name || NumberText.IsInfinityWord(tokens.Text(tokens.Current)))
        {
            var left = expressions.ReadNumber();
            var comparison = tokens.TakeOperator();
            var name = TakeName();
            var sides = Limits(input, LpReader.Mirror(comparison), left, at);
            if (!tokens.Current.IsOperator) return (name, sides);
            if (tokens.TakeOperator() != comparison || comparison == LpTokenKind.Equal)
                throw input.Error("lp.syntax", "both signs of a bound point the same way, as in '1 <= x <= 4'", at);
            var right = Limits(input, comparison, expressions.ReadNumber(), at);
            return (name, new(true, sides.Lower ?? right.Lower, true, sides.Upper ?? right.Upper));
        }

        var variable = TakeName();
        if (mayBeFree && tokens.Current.Kind == LpTokenKind.Name && tokens.Text(tokens.Current).Equals("free", StringComparison.OrdinalIgnoreCase))
        {
            tokens.Take();
            return (variable, new(true, null, true, null));
        }

        return (variable, Limits(input, tokens.TakeOperator(), expressions.ReadNumber(), at));
    }

    private LpToken TakeName() => tokens.Current.Kind == LpTokenKind.Name ? tokens.Take() : throw tokens.Unexpected("a name");

    private DraftVariable Known(LpToken name) =>
        draft.Find(tokens.Text(name).ToString())
        ?? throw input.Error(
            "lp.unknown-variable",
            $"variable {FormatInput.Quote(tokens.Text(name))} stands neither in the objective nor in a row",
            name.At,
            "check its spelling, or add it with coefficient 0 to the objective");

    private void WarnRepeated(LpToken name) =>
        input.Warn("lp.repeated-bound", $"a bound of {FormatInput.Quote(tokens.Text(name))} is given again; the last one counts", name.At);
}

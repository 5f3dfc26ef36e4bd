namespace NlOpt.Modeling;

/// <summary>Reads one LP file, section by section.</summary>
internal sealed class LpReader
{
    private readonly FormatInput _input;
    private readonly FormatNotes _notes;
    private readonly LpScanner _scanner;
    private readonly LpExpressionReader _expressions;
    private readonly LpTokens _tokens;
    private readonly ModelDraft _draft;

    public LpReader(FormatInput input)
    {
        _input = input;
        _notes = new(input);
        _scanner = new(input, _notes);
        _tokens = new(input, _scanner);
        _draft = new(input);
        _expressions = new(input, _tokens, _draft);
    }

    /// <summary>The model of the file.</summary>
    /// <exception cref="MalformedInputException">The file is malformed or asks for what is not supported.</exception>
    public Model Read()
    {
        ReadObjective();
        var bounds = new LpBoundsReader(_input, _tokens, _expressions, _draft);
        while (true)
        {
            var head = _tokens.Current.At;
            switch (_tokens.TakeSection())
            {
                case LpSection.Rows:
                    while (!_tokens.AtSectionOrEnd) ReadRow();
                    break;
                case LpSection.Ranges:
                    while (!_tokens.AtSectionOrEnd) bounds.ReadRange();
                    break;
                case LpSection.Bounds:
                    while (!_tokens.AtSectionOrEnd) bounds.ReadBound();
                    break;
                case LpSection.Integers:
                    while (!_tokens.AtSectionOrEnd) bounds.ReadKind(VariableKind.Integer);
                    break;
                case LpSection.Binaries:
                    while (!_tokens.AtSectionOrEnd) bounds.ReadKind(VariableKind.Binary);
                    break;
                case LpSection.End:
                    if (_tokens.Current.Kind != LpTokenKind.End) throw _tokens.Unexpected("the end of the file after 'End'");
                    _draft.Name = _scanner.ModelName;
                    _notes.Apply(_draft);
                    return _draft.Build();
                case LpSection.Unsupported:
                    throw _input.Error(
                        "lp.unsupported", "this section is not supported: only linear rows, ranges, indicators, bounds, integers and binaries are", head);
                case LpSection.Minimize or LpSection.Maximize:
                    throw _input.Error("lp.syntax", "there is a second objective", head);
                default:
                    throw _tokens.Unexpected("a section or 'End'", _tokens.Current.Kind == LpTokenKind.End ? "the file may be cut off; its last line is 'End'" : null);
            }
        }
    }

    private void ReadObjective()
    {
        var at = _tokens.Current.At;
        _draft.Sense = _tokens.TakeSection() switch
        {
            LpSection.Minimize => ObjectiveSense.Minimize,
            LpSection.Maximize => ObjectiveSense.Maximize,
            _ => throw _input.Error("lp.syntax", "an LP file begins with 'Minimize' or 'Maximize'", at),
        };
        if (_tokens.AtLabel) _tokens.TakeLabel();
        _draft.Objective = _expressions.Read(endsWithLine: false, mayBeEmpty: true);
        if (double.IsInfinity(_draft.Objective.Constant)) throw _input.Error("lp.syntax", "the objective cannot be infinite", at);
        if (!_tokens.AtSectionOrEnd) throw _tokens.Unexpected("a term of the objective or 'Subject To'");
    }

    private void ReadRow()
    {
        var at = _tokens.Current.At;
        var name = _tokens.AtLabel ? _tokens.TakeLabel() : null;
        var row = ReadSides(name, at);
        if (_tokens.Current.Kind == LpTokenKind.Arrow)
        {
            _tokens.Take();
            var condition = row;
            row = ReadSides(name, at);
            MakeIndicator(row, condition);
        }

        _draft.Rows.Add(row);
    }

    /// <summary>Takes <c>y = 1</c>, found before an arrow, as the condition of an indicator row.</summary>
    private void MakeIndicator(DraftRow row, DraftRow condition)
    {
        if (condition.Expression.Terms is not [{ Coefficient: 1 } term] || condition.Lower != condition.Upper || condition.Upper is not (0 or 1))
            throw _input.Error("lp.indicator", "before '->' there must stand a binary variable '= 0' or '= 1'", row.At);
        row.Binary = _draft.Variables[term.Variable.Index];
        row.ActiveValue = condition.Upper == 1;
    }

    /// <summary>Reads <c>expression operator expression</c> or the range <c>number operator expression operator number</c>.</summary>
    private DraftRow ReadSides(string? name, TextPosition at)
    {
        var left = _expressions.Read(endsWithLine: false);
        var first = _tokens.TakeOperator();
        if (left.Terms.Count > 0)
        {
            var right = _expressions.Read(endsWithLine: true);
            foreach (var (variable, coefficient) in right.Terms) left.Terms.Add(new(variable, -coefficient));
            var row = new DraftRow(name, at) { Expression = left };
            SetLimit(row, first, right.Constant);
            return row;
        }

        // A number first: "5 >= x + y", or a range, whose middle may run over several lines.
        var middle = _expressions.Read(endsWithLine: false);
        if (middle.Terms.Count == 0 && double.IsFinite(left.Constant) && !_tokens.Current.IsOperator)
        {
            // "0 >= 3" is how a row is written in a model without variables: the limit stands right, as in every other row.
            var empty = new DraftRow(name, at) { Expression = left };
            SetLimit(empty, first, middle.Constant);
            return empty;
        }

        var ranged = new DraftRow(name, at) { Expression = middle };
        SetLimit(ranged, Mirror(first), left.Constant);
        if (!_tokens.Current.IsOperator) return ranged;
        var second = _tokens.Current.At;
        if (_tokens.TakeOperator() != first || first == LpTokenKind.Equal)
            throw _input.Error("lp.syntax", "both signs of a range point the same way, as in '2 <= x + y <= 5'", second);
        SetLimit(ranged, first, _expressions.ReadNumber());
        return ranged;
    }

    /// <summary>The comparison seen from the other side.</summary>
    internal static LpTokenKind Mirror(LpTokenKind comparison) => comparison switch
    {
        LpTokenKind.LessOrEqual => LpTokenKind.GreaterOrEqual,
        LpTokenKind.GreaterOrEqual => LpTokenKind.LessOrEqual,
        _ => comparison,
    };

    private void SetLimit(DraftRow row, LpTokenKind comparison, double limit)
    {
        if (double.IsInfinity(row.Expression.Constant)) throw _input.Error("lp.syntax", "infinity stands where the variables should", row.At);
        var limits = LpBoundsReader.Limits(_input, comparison, limit, row.At);
        if (limits.HasLower) row.Lower = limits.Lower;
        if (limits.HasUpper) row.Upper = limits.Upper;
    }
}

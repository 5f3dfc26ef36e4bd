namespace NlOpt.Modeling;

/// <summary>Reads one MPS file, section by section.</summary>
internal sealed class MpsReader
{
    private readonly FormatInput _input;
    private readonly FormatNotes _notes;
    private readonly MpsLines _lines;
    private readonly ModelDraft _draft;
    private readonly MpsBoundsReader _bounds;
    private readonly Dictionary<string, MpsRow> _rows = new(StringComparer.Ordinal);
    private readonly List<MpsRow> _order = [];
    private readonly Dictionary<string, string> _sets = new(StringComparer.Ordinal);
    private MpsRow? _objective;
    private DraftVariable? _column;
    private bool _isInteger;

    public MpsReader(FormatInput input)
    {
        _input = input;
        _notes = new(input);
        _lines = new(input, _notes);
        _draft = new(input);
        _bounds = new(input, _draft);
    }

    /// <summary>The model of the file.</summary>
    /// <exception cref="MalformedInputException">The file is malformed or asks for what is not supported.</exception>
    public Model Read()
    {
        var section = "";
        while (_lines.TryRead(out var isHead, out var fields))
        {
            if (!isHead)
            {
                ReadData(section, fields);
                continue;
            }

            section = fields[0].Text.ToUpperInvariant();
            if (section == "ENDATA") return Finish();
            OpenSection(section, fields);
        }

        throw _input.Error("mps.syntax", "the file ends without 'ENDATA'", _lines.At, "the file may be cut off; its last line is 'ENDATA'");
    }

    private void OpenSection(string section, List<MpsField> fields)
    {
        var rest = fields.Count > 1 ? fields[1] : (MpsField?)null;
        switch (section)
        {
            case "NAME":
                _draft.Name = rest?.Text;
                return;
            case "OBJSENSE":
                if (rest is not null) ReadSense(rest.Value);
                return;
            case "ROWS" or "COLUMNS" or "RHS" or "RANGES" or "BOUNDS" or "INDICATORS" when rest is null:
                return;
            case "ROWS" or "COLUMNS" or "RHS" or "RANGES" or "BOUNDS" or "INDICATORS":
                throw _input.Error("mps.syntax", "a section head stands alone on its line; a line of data begins with a blank", rest.Value.At);
            default:
                throw _input.Error(
                    "mps.unsupported",
                    $"section {FormatInput.Quote(section)} is not supported",
                    fields[0].At,
                    "the sections are NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS, INDICATORS and ENDATA; a line of data begins with a blank");
        }
    }

    private void ReadData(string section, List<MpsField> fields)
    {
        switch (section)
        {
            case "OBJSENSE":
                ReadSense(fields[0]);
                break;
            case "ROWS":
                ReadRow(fields);
                break;
            case "COLUMNS":
                ReadColumn(fields);
                break;
            case "RHS" or "RANGES":
                foreach (var (row, value, at) in ReadEntries(section, fields)) SetSide(section, row, value, at);
                break;
            case "BOUNDS":
                _bounds.Read(fields, name => CheckSet(section, name));
                break;
            case "INDICATORS":
                ReadIndicator(fields);
                break;
            default:
                throw _input.Error("mps.syntax", "this line stands outside of any section", fields[0].At);
        }
    }

    private void ReadSense(MpsField field) => _draft.Sense = field.Text.ToUpperInvariant() switch
    {
        "MAX" or "MAXIMIZE" or "MAXIMISE" => ObjectiveSense.Maximize,
        "MIN" or "MINIMIZE" or "MINIMISE" => ObjectiveSense.Minimize,
        _ => throw _input.Error("mps.syntax", $"expected MIN or MAX, found {FormatInput.Quote(field.Text)}", field.At),
    };

    private void ReadRow(List<MpsField> fields)
    {
        if (fields.Count != 2) throw _input.Error("mps.syntax", "a row has a type (N, L, G or E) and a name", fields[0].At);
        var type = fields[0].Text.ToUpperInvariant();
        if (type is not ("N" or "L" or "G" or "E"))
            throw _input.Error("mps.syntax", $"a row has the type N, L, G or E, not {FormatInput.Quote(fields[0].Text)}", fields[0].At);
        var row = new MpsRow(fields[1].Text, type[0], fields[1].At);
        if (!_rows.TryAdd(fields[1].Text, row))
            throw _input.Error("model.duplicate-name", $"there are two rows named {FormatInput.Quote(fields[1].Text)}", fields[1].At, "rename one");
        if (type == "N" && _objective is null) _objective = row;
        else _order.Add(row);
    }

    private void ReadColumn(List<MpsField> fields)
    {
        if (fields.Count == 3 && fields[1].Text == "'MARKER'")
        {
            _isInteger = fields[2].Text switch
            {
                "'INTORG'" => true,
                "'INTEND'" => false,
                _ => throw _input.Error("mps.unsupported", "the markers are 'INTORG' and 'INTEND'", fields[2].At),
            };
            return;
        }

        if (fields.Count is not (3 or 5)) throw _input.Error("mps.syntax", "a column line has a column name, then one or two pairs of row and number", fields[0].At);
        if (_column is null || _column.Name != fields[0].Text)
        {
            if (_draft.Find(fields[0].Text) is not null)
                throw _input.Error("mps.duplicate-column", $"column {FormatInput.Quote(fields[0].Text)} was given before", fields[0].At, "keep its lines together");
            _column = _draft.Mention(fields[0].Text, fields[0].At);
            if (_isInteger) _column.Kind = VariableKind.Integer;
        }

        for (var i = 1; i < fields.Count; i += 2)
        {
            var row = FindRow(fields[i]);
            if (row.LastVariable == _column) throw _input.Error("mps.duplicate-entry", "this column has two entries in this row", fields[i].At);
            row.LastVariable = _column;
            row.Draft.Expression.Terms.Add(new(new(_column.Index), MpsNumbers.Read(_input, fields[i + 1])));
        }
    }

    private IEnumerable<(MpsRow Row, double Value, TextPosition At)> ReadEntries(string section, List<MpsField> fields)
    {
        // The name of the set may be left out; then the number of fields is even.
        var hasSet = fields.Count % 2 == 1;
        if (fields.Count is < 2 or > 5) throw _input.Error("mps.syntax", "this line has a set name, then one or two pairs of row and number", fields[0].At);
        CheckSet(section, hasSet ? fields[0] : new("", fields[0].At));
        for (var i = hasSet ? 1 : 0; i < fields.Count; i += 2) yield return (FindRow(fields[i]), MpsNumbers.Read(_input, fields[i + 1]), fields[i].At);
    }

    private void SetSide(string section, MpsRow row, double value, TextPosition at)
    {
        var isSet = section == "RHS" ? row.RightHandSide is not null : row.Range is not null;
        if (isSet) throw _input.Error("mps.duplicate-entry", $"this row has two entries in {section}", at);
        if (row.Type == 'N' && (row != _objective || section == "RANGES"))
            _input.Warn("mps.free-row", $"a row of type N has no limits; its entry in {section} was passed over", at);
        if (section == "RHS") row.RightHandSide = value;
        else row.Range = value;
    }

    private void ReadIndicator(List<MpsField> fields)
    {
        if (fields.Count != 4 || !fields[0].Text.Equals("IF", StringComparison.OrdinalIgnoreCase) || fields[3].Text is not ("0" or "1"))
            throw _input.Error("mps.syntax", "an indicator line is: IF row column 0, or IF row column 1", fields[0].At);
        var row = FindRow(fields[1]);
        if (row == _objective) throw _input.Error("mps.syntax", "the objective cannot be an indicator row", fields[1].At);
        if (row.Draft.Binary is not null) throw _input.Error("mps.duplicate-entry", "this row has two indicators", fields[1].At);
        row.Draft.Binary = _draft.Find(fields[2].Text) ?? throw MpsNumbers.UnknownColumn(_input, fields[2]);
        row.Draft.ActiveValue = fields[3].Text == "1";
    }

    /// <summary>Several right-hand sides in one file are several problems; which one is meant is not for the reader to choose.</summary>
    private void CheckSet(string section, MpsField set)
    {
        if (_sets.TryAdd(section, set.Text) || _sets[section] == set.Text) return;
        throw _input.Error("mps.second-set", $"there is a second set {FormatInput.Quote(set.Text)} in {section}", set.At, "keep one set a section");
    }

    private MpsRow FindRow(MpsField field) =>
        _rows.TryGetValue(field.Text, out var row)
            ? row
            : throw _input.Error("mps.unknown-row", $"there is no row {FormatInput.Quote(field.Text)}", field.At, "declare it in ROWS");

    private Model Finish()
    {
        var after = _lines.TryRead(out _, out var rest) ? rest : [];
        if (after.Count > 0) throw _input.Error("mps.syntax", "there is more after 'ENDATA'", after[0].At);
        _bounds.Finish();
        if (_objective is not null)
        {
            _draft.Objective = _objective.Draft.Expression;
            _draft.Objective.Constant = -(_objective.RightHandSide ?? 0);
        }

        foreach (var row in _order)
        {
            row.SetLimits();
            _draft.Rows.Add(row.Draft);
        }

        _notes.Apply(_draft);
        return _draft.Build();
    }
}

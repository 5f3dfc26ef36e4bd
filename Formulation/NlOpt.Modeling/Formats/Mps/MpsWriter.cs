using System.Text;

namespace NlOpt.Modeling;

/// <summary>Writes one free MPS file.</summary>
internal sealed class MpsWriter(Model model)
{
    private readonly StringBuilder _text = new();
    private readonly ModelNames _names = new(model, IsSafeName, rowsNeedNames: true, splitsRanges: false);

    /// <summary>How one row is written.</summary>
    /// <param name="Type">N, L, G or E.</param>
    /// <param name="RightHandSide">Entry of RHS; 0 needs none.</param>
    /// <param name="Range">Entry of RANGES; null for none.</param>
    private readonly record struct RowText(char Type, double RightHandSide, double? Range);

    public string Write()
    {
        var indicatorNames = _names.Rows.AsSpan()[model.Rows.Length..];
        var rows = new List<RowText>();
        foreach (var row in model.Rows) rows.Add(Describe(_names.Rows[rows.Count]!, row.Lower, row.Upper));
        foreach (var indicator in model.Indicators) rows.Add(Describe(_names.Rows[rows.Count]!, indicator.Lower, indicator.Upper));

        foreach (var note in _names.Notes) Line($"* {note}");
        Line(_names.Model is null ? "NAME" : $"NAME {_names.Model}");
        if (model.Objective.Sense == ObjectiveSense.Maximize) Line("OBJSENSE\n    MAX");
        Line("ROWS");
        Line($" N {_names.Objective}");
        for (var i = 0; i < rows.Count; i++) Line($" {rows[i].Type} {_names.Rows[i]}");
        WriteColumns();
        Line("RHS");
        if (model.Objective.Expression.Constant != 0) Line($"    RHS {_names.Objective} {NumberText.Format(-model.Objective.Expression.Constant)}");
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].RightHandSide != 0) Line($"    RHS {_names.Rows[i]} {NumberText.Format(rows[i].RightHandSide)}");
        }

        if (rows.Exists(row => row.Range is not null)) Line("RANGES");
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Range is { } range) Line($"    RNG {_names.Rows[i]} {NumberText.Format(range)}");
        }

        WriteBounds();
        if (!model.Indicators.IsEmpty) Line("INDICATORS");
        for (var i = 0; i < model.Indicators.Length; i++)
            Line($" IF {indicatorNames[i]} {NameOf(model.Indicators[i].Binary)} {(model.Indicators[i].ActiveValue ? 1 : 0)}");
        Line("ENDATA");
        return _text.ToString();
    }

    /// <summary>Chooses type, right-hand side and range so that the limits read back exactly; a note helps where no range does.</summary>
    private RowText Describe(string name, double? lower, double? upper)
    {
        switch (lower, upper)
        {
            case (null, null): return new('N', 0, null);
            case ({ } l, null): return new('G', l, null);
            case (null, { } u): return new('L', u, null);
            case ({ } l, { } u) when l == u: return new('E', u, null);
            case ({ } l, { } u):
                var width = u - l;
                if (double.IsInfinity(width))
                {
                    // No range reaches so far; the farther limit, which any reader takes for none, is left to the note that large limits have.
                    return -l > u ? new('L', u, null) : new('G', l, null);
                }

                if (l + width == u) return new('G', l, width);
                if (u - width != l) _names.NoteRowLimits(name, l, u);
                return new('L', u, width);
        }
    }

    private void WriteColumns()
    {
        Line("COLUMNS");
        var entries = new List<(string Row, double Value)>[model.Variables.Length];
        for (var i = 0; i < entries.Length; i++) entries[i] = [];
        AddEntries(entries, _names.Objective, model.Objective.Expression);
        foreach (var row in model.Rows) AddEntries(entries, _names.Rows[row.Id.Index]!, row.Expression);
        for (var i = 0; i < model.Indicators.Length; i++) AddEntries(entries, _names.Rows[model.Rows.Length + i]!, model.Indicators[i].Expression);

        var (isInteger, markers) = (false, 0);
        foreach (var variable in model.Variables)
        {
            if (isInteger != (ModelNames.KindOf(variable) == VariableKind.Integer))
            {
                isInteger = !isInteger;
                WriteMarker(markers++, isInteger);
            }

            var column = entries[variable.Id.Index];
            if (column.Count == 0) column.Add((_names.Objective, 0));
            foreach (var (row, value) in column) Line($"    {NameOf(variable.Id)} {row} {NumberText.Format(value)}");
        }

        if (isInteger) WriteMarker(markers, isStart: false);
    }

    private void WriteMarker(int number, bool isStart) => Line($"    MARKER{number} 'MARKER' {(isStart ? "'INTORG'" : "'INTEND'")}");

    private static void AddEntries(List<(string Row, double Value)>[] entries, string row, LinearExpression expression)
    {
        foreach (var (variable, coefficient) in expression.Terms) entries[variable.Index].Add((row, coefficient));
    }

    private void WriteBounds()
    {
        var isHeadWritten = false;
        foreach (var variable in model.Variables)
        {
            foreach (var (type, value) in Bounds(variable))
            {
                if (!isHeadWritten) Line("BOUNDS");
                isHeadWritten = true;
                Line($" {type} BND {NameOf(variable.Id)}" + (value is { } number ? $" {NumberText.Format(number)}" : ""));
            }
        }
    }

    private static IEnumerable<(string Type, double? Value)> Bounds(Variable variable)
    {
        var (lower, upper) = (variable.Lower, variable.Upper);
        if (ModelNames.KindOf(variable) == VariableKind.Binary)
        {
            yield return ("BV", null);
        }
        else if ((lower, upper) == (null, null))
        {
            yield return ("FR", null);
        }
        else if (lower == upper)
        {
            yield return ("FX", lower);
        }
        else
        {
            if (lower is null) yield return ("MI", null);
            else if (lower != 0) yield return ("LO", lower);
            if (upper is not null) yield return ("UP", upper);
            else if (variable.Kind == VariableKind.Integer) yield return ("PL", null); // without any bound it would be read as 0 or 1
        }
    }

    private static bool IsSafeName(string name) =>
        name.Length is > 0 and <= SafeNames.MaximumLength && name.All(c => c is > ' ' and <= '~') && name[0] is not ('$' or '*' or '\'');

    private string NameOf(VariableId variable) => _names.Variables[variable.Index];

    private void Line(string text) => _text.Append(text).Append('\n');
}

namespace NlOpt.Modeling;

/// <summary>
/// Cuts an MPS file into lines and fields. Free files separate fields by blanks. Fixed files give each field its columns (2-3, 5-12, 15-22,
/// 25-36, 40-47, 50-61), so that names may hold blanks; only files that make use of this are read so.
/// </summary>
internal sealed class MpsLines
{
    private const int MaximumFields = 6;
    private static readonly (int Start, int End)[] FixedFields = [(1, 3), (4, 12), (14, 22), (24, 36), (39, 47), (49, 61)];
    private readonly FormatInput _input;
    private readonly FormatNotes _notes;
    private readonly bool _isFixed;
    private int _next;
    private int _line;

    public MpsLines(FormatInput input, FormatNotes notes)
    {
        _input = input;
        _notes = notes;
        _isFixed = NeedsFixedColumns(input.Text);
    }

    /// <summary>Place of the line read last; one past the last line at the end of the file.</summary>
    public TextPosition At => new(_line, 1);

    /// <summary>Reads up to the next line that is neither blank nor a comment.</summary>
    /// <param name="isHead">True when the line opens a section: it begins in its first column.</param>
    /// <param name="fields">Its fields; for a section head the word and, where given, the rest of the line.</param>
    /// <returns>False at the end of the file.</returns>
    public bool TryRead(out bool isHead, out List<MpsField> fields)
    {
        (isHead, fields) = (false, []);
        while (_next < _input.Text.Length)
        {
            var line = TakeLine();
            if (line.IsWhiteSpace()) continue;
            if (line[0] == '*')
            {
                _notes.Take(line[1..], At);
                continue;
            }

            isHead = !char.IsWhiteSpace(line[0]);
            if (isHead) CutHead(line, fields);
            else if (_isFixed) CutFixed(line, fields);
            else CutFree(line, fields);
            return true;
        }

        _line++;
        return false;
    }

    private ReadOnlySpan<char> TakeLine()
    {
        var end = _input.Text.IndexOf('\n', _next);
        if (end < 0) end = _input.Text.Length;
        var line = _input.Text.AsSpan(_next, end - _next);
        _next = end + 1;
        _line++;
        return line.TrimEnd();
    }

    private void CutHead(ReadOnlySpan<char> line, List<MpsField> fields)
    {
        var end = 0;
        while (end < line.Length && !char.IsWhiteSpace(line[end])) end++;
        fields.Add(new(line[..end].ToString(), At));
        var rest = line[end..].TrimStart();
        if (!rest.IsEmpty) fields.Add(new(rest.ToString(), new(_line, line.Length - rest.Length + 1)));
    }

    private void CutFree(ReadOnlySpan<char> line, List<MpsField> fields)
    {
        for (var start = 0; start < line.Length;)
        {
            if (char.IsWhiteSpace(line[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < line.Length && !char.IsWhiteSpace(line[end])) end++;
            if (fields.Count == MaximumFields) throw _input.Error("mps.syntax", $"a line has at most {MaximumFields} fields", new(_line, start + 1));
            fields.Add(new(line[start..end].ToString(), new(_line, start + 1)));
            start = end;
        }
    }

    private void CutFixed(ReadOnlySpan<char> line, List<MpsField> fields)
    {
        foreach (var (start, end) in FixedFields)
        {
            var field = Slice(line, start, end);
            if (!field.IsWhiteSpace()) fields.Add(new(field.Trim().ToString(), new(_line, start + 1)));
        }
    }

    /// <summary>
    /// Whether the file keeps to the fixed columns throughout and at least one name holds a blank, so that reading it as free would fail.
    /// </summary>
    private static bool NeedsFixedColumns(string text)
    {
        var (isInColumns, hasBlankInName) = (false, false);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd();
            if (line.IsEmpty || line[0] == '*') continue;
            if (!char.IsWhiteSpace(line[0]))
            {
                isInColumns = line.Equals("COLUMNS", StringComparison.OrdinalIgnoreCase);
                continue;
            }

            if (line.Length > 61 || line.Contains('\t') || !KeepsGapsBlank(line)) return false;
            if (isInColumns && !NumberText.TryParse(Slice(line, 24, 36).Trim(), out _) && !line.Contains("'MARKER'", StringComparison.Ordinal)) return false;
            hasBlankInName |= Slice(line, 4, 12).Trim().Contains(' ') || Slice(line, 14, 22).Trim().Contains(' ');
        }

        return hasBlankInName;
    }

    private static bool KeepsGapsBlank(ReadOnlySpan<char> line)
    {
        var previous = 0;
        foreach (var (start, end) in FixedFields)
        {
            if (!Slice(line, previous, start).IsWhiteSpace()) return false;
            previous = end;
        }

        return true;
    }

    private static ReadOnlySpan<char> Slice(ReadOnlySpan<char> line, int start, int end) =>
        start >= line.Length ? [] : line[start..Math.Min(end, line.Length)];
}

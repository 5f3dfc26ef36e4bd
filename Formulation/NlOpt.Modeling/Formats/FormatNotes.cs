using System.Text.Json;

namespace NlOpt.Modeling;

/// <summary>
/// What a format cannot carry (names with blanks, bounds of 1e20 and more, rows without a name, ranges, binaries that are fixed) is written as notes in comments, one JSON
/// object a line after <c>nlopt:</c>, and put back by the reader. Other programs see comments. A note counts only while the
/// file agrees with it, so that an edited file wins over its notes.
/// </summary>
internal sealed class FormatNotes(FormatInput input)
{
    private const string Mark = "nlopt:";
    private readonly List<Note> _notes = [];

    private sealed record Note(string What, string Key, bool HasName, string? Name, string? UpperRow, bool IsBinary, double? Lower, double? Upper, TextPosition At);

    /// <summary>The comment text that gives an object its real name; <paramref name="name"/> is null for a row that has none.</summary>
    public static string ForName(string what, string key, string? name) =>
        $"{Mark} {{\"{what}\":{JsonSerializer.Serialize(key)},\"name\":{JsonSerializer.Serialize(name)}}}";

    /// <summary>The comment text that gives an object limits exactly; null leaves a limit as the file has it.</summary>
    public static string ForLimits(string what, string key, double? lower, double? upper)
    {
        var sides = (lower is { } l ? $",\"lower\":{NumberText.Format(l)}" : "") + (upper is { } u ? $",\"upper\":{NumberText.Format(u)}" : "");
        return $"{Mark} {{\"{what}\":{JsonSerializer.Serialize(key)}{sides}}}";
    }

    /// <summary>The comment text that says that an integer variable is one of the binary ones.</summary>
    public static string ForBinary(string key) => $"{Mark} {{\"variable\":{JsonSerializer.Serialize(key)},\"kind\":\"binary\"}}";

    /// <summary>The comment text that makes one row of two: the second one holds the upper limit.</summary>
    public static string ForUpperRow(string key, string upperRow) =>
        $"{Mark} {{\"row\":{JsonSerializer.Serialize(key)},\"upperRow\":{JsonSerializer.Serialize(upperRow)}}}";

    /// <summary>Takes a comment, without its comment sign; comments that are no notes are passed over.</summary>
    public void Take(ReadOnlySpan<char> comment, TextPosition at)
    {
        comment = comment.Trim();
        if (!comment.StartsWith(Mark, StringComparison.Ordinal)) return;
        try
        {
            using var document = JsonDocument.Parse(comment[Mark.Length..].ToString());
            var root = document.RootElement;
            string? key = null, what = null;
            foreach (var whole in (string[])["model", "variable", "row"])
            {
                if (!root.TryGetProperty(whole, out var value)) continue;
                (what, key) = (whole, value.GetString());
            }

            var hasName = root.TryGetProperty("name", out var name);
            if (what is not null && key is not null)
            {
                var upperRow = root.TryGetProperty("upperRow", out var other) ? other.GetString() : null;
                var isBinary = root.TryGetProperty("kind", out var kind) && kind.GetString() == "binary";
                _notes.Add(new(
                    what, key, hasName, hasName ? name.GetString() : null, upperRow, isBinary, Limit(root, "lower"), Limit(root, "upper"), at));
                return;
            }
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or FormatException)
        {
            // Falls through to the warning: a comment that looks like a note but is none must not stop the reading.
        }

        input.Warn("format.note", "this note of NlOpt is not understood and was passed over", at);
    }

    /// <summary>Puts back what the notes say and turns remaining limits of 1e20 and more into none, as these formats mean them.</summary>
    public void Apply(ModelDraft draft)
    {
        var rows = new Dictionary<string, DraftRow>(StringComparer.Ordinal);
        foreach (var row in draft.Rows)
        {
            if (row.Name is not null) rows.TryAdd(row.Name, row);
        }

        JoinRanges(draft, rows);
        var exact = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var renamed = new List<Action>();
        foreach (var note in _notes)
        {
            switch (note.What)
            {
                case "model" when note.HasName && draft.Name == note.Key:
                    renamed.Add(() => draft.Name = note.Name);
                    break;
                case "variable" when draft.Find(note.Key) is { } variable:
                    if (note is { HasName: true, Name: not null }) renamed.Add(() => variable.Name = note.Name);
                    if (note.IsBinary && variable is { Kind: VariableKind.Integer, Lower: >= 0, Upper: <= 1 }) variable.Kind = VariableKind.Binary;
                    if (!Agrees(note, variable.Lower, variable.Upper)) break;
                    (variable.Lower, variable.Upper) = (note.Lower ?? variable.Lower, note.Upper ?? variable.Upper);
                    exact.Add(variable);
                    break;
                case "row" when rows.TryGetValue(note.Key, out var row):
                    if (note.HasName) renamed.Add(() => row.Name = note.Name);
                    if (!Agrees(note, row.Lower, row.Upper)) break;
                    (row.Lower, row.Upper) = (note.Lower ?? row.Lower, note.Upper ?? row.Upper);
                    exact.Add(row);
                    break;
                default:
                    input.Warn("format.note", $"this note speaks of {note.What} {FormatInput.Quote(note.Key)}, which is not in the file", note.At);
                    break;
            }
        }

        foreach (var rename in renamed) rename();
        DropInfiniteLimits(draft, exact);
    }

    /// <summary>Joins two rows of which a note says that they are the sides of one; rows that have been edited apart stay two.</summary>
    private void JoinRanges(ModelDraft draft, Dictionary<string, DraftRow> rows)
    {
        var joined = new HashSet<DraftRow>();
        foreach (var note in _notes)
        {
            if (note is not { What: "row", UpperRow: { } name } || !rows.TryGetValue(note.Key, out var row)) continue;
            var areSides = rows.TryGetValue(name, out var upper)
                && (row.Upper, upper.Lower) == (null, null)
                && (row.Binary, row.ActiveValue, row.Expression.Constant) == (upper.Binary, upper.ActiveValue, upper.Expression.Constant)
                && row.Expression.Terms.SequenceEqual(upper.Expression.Terms)
                && joined.Add(upper);
            if (areSides) row.Upper = upper!.Upper;
            else input.Warn("format.note", $"row {FormatInput.Quote(name)} is no longer the other side of {FormatInput.Quote(note.Key)}; both are kept", note.At);
        }

        draft.Rows.RemoveAll(joined.Contains);
    }

    private static void DropInfiniteLimits(ModelDraft draft, HashSet<object> exact)
    {
        foreach (var variable in draft.Variables.Where(variable => !exact.Contains(variable)))
        {
            if (variable.Lower <= -NumberText.Infinite) variable.Lower = null;
            if (variable.Upper >= NumberText.Infinite) variable.Upper = null;
        }

        foreach (var row in draft.Rows.Where(row => !exact.Contains(row)))
        {
            if (row.Lower <= -NumberText.Infinite) row.Lower = null;
            if (row.Upper >= NumberText.Infinite) row.Upper = null;
        }
    }

    /// <summary>Whether the file still says what the note says, up to the rounding that made the note necessary.</summary>
    private static bool Agrees(Note note, double? lower, double? upper)
    {
        var tolerance = 1e-9 * Math.Max(Math.Abs(note.Lower ?? 0), Math.Abs(note.Upper ?? 0));
        return Agrees(note.Lower, lower ?? double.NegativeInfinity) && Agrees(note.Upper, upper ?? double.PositiveInfinity);

        bool Agrees(double? noted, double found) =>
            noted is not { } limit
            || Math.Abs(limit - found) <= tolerance
            || double.IsInfinity(found) && Math.Sign(found) == Math.Sign(limit) && Math.Abs(limit) >= NumberText.Infinite;
    }

    private static double? Limit(JsonElement root, string side)
    {
        if (!root.TryGetProperty(side, out var value)) return null;
        var limit = value.GetDouble();
        return double.IsFinite(limit) ? limit : throw new FormatException("A limit must be finite.");
    }
}

using System.Collections.Immutable;

namespace NlOpt.Modeling;

/// <summary>The names under which a model's parts stand in a file, and the notes that lead back to the real ones.</summary>
internal sealed class ModelNames
{
    private readonly ImmutableArray<string>.Builder _notes = ImmutableArray.CreateBuilder<string>();

    /// <summary>Chooses names.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isSafe">Whether the format carries a name as it is.</param>
    /// <param name="rowsNeedNames">True when the format knows no rows without names.</param>
    /// <param name="splitsRanges">True when a row with two different limits is to be written as two rows.</param>
    public ModelNames(Model model, Func<string, bool> isSafe, bool rowsNeedNames, bool splitsRanges)
    {
        (string? Name, double? Lower, double? Upper)[] rows =
        [
            .. model.Rows.Select(row => (row.Name, row.Lower, row.Upper)),
            .. model.Indicators.Select(indicator => (indicator.Name, indicator.Lower, indicator.Upper)),
        ];
        if (model.Name is not null) Model = Stand("model", model.Name, new SafeNames([], isSafe));
        var safeVariables = new SafeNames(model.Variables.Select(variable => variable.Name), isSafe);
        Variables = [.. model.Variables.Select(variable => Stand("variable", variable.Name, safeVariables))];
        var safeRows = new SafeNames(rows.Select(row => row.Name).OfType<string>(), isSafe);
        Rows = [.. rows.Select(row => IsNameNeeded(row) ? Stand("row", row.Name, safeRows) : null)];
        UpperRows = [.. rows.Select((row, i) => splitsRanges && IsRange(row.Lower, row.Upper) ? safeRows.Unused(Rows[i]!, "_upper") : null)];
        for (var i = 0; i < rows.Length; i++)
        {
            if (UpperRows[i] is { } upperRow) _notes.Add(FormatNotes.ForUpperRow(Rows[i]!, upperRow));
        }

        Objective = safeRows.Unused("obj");
        foreach (var variable in model.Variables) NoteIfLarge("variable", Variables[variable.Id.Index], variable.Lower, variable.Upper);
        for (var i = 0; i < rows.Length; i++) NoteIfLarge("row", Rows[i], rows[i].Lower, rows[i].Upper);
        foreach (var variable in model.Variables)
        {
            if (KindOf(variable) != variable.Kind) _notes.Add(FormatNotes.ForBinary(Variables[variable.Id.Index]));
        }

        bool IsNameNeeded((string? Name, double? Lower, double? Upper) row) =>
            row.Name is not null || rowsNeedNames || IsLarge(row.Lower, row.Upper) || splitsRanges && IsRange(row.Lower, row.Upper);
    }

    /// <summary>Name of the model; null when it has none.</summary>
    public string? Model { get; }

    /// <summary>One a variable.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>One a row, then one an indicator; null for no name.</summary>
    public ImmutableArray<string?> Rows { get; }

    /// <summary>One a row, then one an indicator: the name of the second row for its upper limit; null where one row is enough.</summary>
    public ImmutableArray<string?> UpperRows { get; }

    /// <summary>A name for the objective that no row has.</summary>
    public string Objective { get; }

    /// <summary>Texts of the comments that carry what the format cannot.</summary>
    public IEnumerable<string> Notes => _notes;

    /// <summary>
    /// The kind to be written. Some readers forget the bounds of binary variables, so one with tighter bounds is written as integer, with a note.
    /// </summary>
    public static VariableKind KindOf(Variable variable) =>
        variable.Kind == VariableKind.Binary && (variable.Lower, variable.Upper) != (0, 1) ? VariableKind.Integer : variable.Kind;

    /// <summary>Adds a note on the exact limits of a row.</summary>
    public void NoteRowLimits(string row, double? lower, double? upper) => _notes.Add(FormatNotes.ForLimits("row", row, lower, upper));

    private string Stand(string what, string? name, SafeNames names)
    {
        var safe = names.Of(name, what);
        if (safe != name) _notes.Add(FormatNotes.ForName(what, safe, name));
        return safe;
    }

    private void NoteIfLarge(string what, string? name, double? lower, double? upper)
    {
        if (name is not null && IsLarge(lower, upper)) _notes.Add(FormatNotes.ForLimits(what, name, lower, upper));
    }

    private static bool IsRange(double? lower, double? upper) => lower is not null && upper is not null && lower != upper;

    // Readers take such limits for none, so the note says that they are meant.
    private static bool IsLarge(double? lower, double? upper) => lower <= -NumberText.Infinite || upper >= NumberText.Infinite;
}

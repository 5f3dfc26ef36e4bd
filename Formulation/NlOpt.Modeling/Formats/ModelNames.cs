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
    public ModelNames(Model model, Func<string, bool> isSafe, bool rowsNeedNames)
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
        Rows = [.. rows.Select(row => row.Name is null && !rowsNeedNames && !IsLarge(row.Lower, row.Upper) ? null : Stand("row", row.Name, safeRows))];
        Objective = safeRows.Unused("obj");
        foreach (var variable in model.Variables) NoteIfLarge("variable", Variables[variable.Id.Index], variable.Lower, variable.Upper);
        for (var i = 0; i < rows.Length; i++) NoteIfLarge("row", Rows[i], rows[i].Lower, rows[i].Upper);
    }

    /// <summary>Name of the model; null when it has none.</summary>
    public string? Model { get; }

    /// <summary>One a variable.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>One a row, then one an indicator; null for no name.</summary>
    public ImmutableArray<string?> Rows { get; }

    /// <summary>A name for the objective that no row has.</summary>
    public string Objective { get; }

    /// <summary>Texts of the comments that carry what the format cannot.</summary>
    public IEnumerable<string> Notes => _notes;

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

    // Readers take such limits for none, so the note says that they are meant.
    private static bool IsLarge(double? lower, double? upper) => lower <= -NumberText.Infinite || upper >= NumberText.Infinite;
}

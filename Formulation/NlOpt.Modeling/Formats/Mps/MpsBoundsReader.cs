namespace NlOpt.Modeling;

/// <summary>Reads the BOUNDS section of an MPS file.</summary>
internal sealed class MpsBoundsReader(FormatInput input, ModelDraft draft)
{
    private readonly HashSet<DraftVariable> _mentioned = [];

    /// <summary>Reads one line.</summary>
    /// <param name="fields">Type, set name (may be missing), column, and a number where the type asks for one.</param>
    /// <param name="checkSet">Told the set name.</param>
    public void Read(List<MpsField> fields, Action<MpsField> checkSet)
    {
        var type = fields[0].Text.ToUpperInvariant();
        switch (type)
        {
            case "FR" or "MI" or "PL" or "BV":
                // Either "FR set column" or "FR column 0": the field that names a column decides.
                var hasSet = fields.Count > 2 && (draft.Find(fields[2].Text) is not null || draft.Find(fields[1].Text) is null);
                SetWithoutNumber(type, FindColumn(fields, hasSet ? 2 : 1, checkSet));
                break;
            case "LO" or "UP" or "FX" or "LI" or "UI":
                var column = FindColumn(fields, fields.Count == 3 ? 1 : 2, checkSet);
                if (fields.Count is not (3 or 4)) throw input.Error("mps.syntax", $"a bound of type {type} has a set name, a column and a number", fields[0].At);
                SetNumber(type, column, MpsNumbers.ReadBound(input, fields[^1]), fields[^1].At);
                break;
            case "SC" or "SI":
                throw input.Error("mps.unsupported", "semi-continuous variables are not supported", fields[0].At);
            default:
                throw input.Error(
                    "mps.syntax",
                    $"{FormatInput.Quote(fields[0].Text)} is no type of bound",
                    fields[0].At,
                    "the types are LO, UP, FX, FR, MI, PL, BV, LI and UI");
        }
    }

    /// <summary>To be called after the last section: integer columns without any bound are 0 or 1, as all readers of MPS have it.</summary>
    public void Finish()
    {
        foreach (var variable in draft.Variables)
        {
            if (variable.Kind == VariableKind.Integer && !_mentioned.Contains(variable)) variable.Upper = 1;
        }
    }

    private DraftVariable FindColumn(List<MpsField> fields, int index, Action<MpsField> checkSet)
    {
        if (index >= fields.Count) throw input.Error("mps.syntax", "a bound has a type, a set name and a column", fields[0].At);
        checkSet(index == 2 ? fields[1] : new("", fields[0].At));
        var variable = draft.Find(fields[index].Text) ?? throw MpsNumbers.UnknownColumn(input, fields[index]);
        _mentioned.Add(variable);
        variable.At = fields[index].At;
        return variable;
    }

    private static void SetWithoutNumber(string type, DraftVariable variable)
    {
        if (type == "BV") (variable.Kind, variable.Lower, variable.Upper) = (VariableKind.Binary, 0, 1);
        if (type is "FR" or "MI") variable.Lower = null;
        if (type is "FR" or "PL") variable.Upper = null;
    }

    private void SetNumber(string type, DraftVariable variable, double number, TextPosition at)
    {
        if (type is "LI" or "UI" && variable.Kind != VariableKind.Binary) variable.Kind = VariableKind.Integer;
        var isLower = type is "LO" or "LI" or "FX";
        var isUpper = type is "UP" or "UI" or "FX";
        if (isLower && number == double.PositiveInfinity || isUpper && number == double.NegativeInfinity || type == "FX" && !double.IsFinite(number))
            throw input.Error("mps.number", "this infinity can never be met", at);
        if (isUpper && !isLower && number < 0 && variable.Lower == 0)
        {
            input.Warn(
                "mps.negative-upper", $"the upper bound of {FormatInput.Quote(variable.Name)} is negative and no lower bound is given: there is none, then", at);
            variable.Lower = null;
        }

        if (isLower) variable.Lower = double.IsFinite(number) ? number : null;
        if (isUpper) variable.Upper = double.IsFinite(number) ? number : null;
    }
}

using System.Text;

namespace NlOpt.Modeling;

/// <summary>Reads one JSON model. Properties may come in any order, so variables are looked up by name at the end.</summary>
internal sealed class JsonModelReader(FormatInput input)
{
    private const string ModelProperties = "format, version, name, variables, objective, rows, indicators";
    private const string VariableProperties = "name, kind, lower, upper";
    private const string ObjectiveProperties = "sense, coefficients, constant";
    private const string RowProperties = "name, coefficients, lower, upper";
    private const string IndicatorProperties = "name, binary, activeValue, coefficients, lower, upper";
    private readonly ModelDraft _draft = new(input);
    private readonly List<DraftRow> _indicators = [];
    private readonly List<(DraftExpression Expression, string Variable, double Coefficient, TextPosition At)> _terms = [];
    private readonly List<(DraftRow Row, string Variable, TextPosition At)> _binaries = [];

    /// <summary>The model of the file.</summary>
    /// <exception cref="MalformedInputException">The file is malformed.</exception>
    public Model Read()
    {
        var cursor = new JsonCursor(input, Encoding.UTF8.GetBytes(input.Text));
        cursor.EnterObject("a model");
        var seen = NewNames();
        while (cursor.TryReadName(seen, out var name))
        {
            switch (name)
            {
                case "format":
                    if (cursor.ReadString("format") != JsonFormat.Identifier) throw WrongFormat(cursor.At);
                    break;
                case "version":
                    if (cursor.ReadNumber("version") != JsonFormat.Version)
                        throw input.Error("json.version", $"this is not version {JsonFormat.Version} of the format, the only one known here", cursor.At);
                    break;
                case "name":
                    _draft.Name = cursor.ReadStringOrNull("the name");
                    break;
                case "variables":
                    cursor.EnterList("variables");
                    while (cursor.TryEnterItem("a variable")) ReadVariable(ref cursor);
                    break;
                case "objective":
                    ReadObjective(ref cursor);
                    break;
                case "rows":
                    cursor.EnterList("rows");
                    while (cursor.TryEnterItem("a row")) _draft.Rows.Add(ReadRow(ref cursor, isIndicator: false));
                    break;
                case "indicators":
                    cursor.EnterList("indicators");
                    while (cursor.TryEnterItem("an indicator")) _indicators.Add(ReadRow(ref cursor, isIndicator: true));
                    break;
                default:
                    throw cursor.UnknownProperty(name, ModelProperties);
            }
        }

        if (!seen.Contains("format")) throw WrongFormat(cursor.At);
        Require(seen, "a model", cursor.At, "version", "variables", "objective");
        cursor.ExpectEnd();
        Resolve();
        return _draft.Build();
    }

    private void ReadVariable(ref JsonCursor cursor)
    {
        var at = cursor.At;
        var (variable, kind) = ("", VariableKind.Continuous);
        double? lower = 0, upper = null;
        var seen = NewNames();
        while (cursor.TryReadName(seen, out var name))
        {
            switch (name)
            {
                case "name":
                    variable = cursor.ReadString("the name");
                    break;
                case "kind":
                    kind = cursor.ReadString("the kind") switch
                    {
                        "continuous" => VariableKind.Continuous,
                        "integer" => VariableKind.Integer,
                        "binary" => VariableKind.Binary,
                        var other => throw input.Error(
                            "json.value", $"{FormatInput.Quote(other)} is no kind of variable", cursor.At, "use continuous, integer or binary"),
                    };
                    break;
                case "lower":
                    lower = cursor.ReadNumberOrNull("the lower bound");
                    break;
                case "upper":
                    upper = cursor.ReadNumberOrNull("the upper bound");
                    break;
                default:
                    throw cursor.UnknownProperty(name, VariableProperties);
            }
        }

        Require(seen, "a variable", at, "name");
        if (_draft.Find(variable) is not null)
            throw input.Error("model.duplicate-name", $"there are two variables named {FormatInput.Quote(variable)}", at, "rename one");
        var draft = _draft.Mention(variable, at);
        (draft.Kind, draft.Lower, draft.Upper) = (kind, lower, upper);
    }

    private void ReadObjective(ref JsonCursor cursor)
    {
        cursor.EnterObject("the objective");
        var at = cursor.At;
        var seen = NewNames();
        while (cursor.TryReadName(seen, out var name))
        {
            switch (name)
            {
                case "sense":
                    _draft.Sense = cursor.ReadString("the sense") switch
                    {
                        "minimize" => ObjectiveSense.Minimize,
                        "maximize" => ObjectiveSense.Maximize,
                        var other => throw input.Error("json.value", $"{FormatInput.Quote(other)} is no sense", cursor.At, "use minimize or maximize"),
                    };
                    break;
                case "coefficients":
                    ReadCoefficients(ref cursor, _draft.Objective);
                    break;
                case "constant":
                    _draft.Objective.Constant = cursor.ReadNumber("the constant");
                    break;
                default:
                    throw cursor.UnknownProperty(name, ObjectiveProperties);
            }
        }

        Require(seen, "an objective", at, "sense", "coefficients");
    }

    private DraftRow ReadRow(ref JsonCursor cursor, bool isIndicator)
    {
        var row = new DraftRow(null, cursor.At);
        var seen = NewNames();
        while (cursor.TryReadName(seen, out var name))
        {
            switch (name)
            {
                case "name":
                    row.Name = cursor.ReadStringOrNull("the name");
                    break;
                case "coefficients":
                    ReadCoefficients(ref cursor, row.Expression);
                    break;
                case "lower":
                    row.Lower = cursor.ReadNumberOrNull("the lower limit");
                    break;
                case "upper":
                    row.Upper = cursor.ReadNumberOrNull("the upper limit");
                    break;
                case "binary" when isIndicator:
                    _binaries.Add((row, cursor.ReadString("the binary variable"), cursor.At));
                    break;
                case "activeValue" when isIndicator:
                    row.ActiveValue = cursor.ReadNumber("the active value") switch
                    {
                        0 => false,
                        1 => true,
                        _ => throw input.Error("json.value", "the active value is 0 or 1", cursor.At),
                    };
                    break;
                default:
                    throw cursor.UnknownProperty(name, isIndicator ? IndicatorProperties : RowProperties);
            }
        }

        Require(seen, isIndicator ? "an indicator" : "a row", row.At, isIndicator ? ["coefficients", "binary", "activeValue"] : ["coefficients"]);
        return row;
    }

    private void ReadCoefficients(ref JsonCursor cursor, DraftExpression expression)
    {
        cursor.EnterObject("coefficients");
        var seen = NewNames();
        while (cursor.TryReadName(seen, out var variable))
        {
            var at = cursor.At;
            _terms.Add((expression, variable, cursor.ReadNumber("a coefficient"), at));
        }
    }

    private void Resolve()
    {
        foreach (var (expression, name, coefficient, at) in _terms) expression.Terms.Add(new(new(Find(name, at).Index), coefficient));
        foreach (var (row, name, at) in _binaries) row.Binary = Find(name, at);
        _draft.Rows.AddRange(_indicators);
    }

    private DraftVariable Find(string name, TextPosition at) =>
        _draft.Find(name)
        ?? throw input.Error("json.unknown-variable", $"there is no variable {FormatInput.Quote(name)}", at, "declare it in variables");

    private void Require(HashSet<string> seen, string what, TextPosition at, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!seen.Contains(name)) throw input.Error("json.missing-property", $"{what} needs {FormatInput.Quote(name)}", at);
        }
    }

    private MalformedInputException WrongFormat(TextPosition at) =>
        input.Error("json.format", "this is JSON but not a model of NlOpt", at, $"a model has \"format\": \"{JsonFormat.Identifier}\"");

    private static HashSet<string> NewNames() => new(StringComparer.Ordinal);
}

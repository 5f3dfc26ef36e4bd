using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NlOpt.Modeling;

/// <summary>Writes one JSON model: one variable or row a line, so that differences between two files can be read.</summary>
internal static class JsonModelWriter
{
    // Names stay readable in any script; the file is data, never part of a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Model model)
    {
        var text = new StringBuilder("{\n");
        text.Append($"  \"format\": {Value(json => json.WriteStringValue(JsonFormat.Identifier))},\n");
        text.Append($"  \"version\": {Value(json => json.WriteNumberValue(JsonFormat.Version))},\n");
        text.Append($"  \"name\": {Value(json => json.WriteStringValue(model.Name))},\n");
        AppendList(text, "variables", model.Variables.Select(variable => Value(json => WriteVariable(json, variable))));
        text.Append($"  \"objective\": {Value(json => WriteObjective(json, model))},\n");
        AppendList(text, "rows", model.Rows.Select(row => Value(json => WriteRow(json, model, row))));
        AppendList(text, "indicators", model.Indicators.Select(indicator => Value(json => WriteIndicator(json, model, indicator))));
        text.Length -= ",\n".Length;
        return text.Append("\n}\n").ToString();
    }

    private static void AppendList(StringBuilder text, string name, IEnumerable<string> items)
    {
        var lines = string.Join(",\n    ", items);
        text.Append(lines.Length == 0 ? $"  \"{name}\": [],\n" : $"  \"{name}\": [\n    {lines}\n  ],\n");
    }

    private static string Value(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) write(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, checked((int)stream.Length));
    }

    private static void WriteVariable(Utf8JsonWriter json, Variable variable)
    {
        json.WriteStartObject();
        json.WriteString("name", variable.Name);
        json.WriteString("kind", variable.Kind switch
        {
            VariableKind.Integer => "integer",
            VariableKind.Binary => "binary",
            _ => "continuous",
        });
        WriteLimits(json, variable.Lower, variable.Upper);
        json.WriteEndObject();
    }

    private static void WriteObjective(Utf8JsonWriter json, Model model)
    {
        json.WriteStartObject();
        json.WriteString("sense", model.Objective.Sense == ObjectiveSense.Minimize ? "minimize" : "maximize");
        WriteCoefficients(json, model, model.Objective.Expression);
        WriteNumber(json, "constant", model.Objective.Expression.Constant);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, Model model, Row row)
    {
        json.WriteStartObject();
        json.WriteString("name", row.Name);
        WriteCoefficients(json, model, row.Expression);
        WriteLimits(json, row.Lower, row.Upper);
        json.WriteEndObject();
    }

    private static void WriteIndicator(Utf8JsonWriter json, Model model, Indicator indicator)
    {
        json.WriteStartObject();
        json.WriteString("name", indicator.Name);
        json.WriteString("binary", model.Variables[indicator.Binary.Index].Name);
        json.WriteNumber("activeValue", indicator.ActiveValue ? 1 : 0);
        WriteCoefficients(json, model, indicator.Expression);
        WriteLimits(json, indicator.Lower, indicator.Upper);
        json.WriteEndObject();
    }

    private static void WriteCoefficients(Utf8JsonWriter json, Model model, LinearExpression expression)
    {
        json.WriteStartObject("coefficients");
        foreach (var (variable, coefficient) in expression.Terms) json.WriteNumber(model.Variables[variable.Index].Name, coefficient);
        json.WriteEndObject();
    }

    private static void WriteLimits(Utf8JsonWriter json, double? lower, double? upper)
    {
        WriteNumber(json, "lower", lower);
        WriteNumber(json, "upper", upper);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number == 0 ? 0 : number); // never -0
        else json.WriteNull(name);
    }
}

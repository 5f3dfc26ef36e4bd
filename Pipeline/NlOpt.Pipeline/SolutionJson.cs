using System.Text.Json;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>The outcome of a model file as JSON, version 1: docs/reference/solution-json.md.</summary>
public static class SolutionJson
{
    /// <summary>Writes the outcome of a model as one object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The model.</param>
    /// <param name="result">Its outcome.</param>
    public static void Write(Utf8JsonWriter writer, Model model, SolveResult result)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(result);
        writer.WriteStartObject();
        writer.WriteNumber("version", 1);
        writer.WriteString("status", StatusOf(result.Termination));
        writer.WriteString("engine", result.Engine);
        if (result.Detail is { } detail) writer.WriteString("detail", detail);
        Number(writer, "objectiveValue", result.PrimalBound);
        Number(writer, "dualBound", result.DualBound);
        Number(writer, "relativeGap", result.RelativeGap);
        writer.WriteStartArray("variables");
        foreach (var variable in model.Variables)
        {
            writer.WriteStartObject();
            writer.WriteString("name", variable.Name);
            Number(writer, "value", result.Primal?[variable.Id]);
            Number(writer, "reducedCost", result.Dual?[variable.Id]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var row in model.Rows)
        {
            writer.WriteStartObject();
            writer.WriteString("name", row.Name);
            Number(writer, "activity", result.Primal is { } primal ? row.Expression.Evaluate(primal.Values) : null);
            Number(writer, "lower", row.Lower);
            Number(writer, "upper", row.Upper);
            Number(writer, "dualValue", result.Dual?[row.Id]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>The same words as in predictions.</summary>
    public static string StatusOf(TerminationReason termination) => JsonNamingPolicy.CamelCase.ConvertName(termination.ToString());

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }
}

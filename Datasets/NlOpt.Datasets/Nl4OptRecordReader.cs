using System.Collections.Immutable;
using System.Text.Json;
using NlOpt.Modeling;

namespace NlOpt.Datasets;

/// <summary>Turns one JSON line into a problem. Each failure says which property is wrong.</summary>
internal static class Nl4OptRecordReader
{
    /// <summary>More columns than any sensible problem has; keeps a malformed mapping from asking for gigabytes.</summary>
    private const int MaximumColumn = 9_999;

    public static Result<Nl4OptProblem> Read(string line, DiagnosticLocation location)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Result.Success(ReadProblem(json.RootElement));
        }
        catch (JsonException exception)
        {
            return Failure("data.json", $"the line is not valid JSON: {exception.Message}");
        }
        catch (ShapeException exception)
        {
            return Failure("data.shape", exception.Message);
        }
        catch (InvalidOperationException)
        {
            return Failure("data.shape", "a string of the line is not valid Unicode text");
        }

        Result<Nl4OptProblem> Failure(string code, string message) =>
            Result.Failure<Nl4OptProblem>(Diagnostic.Error(code, message, location, "see docs/reference/evaluation.md for the format"));
    }

    private static Nl4OptProblem ReadProblem(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new ShapeException("expected an object");
        string? id = null;
        if (!root.TryGetProperty("document", out _))
        {
            // The published files put each record under its id; the corrected copy is flat.
            var properties = root.EnumerateObject().ToList();
            if (properties.Count != 1 || properties[0].Value.ValueKind != JsonValueKind.Object)
                throw new ShapeException("expected an object with a 'document', or one such object under its id");
            (id, root) = (properties[0].Name, properties[0].Value);
        }

        id ??= root.TryGetProperty("doc_id", out _) ? Text(root, "doc_id") : Text(root, "id");
        var mentions = Member(root, "order_mapping", JsonValueKind.Object).EnumerateObject()
            .Select(property => new VariableMention(property.Name, Column(property)))
            .ToImmutableArray();
        if (mentions.IsEmpty) throw new ShapeException("'order_mapping' names no variable");
        return new Nl4OptProblem(
            id,
            Text(root, "document"),
            mentions,
            ReadObjective(Member(root, "obj_declaration", JsonValueKind.Object)),
            [.. Member(root, "const_declarations", JsonValueKind.Array).EnumerateArray().Select(ReadConstraint)],
            ReadSpans(root));
    }

    private static int Column(JsonProperty property) =>
        property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out var column) && column is >= 0 and <= MaximumColumn
            ? column
            : throw new ShapeException($"'order_mapping' needs a column number in [0, {MaximumColumn}] for '{property.Name}'");

    private static Nl4OptObjective ReadObjective(JsonElement json)
    {
        var direction = Text(json, "direction");
        var sense = Nl4OptObjective.SenseOf(direction)
            ?? throw new ShapeException($"the objective's direction '{direction}' says neither small nor large");
        var name = json.TryGetProperty("name", out _) ? Text(json, "name") : "";
        return Text(json, "type") switch
        {
            "objective" => new Nl4OptObjective.Weighted(direction, sense, name, Terms(json)),
            "objvar" => new Nl4OptObjective.Count(direction, sense, name, Strings(json, "vars")),
            var type => throw new ShapeException($"unknown type of objective '{type}', expected objective or objvar"),
        };
    }

    private static Nl4OptConstraint ReadConstraint(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new ShapeException("'const_declarations' holds something other than an object");
        var direction = Text(json, "direction");
        var comparison = Text(json, "operator") switch
        {
            "LESS_OR_EQUAL" => Nl4OptOperator.LessOrEqual,
            "GREATER_OR_EQUAL" => Nl4OptOperator.GreaterOrEqual,
            var other => throw new ShapeException($"unknown operator '{other}', expected LESS_OR_EQUAL or GREATER_OR_EQUAL"),
        };
        return Text(json, "type") switch
        {
            "linear" => new Nl4OptConstraint.Linear(direction, comparison, Terms(json), Text(json, "limit")),
            "sum" => new Nl4OptConstraint.Sum(direction, comparison, Text(json, "limit")),
            "lowerbound" => new Nl4OptConstraint.LowerBound(direction, comparison, Text(json, "var"), Text(json, "limit")),
            "upperbound" => new Nl4OptConstraint.UpperBound(direction, comparison, Text(json, "var"), Text(json, "limit")),
            "ratio" => new Nl4OptConstraint.Ratio(direction, comparison, Text(json, "var"), Text(json, "limit")),
            "xby" => new Nl4OptConstraint.Multiple(direction, comparison, Text(json, "x_var"), Text(json, "param"), Text(json, "y_var")),
            "xy" => new Nl4OptConstraint.Comparison(direction, comparison, Text(json, "x_var"), Text(json, "y_var")),
            var type => throw new ShapeException(
                $"unknown type of constraint '{type}', expected linear, sum, lowerbound, upperbound, ratio, xby or xy"),
        };
    }

    private static ImmutableArray<EntitySpan>? ReadSpans(JsonElement root)
    {
        if (!root.TryGetProperty("spans", out var spans) || spans.ValueKind == JsonValueKind.Null) return null;
        return [.. Member(root, "spans", JsonValueKind.Array).EnumerateArray().Select(ReadSpan).OrderBy(span => span.Start)];
    }

    private static EntitySpan ReadSpan(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && Offset(json, "start") is var start && Offset(json, "end") is var end && start < end
            ? new EntitySpan(start, end, Text(json, "label"))
            : throw new ShapeException("'spans' holds something other than {start, end, label} with start < end");

    private static int Offset(JsonElement json, string name) =>
        Member(json, name, JsonValueKind.Number).TryGetInt32(out var offset) && offset >= 0
            ? offset
            : throw new ShapeException($"'{name}' is not an offset into the document");

    private static ImmutableArray<Nl4OptTerm> Terms(JsonElement json) =>
    [
        .. Member(json, "terms", JsonValueKind.Object).EnumerateObject()
            .Select(property => new Nl4OptTerm(property.Name, Scalar(property.Value, property.Name))),
    ];

    private static ImmutableArray<string> Strings(JsonElement json, string name) =>
        [.. Member(json, name, JsonValueKind.Array).EnumerateArray().Select(element => Scalar(element, name))];

    private static string Text(JsonElement json, string name) => Scalar(Member(json, name, null), name);

    /// <summary>A string, or a number in its written form: some copies of the data write plain numbers without quotes.</summary>
    private static string Scalar(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => json.GetRawText(),
        var kind => throw new ShapeException($"'{name}' is {kind}, expected a string"),
    };

    private static JsonElement Member(JsonElement json, string name, JsonValueKind? kind)
    {
        if (!json.TryGetProperty(name, out var member)) throw new ShapeException($"'{name}' is missing");
        return kind is null || member.ValueKind == kind ? member : throw new ShapeException($"'{name}' is {member.ValueKind}, expected {kind}");
    }

    private sealed class ShapeException(string message) : Exception(message);
}

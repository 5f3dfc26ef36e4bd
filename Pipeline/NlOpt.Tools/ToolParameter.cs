using System.Text.Json;
using System.Text.Json.Nodes;

namespace NlOpt.Tools;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Schema">Its JSON schema.</param>
internal sealed record ToolParameter(string Name, bool IsRequired, JsonObject Schema)
{
    /// <summary>A text.</summary>
    public static ToolParameter Text(string name, string description, int longest) => new(
        name, true, new JsonObject { ["type"] = "string", ["description"] = description, ["minLength"] = 1, ["maxLength"] = longest });

    /// <summary>One of some words.</summary>
    public static ToolParameter Choice(string name, string description, bool isRequired, IEnumerable<string> words) => new(
        name,
        isRequired,
        new JsonObject { ["type"] = "string", ["description"] = description, ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) });

    /// <summary>A number above 0.</summary>
    public static ToolParameter Positive(string name, string description, double most) => new(
        name,
        false,
        new JsonObject { ["type"] = "number", ["description"] = description, ["exclusiveMinimum"] = 0, ["maximum"] = most });

    /// <summary>A list.</summary>
    public static ToolParameter List(string name, string description, bool isRequired, JsonObject items, int most) => new(
        name,
        isRequired,
        new JsonObject
        {
            ["type"] = "array",
            ["description"] = description,
            ["items"] = items,
            ["minItems"] = isRequired ? 1 : 0,
            ["maxItems"] = most,
        });

    /// <summary>The schema of an object with some parameters and no others.</summary>
    public static JsonElement SchemaOf(params IEnumerable<ToolParameter> parameters) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)parameter.Schema))),
        ["required"] = new JsonArray([.. parameters.Where(parameter => parameter.IsRequired).Select(parameter => (JsonNode)parameter.Name)]),
        ["additionalProperties"] = false,
    });
}

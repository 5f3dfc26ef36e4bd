using System.Collections.Immutable;
using System.Text.Json;

namespace NlOpt.Formulation;

/// <summary>
/// One value of a JSON document with its path. Everything asked of it either is there in the right type or ends in a
/// <see cref="JsonException"/> that carries the path and no line.
/// </summary>
internal sealed class JsonPart(JsonElement element, string path)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The version field where it is a whole number; null otherwise.</summary>
    public int? VersionOrNull() => IsObject && element.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number
        && version.TryGetInt32(out var number) ? number : null;

    /// <summary>Reads an object and refuses fields that nobody asked for.</summary>
    public T Object<T>(Func<JsonPart, T> read)
    {
        if (!IsObject) throw Wrong("must be an object");
        var value = read(this);
        foreach (var property in element.EnumerateObject())
            if (!_asked.Contains(property.Name)) throw Wrong($"has the unknown field '{property.Name}'");
        return value;
    }

    public JsonPart Field(string name) => FieldOrNull(name) ?? throw Wrong($"lacks the field '{name}'");

    public JsonPart? FieldOrNull(string name)
    {
        _asked.Add(name);
        return IsObject && element.TryGetProperty(name, out var value) ? new JsonPart(value, path.Length == 0 ? name : $"{path}.{name}") : null;
    }

    public ImmutableArray<T> List<T>(Func<JsonPart, T> read)
    {
        if (element.ValueKind != JsonValueKind.Array) throw Wrong("must be a list");
        return [.. element.EnumerateArray().Select((item, index) => read(new JsonPart(item, $"{path}[{index}]")))];
    }

    public string Text()
    {
        if (element.ValueKind != JsonValueKind.String) throw Wrong("must be a text");
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong("holds half of a character pair");
        }
    }

    public double Number() => element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && double.IsFinite(value)
        ? value
        : throw Wrong("must be a finite number");

    public int Whole() => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value)
        ? value
        : throw Wrong("must be a whole number");

    public bool Flag() => element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? element.GetBoolean()
        : throw Wrong("must be true or false");

    public TEnum Choice<TEnum>()
        where TEnum : struct, Enum
    {
        var text = Text();
        foreach (var value in Enum.GetValues<TEnum>())
            if (NameOf(value) == text) return value;
        throw Wrong($"must be one of {string.Join(", ", Enum.GetValues<TEnum>().Select(NameOf))}");
    }

    public JsonException Wrong(string what) =>
        new($"{(path.Length == 0 ? "the document" : path)} {what}", path.Length == 0 ? null : path, null, null);

    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private bool IsObject => element.ValueKind == JsonValueKind.Object;
}

using System.Collections.Immutable;
using System.Text.Json;

namespace NlOpt.Formulation;

/// <summary>
/// One value of a JSON document with its path, for formats that are read strictly. Everything asked of it either is there in the right type or
/// ends in a <see cref="JsonException"/> whose message begins with the path, which it carries too; it carries no line. The document is untrusted.
/// </summary>
/// <param name="element">The value; its document must stay open.</param>
/// <param name="path">Where it stands, for example <c>statements[2].limit</c>; empty for the whole document.</param>
public sealed class JsonPart(JsonElement element, string path)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The version field where it is a whole number; null otherwise.</summary>
    public int? VersionOrNull() => IsObject && element.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number
        && version.TryGetInt32(out var number) ? number : null;

    /// <summary>Reads an object and refuses fields that nobody asked for.</summary>
    /// <exception cref="JsonException">It is no object, or has an unknown field.</exception>
    public T Object<T>(Func<JsonPart, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!IsObject) throw Wrong("must be an object");
        var value = read(this);
        foreach (var property in element.EnumerateObject())
            if (!_asked.Contains(property.Name)) throw Wrong($"has the unknown field '{property.Name}'");
        return value;
    }

    /// <summary>A field of an object.</summary>
    /// <exception cref="JsonException">It lacks the field.</exception>
    public JsonPart Field(string name) => FieldOrNull(name) ?? throw Wrong($"lacks the field '{name}'");

    /// <summary>A field of an object; null where it is left out.</summary>
    public JsonPart? FieldOrNull(string name)
    {
        _asked.Add(name);
        return IsObject && element.TryGetProperty(name, out var value) ? new JsonPart(value, path.Length == 0 ? name : $"{path}.{name}") : null;
    }

    /// <summary>The items of a list, in order.</summary>
    /// <exception cref="JsonException">It is no list.</exception>
    public ImmutableArray<T> List<T>(Func<JsonPart, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (element.ValueKind != JsonValueKind.Array) throw Wrong("must be a list");
        return [.. element.EnumerateArray().Select((item, index) => read(new JsonPart(item, $"{path}[{index}]")))];
    }

    /// <summary>Whether it is null.</summary>
    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>A text.</summary>
    /// <exception cref="JsonException">It is none, or holds half of a character pair.</exception>
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

    /// <summary>A finite number.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public double Number() => element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && double.IsFinite(value)
        ? value
        : throw Wrong("must be a finite number");

    /// <summary>A whole number.</summary>
    /// <exception cref="JsonException">It is none, or too large.</exception>
    public int Whole() => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value)
        ? value
        : throw Wrong("must be a whole number");

    /// <summary>True or false.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public bool Flag() => element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? element.GetBoolean()
        : throw Wrong("must be true or false");

    /// <summary>One of the values of an enum, by <see cref="NameOf"/>.</summary>
    /// <exception cref="JsonException">It is none of them.</exception>
    public TEnum Choice<TEnum>()
        where TEnum : struct, Enum
    {
        var text = Text();
        foreach (var value in Enum.GetValues<TEnum>())
            if (NameOf(value) == text) return value;
        throw Wrong($"must be one of {string.Join(", ", Enum.GetValues<TEnum>().Select(NameOf))}");
    }

    /// <summary>The exception that says what is wrong here, for example <c>must be a text</c>.</summary>
    public JsonException Wrong(string what) =>
        new($"{(path.Length == 0 ? "the document" : path)} {what}", path.Length == 0 ? null : path, null, null);

    /// <summary>How a value of an enum is written: <c>weightedSum</c> for WeightedSum.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private bool IsObject => element.ValueKind == JsonValueKind.Object;
}

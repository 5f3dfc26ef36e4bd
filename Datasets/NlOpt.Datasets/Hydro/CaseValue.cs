using System.Text.Json;

namespace NlOpt.Datasets.Hydro;

/// <summary>
/// A value of a JSON case file with its path. What is asked of it either is there in the right type and range or ends in a
/// <see cref="MalformedCaseException"/> that names the path.
/// </summary>
internal sealed class CaseValue
{
    private const string Remedy = "docs/reference/hydro-cases.md describes the format";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonElement _element;

    private CaseValue(JsonElement element, string path) => (_element, Path) = (element, path);

    /// <summary>Where it lies, for example <c>gen.12.pmax</c>; empty for the whole document.</summary>
    public string Path { get; }

    public static T ReadDocument<T>(string text, Func<CaseValue, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return read(new CaseValue(document.RootElement, ""));
        }
        catch (JsonException exception)
        {
            throw new MalformedCaseException(
                "data.json", $"the file is not valid JSON: {exception.Message}", Remedy,
                (int?)exception.LineNumber + 1, (int?)exception.BytePositionInLine + 1);
        }
    }

    public CaseValue Field(string name) => FieldOrNull(name) ?? throw Wrong($"lacks the field '{name}'");

    public CaseValue? FieldOrNull(string name)
    {
        if (_element.ValueKind != JsonValueKind.Object) throw Wrong("must be an object");
        return _element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new CaseValue(value, Path.Length == 0 ? name : $"{Path}.{name}")
            : null;
    }

    /// <summary>The values of an object, whatever their names.</summary>
    public IEnumerable<CaseValue> Members()
    {
        if (_element.ValueKind != JsonValueKind.Object) throw Wrong("must be an object");
        return _element.EnumerateObject().Select(member => new CaseValue(member.Value, $"{Path}.{member.Name}"));
    }

    public IEnumerable<CaseValue> Items()
    {
        if (_element.ValueKind != JsonValueKind.Array) throw Wrong("must be a list");
        return _element.EnumerateArray().Select((item, index) => new CaseValue(item, $"{Path}[{index}]"));
    }

    /// <summary>Numbers of this size are no measurement any more, and engines cannot compute with their products.</summary>
    public const double LargestNumber = 1e12;

    /// <summary>A finite number in a range; numbers too small for full accuracy, left by an uninitialized writer, count as 0.</summary>
    public double Number(double lowest = -LargestNumber, double highest = LargestNumber)
    {
        if (_element.ValueKind != JsonValueKind.Number || !_element.TryGetDouble(out var value) || !double.IsFinite(value))
            throw Wrong("must be a finite number");
        if (double.IsSubnormal(value)) value = 0;
        if (value < lowest) throw Wrong(FormattableString.Invariant($"is {value} and must not be below {lowest}"), "data.range");
        if (value > highest) throw Wrong(FormattableString.Invariant($"is {value} and must not be above {highest}"), "data.range");
        return value;
    }

    public int Whole(int lowest, int highest = int.MaxValue)
    {
        if (_element.ValueKind != JsonValueKind.Number || !_element.TryGetInt32(out var value)) throw Wrong("must be a whole number");
        if (value > highest) throw Wrong(FormattableString.Invariant($"is {value} and must not be above {highest}"), "data.range");
        return value >= lowest ? value : throw Wrong(FormattableString.Invariant($"is {value} and must not be below {lowest}"), "data.range");
    }

    /// <summary>A text without blanks around it.</summary>
    public string Text()
    {
        try
        {
            if (_element.ValueKind == JsonValueKind.String && _element.GetString()!.Trim() is { Length: > 0 } text && !text.Any(char.IsControl))
                return text;
        }
        catch (InvalidOperationException)
        {
            throw Wrong("holds half of a character pair");
        }

        throw Wrong("must be a text, neither blank nor with control characters");
    }

    public bool IsTrue() =>
        _element.ValueKind is JsonValueKind.True or JsonValueKind.False ? _element.GetBoolean() : throw Wrong("must be true or false");

    public MalformedCaseException Wrong(string what, string code = "data.shape", string remedy = Remedy) =>
        new(code, $"{(Path.Length == 0 ? "the document" : Path)} {what}", remedy);
}

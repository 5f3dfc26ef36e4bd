using System.Text.Json;

namespace NlOpt.Modeling;

/// <summary>Walks through a JSON text token by token and knows line and column of each; every surprise is a diagnostic.</summary>
internal ref struct JsonCursor
{
    /// <summary>Deeper nesting than any model has.</summary>
    private const int MaximumDepth = 8;

    private readonly FormatInput _input;
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _reader;
    private int _counted;
    private int _line = 1;
    private int _column = 1;

    public JsonCursor(FormatInput input, ReadOnlySpan<byte> bytes)
    {
        _input = input;
        _bytes = bytes;
        _reader = new(bytes, new JsonReaderOptions { MaxDepth = MaximumDepth });
    }

    /// <summary>Where the current token stands.</summary>
    public TextPosition At => Locate(checked((int)_reader.TokenStartIndex));

    /// <summary>Steps to the next token, which must begin an object.</summary>
    public void EnterObject(string what) => Expect(JsonTokenType.StartObject, $"{what} as an object {{...}}");

    /// <summary>Steps to the next token, which must begin a list.</summary>
    public void EnterList(string what) => Expect(JsonTokenType.StartArray, $"{what} as a list [...]");

    /// <summary>Steps to the next item of a list, an object; false at the end of the list.</summary>
    public bool TryEnterItem(string what)
    {
        Step();
        return _reader.TokenType switch
        {
            JsonTokenType.EndArray => false,
            JsonTokenType.StartObject => true,
            _ => throw Unexpected($"{what} as an object {{...}}"),
        };
    }

    /// <summary>Steps to the next property of an object; false at the end of the object.</summary>
    /// <param name="seen">The names so far; a second property of the same name is an error.</param>
    /// <param name="name">The name.</param>
    public bool TryReadName(HashSet<string> seen, out string name)
    {
        Step();
        name = _reader.TokenType == JsonTokenType.PropertyName ? Text() : "";
        if (_reader.TokenType != JsonTokenType.PropertyName) return false;
        if (!seen.Add(name)) throw _input.Error("json.duplicate-property", $"{FormatInput.Quote(name)} is given twice", At);
        return true;
    }

    /// <summary>Steps to a string.</summary>
    public string ReadString(string what)
    {
        Expect(JsonTokenType.String, $"{what} as a string");
        return Text();
    }

    /// <summary>Steps to a string or null.</summary>
    public string? ReadStringOrNull(string what)
    {
        Step();
        if (_reader.TokenType == JsonTokenType.Null) return null;
        return _reader.TokenType == JsonTokenType.String ? Text() : throw Unexpected($"{what} as a string or null");
    }

    /// <summary>Steps to a finite number.</summary>
    public double ReadNumber(string what)
    {
        Expect(JsonTokenType.Number, $"{what} as a number");
        return Number();
    }

    /// <summary>Steps to a finite number or null.</summary>
    public double? ReadNumberOrNull(string what)
    {
        Step();
        if (_reader.TokenType == JsonTokenType.Null) return null;
        return _reader.TokenType == JsonTokenType.Number ? Number() : throw Unexpected($"{what} as a number or null");
    }

    /// <summary>The error that an object has a property it should not have.</summary>
    public MalformedInputException UnknownProperty(string name, string allowed) =>
        _input.Error("json.unknown-property", $"{FormatInput.Quote(name)} means nothing here", At, $"allowed: {allowed}");

    /// <summary>Makes sure that nothing follows.</summary>
    public void ExpectEnd()
    {
        if (TryStep()) throw Unexpected("the end of the file");
    }

    private void Expect(JsonTokenType type, string what)
    {
        Step();
        if (_reader.TokenType != type) throw Unexpected(what);
    }

    private void Step()
    {
        if (!TryStep()) throw _input.Error("json.syntax", "the file ends too early", Locate(_bytes.Length));
    }

    private bool TryStep()
    {
        try
        {
            return _reader.Read();
        }
        catch (JsonException bad)
        {
            var message = bad.Message;
            var tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            throw _input.Error("json.syntax", tail < 0 ? message : message[..tail].TrimEnd('.'), Locate(OffsetOf(bad)));
        }
    }

    private readonly int OffsetOf(JsonException bad)
    {
        var start = 0;
        for (var line = bad.LineNumber ?? 0; line > 0; line--)
        {
            var length = _bytes[start..].IndexOf((byte)'\n');
            if (length < 0) break;
            start += length + 1;
        }

        return (int)Math.Min(_bytes.Length, start + (bad.BytePositionInLine ?? 0));
    }

    private string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw _input.Error("format.encoding", "this string is not well-formed Unicode", At);
        }
    }

    private double Number() =>
        _reader.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw _input.Error("json.number", "this number is too large", At, "numbers go up to about 1.8e308");

    private MalformedInputException Unexpected(string expected)
    {
        var found = _reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.EndArray => "the end of a list",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.Null => "null",
            _ => _reader.TokenType.ToString(),
        };
        return _input.Error("json.syntax", $"expected {expected}, found {found}", At);
    }

    /// <summary>Line and column of an offset. Offsets only grow but for errors, so that counting goes on from the last one.</summary>
    private TextPosition Locate(int offset)
    {
        if (offset < _counted) (_counted, _line, _column) = (0, 1, 1);
        for (; _counted < offset; _counted++)
        {
            var unit = _bytes[_counted];
            if (unit == '\n') (_line, _column) = (_line + 1, 1);
            else if ((unit & 0xC0) != 0x80) _column += unit >= 0xF0 ? 2 : 1;
        }

        return new(_line, _column);
    }
}

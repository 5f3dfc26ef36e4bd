using System.Buffers.Binary;
using Google.Protobuf;

namespace NlOpt.Policies.Onnx;

/// <summary>
/// Reads from an ONNX file what ONNX Runtime does not give: the metadata before anything runs, and the constants that are parameters. All
/// other fields are skipped.
/// </summary>
internal sealed class OnnxModelReader
{
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly List<double> _parameters = [];
    private bool _hasGraph;

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>The parameters in the order of the file.</summary>
    public IReadOnlyList<double> Parameters => _parameters;

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">Its content; untrusted.</param>
    /// <param name="source">Its name for messages.</param>
    public static Result<OnnxModelReader> Read(byte[] bytes, string? source)
    {
        Result<OnnxModelReader> Refuse(string message) => Result.Failure<OnnxModelReader>(
            Diagnostic.Error("onnx.unreadable", message, new DiagnosticLocation(Source: source), "export the policy again"));
        var reader = new OnnxModelReader();
        try
        {
            reader.ReadModel(bytes);
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or FormatException)
        {
            return Refuse($"this is no ONNX model, or it is cut short: {error.Message}");
        }

        return reader._hasGraph ? Result.Success(reader) : Refuse("this is no ONNX model: it has no graph");
    }

    private void ReadModel(byte[] bytes)
    {
        const int Graph = 7, Metadata = 14;
        using var input = new CodedInputStream(bytes);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (Is(tag, Graph)) ReadGraph(input.ReadBytes());
            else if (Is(tag, Metadata)) ReadEntry(input.ReadBytes());
            else input.SkipLastField();
        }
    }

    private void ReadEntry(ByteString bytes)
    {
        using var input = bytes.CreateCodedInput();
        var (key, value) = ("", "");
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (Is(tag, 1)) key = input.ReadString();
            else if (Is(tag, 2)) value = input.ReadString();
            else input.SkipLastField();
        }

        _metadata[key] = value;
    }

    private void ReadGraph(ByteString bytes)
    {
        const int Initializer = 5;
        _hasGraph = true;
        using var input = bytes.CreateCodedInput();
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (Is(tag, Initializer)) ReadTensor(input.ReadBytes());
            else input.SkipLastField();
        }
    }

    private void ReadTensor(ByteString bytes)
    {
        const int Type = 2, Name = 8, Raw = 9;
        using var input = bytes.CreateCodedInput();
        var (name, type) = ("", 0);
        var raw = ByteString.Empty;
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (Is(tag, Name)) name = input.ReadString();
            else if (Is(tag, Raw)) raw = input.ReadBytes();
            else if (tag == WireFormat.MakeTag(Type, WireFormat.WireType.Varint)) type = input.ReadInt32();
            else input.SkipLastField();
        }

        if (!name.StartsWith(RuleGraph.ParameterPrefix, StringComparison.Ordinal)) return;
        var single = type == OnnxGraph.TypeOf(OnnxPrecision.Single);
        var width = single ? sizeof(float) : sizeof(double);
        if (!single && type != OnnxGraph.TypeOf(OnnxPrecision.Double) || raw.Length % width != 0)
            throw new FormatException($"the constant '{name}' does not consist of numbers of single or double precision");
        for (var at = 0; at < raw.Length; at += width)
        {
            var place = raw.Span.Slice(at, width);
            _parameters.Add(single ? BinaryPrimitives.ReadSingleLittleEndian(place) : BinaryPrimitives.ReadDoubleLittleEndian(place));
        }
    }

    private static bool Is(uint tag, int field) => tag == WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited);
}

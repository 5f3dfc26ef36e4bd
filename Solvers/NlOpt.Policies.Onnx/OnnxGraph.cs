using System.Buffers.Binary;

namespace NlOpt.Policies.Onnx;

/// <summary>
/// An ONNX graph of matrices being built, one row a sample; inputs and outputs have double precision. Field numbers are those of onnx.proto,
/// which stay the same in all versions of the format.
/// </summary>
internal sealed class OnnxGraph(string name)
{
    /// <summary>Operator set of the default domain: old enough for the runtimes of today, new enough for double precision.</summary>
    public const long OperatorSet = 17;

    /// <summary>Version of the file format that came with that operator set.</summary>
    public const long FileVersion = 8;

    private const string BatchDimension = "batch";

    private readonly ProtobufMessage _graph = new ProtobufMessage().Add(2, name);
    private int _values;

    /// <summary>Adds an input [batch x size].</summary>
    public string Input(string input, int size)
    {
        _graph.Add(11, ValueInfo(input, size));
        return input;
    }

    /// <summary>Makes a value an output [batch x size] under a name.</summary>
    public void Output(string output, string value, int size)
    {
        Node("Identity", output, [value]);
        _graph.Add(12, ValueInfo(output, size));
    }

    /// <summary>Adds a constant.</summary>
    public string Constant(string constant, OnnxPrecision precision, ReadOnlySpan<double> numbers, params ReadOnlySpan<int> dimensions)
    {
        var tensor = new ProtobufMessage();
        foreach (var dimension in dimensions) tensor.Add(1, dimension);
        tensor.Add(2, TypeOf(precision)).Add(8, constant).Add(9, LittleEndian(numbers, precision));
        _graph.Add(5, tensor);
        return constant;
    }

    /// <summary>Adds an operator with one output, whose name is given back.</summary>
    public string Apply(string operation, params ReadOnlySpan<string> inputs) => Node(operation, $"v{_values++}", inputs);

    /// <summary>Rounds or widens numbers.</summary>
    public string Cast(string input, OnnxPrecision precision) => Node("Cast", $"v{_values++}", [input], Attribute("to", TypeOf(precision)));

    /// <summary>Puts matrices side by side; one alone stays as it is.</summary>
    public string Concatenate(params ReadOnlySpan<string> inputs) =>
        inputs.Length == 1 ? inputs[0] : Node("Concat", $"v{_values++}", inputs, Attribute("axis", 1));

    /// <summary>The whole model.</summary>
    public byte[] ToModel(string version, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var model = new ProtobufMessage()
            .Add(1, FileVersion).Add(2, "NlOpt").Add(3, version).Add(5, 1).Add(7, _graph)
            .Add(8, new ProtobufMessage().Add(1, "").Add(2, OperatorSet));
        foreach (var (key, value) in metadata) model.Add(14, new ProtobufMessage().Add(1, key).Add(2, value));
        return model.ToArray();
    }

    private string Node(string operation, string output, ReadOnlySpan<string> inputs, ProtobufMessage? attribute = null)
    {
        var node = new ProtobufMessage();
        foreach (var input in inputs) node.Add(1, input);
        node.Add(2, output).Add(3, $"{operation}:{output}").Add(4, operation);
        if (attribute is not null) node.Add(5, attribute);
        _graph.Add(1, node);
        return output;
    }

    /// <summary>The number of a type in onnx.proto.</summary>
    public static int TypeOf(OnnxPrecision precision) => precision == OnnxPrecision.Single ? 1 : 11;

    private static ProtobufMessage Attribute(string name, long value)
    {
        const int IntegerAttribute = 2;
        return new ProtobufMessage().Add(1, name).Add(3, value).Add(20, IntegerAttribute);
    }

    private static ProtobufMessage ValueInfo(string value, int size)
    {
        var shape = new ProtobufMessage()
            .Add(1, new ProtobufMessage().Add(2, BatchDimension))
            .Add(1, new ProtobufMessage().Add(1, size));
        var tensor = new ProtobufMessage().Add(1, TypeOf(OnnxPrecision.Double)).Add(2, shape);
        return new ProtobufMessage().Add(1, value).Add(2, new ProtobufMessage().Add(1, tensor));
    }

    private static byte[] LittleEndian(ReadOnlySpan<double> numbers, OnnxPrecision precision)
    {
        var width = precision == OnnxPrecision.Single ? sizeof(float) : sizeof(double);
        var bytes = new byte[numbers.Length * width];
        for (var index = 0; index < numbers.Length; index++)
        {
            var place = bytes.AsSpan(index * width, width);
            if (precision == OnnxPrecision.Single) BinaryPrimitives.WriteSingleLittleEndian(place, (float)numbers[index]);
            else BinaryPrimitives.WriteDoubleLittleEndian(place, numbers[index]);
        }

        return bytes;
    }
}

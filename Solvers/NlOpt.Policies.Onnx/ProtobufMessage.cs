using System.Buffers;
using System.Text;
using Google.Protobuf;

namespace NlOpt.Policies.Onnx;

/// <summary>A Protocol Buffers message being written, field by field (https://protobuf.dev/programming-guides/encoding).</summary>
internal sealed class ProtobufMessage
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ProtobufMessage Add(int field, long number)
    {
        Tag(field, WireFormat.WireType.Varint);
        return Number((ulong)number);
    }

    public ProtobufMessage Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    public ProtobufMessage Add(int field, ProtobufMessage message) => Add(field, message._bytes.WrittenSpan);

    public ProtobufMessage Add(int field, ReadOnlySpan<byte> bytes)
    {
        Tag(field, WireFormat.WireType.LengthDelimited);
        Number((ulong)bytes.Length);
        _bytes.Write(bytes);
        return this;
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void Tag(int field, WireFormat.WireType type) => Number(WireFormat.MakeTag(field, type));

    private ProtobufMessage Number(ulong number)
    {
        const int Bits = 7, More = 1 << Bits;
        for (; number >= More; number >>= Bits) _bytes.Write([(byte)(number % More | More)]);
        _bytes.Write([(byte)number]);
        return this;
    }
}

using System.Runtime.InteropServices;

namespace NlOpt.Policies.Tsddr.Networks;

/// <summary>Numbers, all zero at first, that begin at a cache line and stay there, so that no vector straddles two lines.</summary>
internal sealed class AlignedMemory
{
    private const int CacheLine = 64;

    private readonly double[] _array;
    private readonly int _start;

    public AlignedMemory(int length)
    {
        const int Spare = CacheLine / sizeof(double);
        _array = GC.AllocateArray<double>(checked(length + Spare), pinned: true);
        var past = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0) % CacheLine);
        _start = past == 0 ? 0 : (CacheLine - past) / sizeof(double);
        Length = length;
    }

    public int Length { get; }

    public Span<double> Span => _array.AsSpan(_start, Length);

    public Span<double> Slice(int start, int length) => Span.Slice(start, length);
}

using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Decoding;

/// <summary>What a reading says, by fingerprints of 64 bits: readings that say the same are equal. A repeated row counts once.</summary>
internal readonly struct ReadingKey : IEquatable<ReadingKey>
{
    private const ulong Seed = 0x9e3779b97f4a7c15;
    private const ulong Count = 1;
    private const ulong Absent = 2;

    private readonly string _variables;
    private readonly ulong _objective;
    private readonly ulong[] _rows;
    private readonly int _hash;

    /// <summary>The key of a reading.</summary>
    /// <param name="variables">The signature of its variables.</param>
    /// <param name="objective">Coefficients of the objective by variable; null for a plain count.</param>
    /// <param name="rows">Its rows.</param>
    public ReadingKey(string variables, NumberContext?[]? objective, DecodedRow[] rows)
    {
        _variables = variables;
        _objective = Of(objective);
        _rows = Array.ConvertAll(rows, Of);
        Array.Sort(_rows);
        var distinct = 0;
        for (var index = 0; index < _rows.Length; index++)
            if (index == 0 || _rows[index] != _rows[distinct - 1]) _rows[distinct++] = _rows[index];
        Array.Resize(ref _rows, distinct);
        var hash = _objective;
        foreach (var row in _rows) hash = Mix(hash, row);
        _hash = unchecked((int)(hash ^ (hash >> 32)));
    }

    /// <inheritdoc/>
    public bool Equals(ReadingKey other) =>
        _hash == other._hash && _objective == other._objective && _variables == other._variables && _rows.AsSpan().SequenceEqual(other._rows);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ReadingKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    private static ulong Of(DecodedRow row)
    {
        // Each part goes through the mixer by itself: parts laid over one another would cancel out.
        var hash = Mix(Seed, (ulong)row.Kind);
        hash = Mix(hash, unchecked((uint)row.Variable | (ulong)(uint)row.Other << 32));
        hash = Mix(hash, row.IsAtLeast ? 1ul : 0ul);
        return Mix(Mix(hash, Of(row.Number)), Of(row.Terms));
    }

    private static ulong Of(NumberContext?[]? terms)
    {
        if (terms is null) return Count;
        var hash = Mix(Seed, (ulong)terms.Length);
        foreach (var term in terms) hash = Mix(hash, Of(term));
        return hash;
    }

    private static ulong Of(NumberContext? number) => number is null ? Absent : BitConverter.DoubleToUInt64Bits(number.Value);

    /// <summary>Mixes a further part into a fingerprint (the finish of murmur3).</summary>
    private static ulong Mix(ulong hash, ulong part)
    {
        unchecked
        {
            hash = (hash ^ part) * 0xff51afd7ed558ccd;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
            return hash ^ (hash >> 33);
        }
    }
}

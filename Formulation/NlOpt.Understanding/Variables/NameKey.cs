using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>A name as the stems of its words, symbols left out: "the Oak tables" and "oak table" have one key.</summary>
internal sealed class NameKey : IEquatable<NameKey>
{
    private readonly string _id;
    private readonly int _hash;

    public NameKey(params string[] stems)
    {
        Stems = stems;
        _id = stems.Length == 1 ? stems[0] : string.Join(' ', stems);
        _hash = unchecked((int)Hash.Of(_id));
    }

    /// <summary>The stems, at least one.</summary>
    public string[] Stems { get; }

    /// <summary>Number of stems.</summary>
    public int Length => Stems.Length;

    /// <summary>The key of a run of tokens; null when it holds no word or number.</summary>
    public static NameKey? Of(Token[] tokens, int first, int end)
    {
        var count = 0;
        for (var index = first; index < end; index++)
            if (tokens[index].IsAlphanumeric) count++;
        if (count == 0) return null;
        var stems = new string[count];
        for (var index = end - 1; index >= first; index--)
            if (tokens[index].IsAlphanumeric) stems[--count] = tokens[index].Stem;
        return new NameKey(stems);
    }

    /// <summary>True when every stem of this key is in the other.</summary>
    public bool IsWithin(NameKey other) => Array.TrueForAll(Stems, stem => Array.IndexOf(other.Stems, stem) >= 0);

    /// <summary>True when this is within the other and not the reverse.</summary>
    public bool IsStrictlyWithin(NameKey other) => IsWithin(other) && !other.IsWithin(this);

    /// <summary>True when some stem is in both.</summary>
    public bool Overlaps(NameKey other) => Array.Exists(Stems, stem => Array.IndexOf(other.Stems, stem) >= 0);

    /// <summary>True when this key ends with the stems of the other.</summary>
    public bool EndsWith(NameKey other) => Length >= other.Length && Stems.AsSpan(Length - other.Length).SequenceEqual(other.Stems);

    /// <summary>True when this key starts with the stems of the other.</summary>
    public bool StartsWith(NameKey other) => Length >= other.Length && Stems.AsSpan(0, other.Length).SequenceEqual(other.Stems);

    /// <summary>True for "site 1" and "site 2": equal but for a last stem that is a number or a letter.</summary>
    public bool DiffersInLabel(NameKey other) => Length > 1 && Length == other.Length && Stems[^1] != other.Stems[^1]
        && Stems.AsSpan(0, Length - 1).SequenceEqual(other.Stems.AsSpan(0, Length - 1)) && IsLabel(Stems[^1]) && IsLabel(other.Stems[^1]);

    private static bool IsLabel(string stem) => stem.Length == 1 || stem.All(char.IsAsciiDigit);

    public bool Equals(NameKey? other) => other is not null && _hash == other._hash && _id == other._id;

    public override bool Equals(object? obj) => Equals(obj as NameKey);

    public override int GetHashCode() => _hash;

    public override string ToString() => _id;
}

using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Learning;

/// <summary>
/// Collects the hashed binary features of one decision. A feature is a template number with up to a few parts; everything is integers, so
/// that reading makes no strings. Reused from decision to decision by <see cref="Clear"/>.
/// </summary>
internal sealed class FeatureList
{
    private uint[] _items = new uint[128];

    /// <summary>Number of features collected.</summary>
    public int Count { get; private set; }

    /// <summary>The features collected.</summary>
    public ReadOnlySpan<uint> Items => _items.AsSpan(0, Count);

    /// <summary>Mixed into every feature until changed: makes the same templates distinct for each kind of candidate.</summary>
    public uint Prefix { get; set; }

    /// <summary>Forgets the features and the prefix.</summary>
    public void Clear() => (Count, Prefix) = (0, 0);

    /// <summary>Begins with features that were collected before.</summary>
    public void Load(uint[] features)
    {
        Clear();
        if (_items.Length < features.Length) _items = new uint[features.Length * 2];
        features.CopyTo(_items, 0);
        Count = features.Length;
    }

    /// <summary>Adds the feature of a template without parts.</summary>
    public void Add(int template) => Push(Start(template));

    /// <summary>Adds a feature with one part.</summary>
    public void Add(int template, uint a) => Push(Hash.Mix(Start(template), a));

    /// <inheritdoc cref="Add(int, uint)"/>
    public void Add(int template, int a) => Add(template, unchecked((uint)a));

    /// <inheritdoc cref="Add(int, uint)"/>
    public void Add(int template, bool a) => Add(template, a ? 1u : 0u);

    /// <summary>Adds a feature with two parts.</summary>
    public void Add(int template, uint a, uint b) => Push(Hash.Mix(Hash.Mix(Start(template), a), b));

    /// <summary>Adds a feature with three parts.</summary>
    public void Add(int template, uint a, uint b, uint c) => Push(Hash.Mix(Hash.Mix(Hash.Mix(Start(template), a), b), c));

    /// <summary>Adds a feature with four parts.</summary>
    public void Add(int template, uint a, uint b, uint c, uint d) => Push(Hash.Mix(Hash.Mix(Hash.Mix(Hash.Mix(Start(template), a), b), c), d));

    /// <summary>A copy of the features, for training.</summary>
    public uint[] ToArray() => Items.ToArray();

    private uint Start(int template) => Hash.Mix(unchecked((uint)template * 0x9E3779B1u), Prefix);

    private void Push(uint feature)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count++] = feature;
    }
}

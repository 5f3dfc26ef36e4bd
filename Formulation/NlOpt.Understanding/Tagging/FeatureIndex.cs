using System.Runtime.InteropServices;

namespace NlOpt.Understanding.Tagging;

/// <summary>The features of a text by their numbers in a <see cref="FeatureIndex"/>, with its labels.</summary>
/// <param name="Rows">One array a token.</param>
/// <param name="Labels">One label a token.</param>
internal sealed record TaggedFeatures(int[][] Rows, int[] Labels);

/// <summary>Numbers features in the order of their first use, once for the many trainings that share them.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<uint, int> _rows = [];

    /// <summary>The features by number.</summary>
    public List<uint> Features { get; } = [];

    /// <summary>The numbers of the features of each token.</summary>
    public int[][] Add(uint[][] tokens) => Array.ConvertAll(tokens, features => Array.ConvertAll(features, Number));

    private int Number(uint feature)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, feature, out var exists);
        if (exists) return row;
        row = Features.Count;
        Features.Add(feature);
        return row;
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NlOpt.Modeling;

/// <summary>
/// A short name for what a model says. Models that are equal up to the names and order of variables and rows, the scaling of rows, bounds written
/// as rows, ranges written as two rows and repeated rows have the same fingerprint; numbers count with about nine digits. Different
/// fingerprints prove that models differ. Equal fingerprints mean equivalent models but for very regular ones (a color refinement with
/// one individualised variable cannot tell all graphs apart); where that matters ask <see cref="ModelEquivalence"/>.
/// </summary>
public static class ModelFingerprint
{
    // Models whose tied variables would cost more than this are told apart by plain refinement; the cost is the same for equal models.
    private const long MaximumWork = 2_000_000;
    private const long Version = 1;

    /// <summary>The fingerprint: 64 lower-case hexadecimal digits, the same on every machine.</summary>
    public static string Of(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var canonical = CanonicalForm.Of(model);
        var graph = new ModelGraph(canonical, Code);
        var colors = ColorRefinement.Refine(graph, graph.InitialColors, out _);
        colors = ColorRefinement.Refine(graph, SplitTies(graph, colors), out var rowColors);
        Array.Sort(colors);
        Array.Sort(rowColors);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Version);
        Append(hash, (long)canonical.Objective.Sense);
        Append(hash, Code(canonical.Objective.Expression.Constant));
        Append(hash, colors.Length);
        foreach (var color in colors) Append(hash, unchecked((long)color));
        Append(hash, rowColors.Length);
        foreach (var color in rowColors) Append(hash, unchecked((long)color));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// Gives each variable that shares its color a new one: what the whole model looks like once this variable is marked. So two triangles are told
    /// from one hexagon, which plain refinement cannot.
    /// </summary>
    private static ulong[] SplitTies(ModelGraph graph, ulong[] colors)
    {
        var sizes = colors.CountBy(color => color).ToDictionary();
        var tied = Enumerable.Range(0, colors.Length).Where(v => sizes[colors[v]] > 1).ToArray();
        if (tied.Length == 0 || (long)tied.Length * graph.Size > MaximumWork) return colors;
        var split = (ulong[])colors.Clone();
        foreach (var variable in tied)
        {
            var marked = (ulong[])colors.Clone();
            marked[variable] = ~marked[variable];
            split[variable] = Hash.Of(colors[variable], Hash.OfBag(ColorRefinement.Refine(graph, marked, out _)));
        }

        return split;
    }

    private static long Code(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(Rounding.Round(Math.Abs(value)));
        return value < 0 ? -bits : bits;
    }

    private static void Append(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }
}

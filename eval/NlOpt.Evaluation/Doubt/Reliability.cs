using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>Whether confidences are what they say: of predictions at .8, four in five should be right.</summary>
/// <param name="Count">Number of predictions.</param>
/// <param name="ErrorByCount">Expected calibration error over ten bins of equal counts, in [0, 1]; null without predictions.</param>
/// <param name="ErrorByWidth">The same over ten bins of equal width.</param>
/// <param name="EqualCount">The bins of equal counts, by rising confidence.</param>
/// <param name="EqualWidth">The bins of equal width, empty ones left out.</param>
public sealed record Reliability(
    int Count, double? ErrorByCount, double? ErrorByWidth, ImmutableArray<ReliabilityBin> EqualCount, ImmutableArray<ReliabilityBin> EqualWidth)
{
    private const int Bins = 10;

    /// <summary>Measures.</summary>
    /// <param name="predictions">Confidences in [0, 1] and whether they were right.</param>
    public static Reliability Of(IEnumerable<(double Confidence, bool IsRight)> predictions)
    {
        var sorted = predictions.OrderBy(prediction => prediction.Confidence).ToList();
        ImmutableArray<ReliabilityBin> byCount =
        [
            .. Enumerable.Range(0, Bins).Select(bin => sorted[(bin * sorted.Count / Bins)..((bin + 1) * sorted.Count / Bins)])
                .Where(bin => bin.Count > 0).Select(bin => Bin(bin[0].Confidence, bin[^1].Confidence, bin)),
        ];
        ImmutableArray<ReliabilityBin> byWidth =
        [
            .. sorted.GroupBy(prediction => Math.Min(Bins - 1, (int)(prediction.Confidence * Bins)))
                .Select(group => Bin((double)group.Key / Bins, (double)(group.Key + 1) / Bins, [.. group])),
        ];
        return new(sorted.Count, Error(byCount, sorted.Count), Error(byWidth, sorted.Count), byCount, byWidth);
    }

    private static ReliabilityBin Bin(double from, double to, List<(double Confidence, bool IsRight)> bin) =>
        new(from, to, bin.Count, bin.Average(prediction => prediction.Confidence), bin.Average(prediction => prediction.IsRight ? 1.0 : 0));

    private static double? Error(ImmutableArray<ReliabilityBin> bins, int count) =>
        count == 0 ? null : bins.Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Accuracy)) / count;
}

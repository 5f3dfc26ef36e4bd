using NlOpt.Understanding.Learning;

namespace NlOpt.Understanding.Decoding;

/// <summary>Turns the raw confidence of a reading into the share of such readings that were right on unseen texts.</summary>
/// <param name="Scores">Raw confidences, ascending.</param>
/// <param name="Shares">Share of right readings at each, not descending.</param>
internal sealed record Calibration(double[] Scores, double[] Shares)
{
    private const int MostSteps = 64;

    /// <summary>Fits to readings of unseen texts.</summary>
    public static Calibration Fit(IEnumerable<(double Confidence, bool IsRight)> readings)
    {
        var sorted = readings.OrderBy(reading => reading.Confidence).ToList();
        if (sorted.Count == 0) return new Calibration([0, 1], [0, 1]);
        var fitted = IsotonicRegression.Fit([.. sorted.Select(reading => reading.IsRight ? 1.0 : 0.0)]);
        var steps = Enumerable.Range(0, MostSteps + 1).Select(step => step * (sorted.Count - 1) / MostSteps).Distinct().ToList();
        return new Calibration([.. steps.Select(step => sorted[step].Confidence)], [.. steps.Select(step => fitted[step])]);
    }

    /// <summary>The share at a confidence, between the fitted points by line.</summary>
    public double Apply(double confidence)
    {
        var above = Array.FindIndex(Scores, score => score >= confidence);
        if (above < 0) return Shares[^1];
        if (above == 0 || Scores[above] <= Scores[above - 1]) return Shares[above];
        var part = (confidence - Scores[above - 1]) / (Scores[above] - Scores[above - 1]);
        return Shares[above - 1] + part * (Shares[above] - Shares[above - 1]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Scores.Length);
        foreach (var score in Scores) writer.Write(score);
        foreach (var share in Shares) writer.Write(share);
    }

    public static Calibration Read(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        if (count is < 1 or > 1000) throw new InvalidDataException("the reader weights are damaged");
        var values = new double[2 * count];
        for (var index = 0; index < values.Length; index++) values[index] = reader.ReadDouble();
        return new Calibration(values[..count], values[count..]);
    }
}

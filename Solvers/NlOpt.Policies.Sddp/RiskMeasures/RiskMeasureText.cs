using System.Globalization;

namespace NlOpt.Policies.Sddp.RiskMeasures;

/// <summary>Reads risk measures as <see cref="IRiskMeasure.Name"/> writes them.</summary>
public static class RiskMeasureText
{
    private const string Forms = "write expectation, worst-case, avar(0.1), or a sum of weights that add up to 1 such as '0.5 expectation + 0.5 avar(0.1)'";

    /// <summary>Reads a risk measure.</summary>
    /// <param name="text">Its name with all parameters; untrusted.</param>
    /// <returns>The measure, or <c>sddp.risk-measure</c>.</returns>
    public static Result<IRiskMeasure> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Measure(text.Trim()) is { } single) return Result.Success(single);
        var parts = ImmutableArray.CreateBuilder<(double Weight, IRiskMeasure Measure)>();
        foreach (var part in text.Split('+'))
        {
            var words = part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 2 || !TryRead(words[0], out var weight) || Measure(words[1]) is not { } measure) return Refuse(text);
            parts.Add((weight, measure));
        }

        try
        {
            return Result.Success<IRiskMeasure>(new ConvexCombination(parts.ToImmutable()));
        }
        catch (ArgumentException)
        {
            return Refuse(text);
        }
    }

    private static IRiskMeasure? Measure(string name) => name switch
    {
        "expectation" => new Expectation(),
        "worst-case" => new WorstCase(),
        _ when name.StartsWith("avar(", StringComparison.Ordinal) && name.EndsWith(')') && TryRead(name[5..^1], out var tail) && tail <= 1 => new AverageValueAtRisk(tail),
        _ => null,
    };

    private static bool TryRead(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number) && number > 0;

    private static Result<IRiskMeasure> Refuse(string text) =>
        Result.Failure<IRiskMeasure>(Diagnostic.Error("sddp.risk-measure", $"'{text}' is no risk measure", remedy: Forms));
}

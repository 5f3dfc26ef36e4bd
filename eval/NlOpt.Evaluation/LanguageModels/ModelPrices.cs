using System.Globalization;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>What a million tokens costs, in whatever currency.</summary>
/// <param name="Input">A million tokens sent; at least 0.</param>
/// <param name="Output">A million tokens received; at least 0.</param>
public readonly record struct ModelPrices(double Input, double Output)
{
    private const double Million = 1e6;

    /// <summary>Reads two prices with a comma between them, for example <c>0.15,0.60</c>.</summary>
    /// <returns>The prices; or the error <c>eval.prices</c>.</returns>
    public static Result<ModelPrices> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(',');
        return parts.Length == 2 && Price(parts[0]) is { } input && Price(parts[1]) is { } output
            ? Result.Success(new ModelPrices(input, output))
            : Result.Failure<ModelPrices>(Diagnostic.Error(
                "eval.prices", $"'{text}' are no prices", remedy: "give what a million tokens sent and received cost, for example 0.15,0.60"));

        static double? Price(string part) =>
            double.TryParse(part.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && double.IsFinite(price)
                ? price : null;
    }

    /// <summary>The cost of tokens.</summary>
    public double Of(long input, long output) => ((input * Input) + (output * Output)) / Million;
}

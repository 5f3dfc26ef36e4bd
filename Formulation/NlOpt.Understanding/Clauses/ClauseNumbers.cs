using NlOpt.Formulation;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Numbers of clauses before they have their words: the span holds tokens, first and end, until the assembly puts the characters in.
/// </summary>
internal static class ClauseNumbers
{
    /// <summary>A number of the text.</summary>
    public static SourcedNumber Of(Quantity quantity) => new(quantity.Value, new Evidence(quantity.First, quantity.End));

    /// <summary>The word "one" or "single" at a token.</summary>
    public static SourcedNumber One(int token) => new(1, new Evidence(token, token + 1));

    /// <summary>A number that no word says.</summary>
    public static SourcedNumber Implied(double value) => new(value);
}

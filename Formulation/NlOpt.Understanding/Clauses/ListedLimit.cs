using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>A limit whose target the form of a list tells: "at most 40 tables, 50 desks and 60 stools".</summary>
/// <param name="Number">The limit.</param>
/// <param name="Target">One variable, or all together.</param>
/// <param name="IsAtLeast">The direction.</param>
internal sealed record ListedLimit(Quantity Number, LimitTarget Target, bool IsAtLeast)
{
    /// <summary>How far it moves the decisions about its number, in [0, 1]: hardly anything else can be meant.</summary>
    public const double Trust = 0.95;
}

using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>How often rows of a gold type were read as a type.</summary>
/// <param name="Types">The pair; see <see cref="TypePair"/>.</param>
/// <param name="Count">How often.</param>
public sealed record TypeConfusion(TypePair Types, int Count)
{
    /// <summary>Counts pairs, ordered by gold type, then predicted type; missing and spurious last.</summary>
    internal static ImmutableArray<TypeConfusion> Of(IEnumerable<ProblemResult> results) =>
    [
        .. results.SelectMany(result => result.Types)
            .GroupBy(pair => pair)
            .Select(group => new TypeConfusion(group.Key, group.Count()))
            .OrderBy(confusion => confusion.Types.Gold is null).ThenBy(confusion => confusion.Types.Gold, StringComparer.Ordinal)
            .ThenBy(confusion => confusion.Types.Predicted is null).ThenBy(confusion => confusion.Types.Predicted, StringComparer.Ordinal),
    ];
}

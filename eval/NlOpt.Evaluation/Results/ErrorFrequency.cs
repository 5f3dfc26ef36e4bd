using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>How often a kind of error occurs.</summary>
/// <param name="Label">The kind, see <see cref="ErrorFinding.Label"/>.</param>
/// <param name="MainErrors">In how many problems it is the earliest error, and so likely the cause of the others.</param>
/// <param name="Problems">In how many problems it occurs at all.</param>
public sealed record ErrorFrequency(string Label, int MainErrors, int Problems)
{
    /// <summary>Counts errors: the most frequent main errors first, then by problems, then by label.</summary>
    internal static ImmutableArray<ErrorFrequency> Of(IReadOnlyCollection<ProblemResult> results) =>
    [
        .. results.SelectMany(result => result.Errors.Select(error => error.Label).Distinct())
            .GroupBy(label => label, StringComparer.Ordinal)
            .Select(group => new ErrorFrequency(group.Key, results.Count(result => result.MainError?.Label == group.Key), group.Count()))
            .OrderByDescending(frequency => frequency.MainErrors)
            .ThenByDescending(frequency => frequency.Problems)
            .ThenBy(frequency => frequency.Label, StringComparer.Ordinal),
    ];
}

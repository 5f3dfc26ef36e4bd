using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Datasets;

/// <summary>The gold objective declaration.</summary>
/// <param name="Direction">The words that say small or large, as labelled.</param>
/// <param name="Sense">What those words mean.</param>
/// <param name="Name">Name of the amount, as labelled.</param>
public abstract record Nl4OptObjective(string Direction, ObjectiveSense Sense, string Name)
{
    /// <summary>Type <c>objective</c>: a weighted sum.</summary>
    /// <param name="Direction">The words that say small or large, as labelled.</param>
    /// <param name="Sense">What those words mean.</param>
    /// <param name="Name">Name of the amount, as labelled.</param>
    /// <param name="Terms">The terms in the order of the file; usually one a variable.</param>
    public sealed record Weighted(string Direction, ObjectiveSense Sense, string Name, ImmutableArray<Nl4OptTerm> Terms)
        : Nl4OptObjective(Direction, Sense, Name);

    /// <summary>Type <c>objvar</c>: a plain sum, every coefficient 1.</summary>
    /// <param name="Direction">The words that say small or large, as labelled.</param>
    /// <param name="Sense">What those words mean.</param>
    /// <param name="Name">Name of the amount, as labelled.</param>
    /// <param name="Mentions">The summed variables in the order of the file.</param>
    public sealed record Count(string Direction, ObjectiveSense Sense, string Name, ImmutableArray<string> Mentions)
        : Nl4OptObjective(Direction, Sense, Name);

    /// <summary>What a direction word means.</summary>
    /// <returns>The sense; null when the words say neither or both.</returns>
    public static ObjectiveSense? SenseOf(string direction)
    {
        ArgumentNullException.ThrowIfNull(direction);
        var small = SmallWords.Any(word => direction.Contains(word, StringComparison.OrdinalIgnoreCase));
        var large = LargeWords.Any(word => direction.Contains(word, StringComparison.OrdinalIgnoreCase));
        return small == large ? null : small ? ObjectiveSense.Minimize : ObjectiveSense.Maximize;
    }

    private static readonly ImmutableArray<string> SmallWords =
        ["minim", "least", "low", "reduc", "decreas", "less", "few", "small", "short", "cheap"];

    private static readonly ImmutableArray<string> LargeWords = ["maxim", "most", "high", "increas", "more", "large", "great", "best", "long"];
}

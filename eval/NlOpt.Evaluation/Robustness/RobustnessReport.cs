using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>A text on which a system broke or took too long.</summary>
/// <param name="Name">Its name, by which it can be made again.</param>
/// <param name="What">The exception, or how long it took.</param>
public readonly record struct RobustnessFailure(string Name, string What);

/// <summary>What a system did with texts of any kind.</summary>
/// <param name="Planned">Texts that were to be put to it; more than were, where the run was stopped.</param>
/// <param name="Read">Texts it read.</param>
/// <param name="Declined">Texts it declined with a reason.</param>
/// <param name="Crashes">Texts on which it threw or contradicted itself.</param>
/// <param name="Slow">Texts that took longer than allowed.</param>
/// <param name="Timing">Times of all readings.</param>
public sealed record RobustnessReport(
    int Planned, int Read, int Declined, ImmutableArray<RobustnessFailure> Crashes, ImmutableArray<RobustnessFailure> Slow, Timing Timing)
{
    /// <summary>Texts that were put to it.</summary>
    public int Measured => Read + Declined + Crashes.Length;

    /// <summary>Whether nothing broke and nothing took too long.</summary>
    public bool IsSound => Crashes.IsEmpty && Slow.IsEmpty;
}

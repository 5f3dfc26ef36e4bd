using System.Collections.Immutable;

namespace NlOpt.Agents.Checking;

/// <summary>How a rule of a formulation differs from what the readings say in its place.</summary>
internal enum RuleDifference
{
    /// <summary>The readings say it, the formulation says nothing like it.</summary>
    Missing,

    /// <summary>The formulation says it, the readings say nothing like it.</summary>
    Unsupported,

    /// <summary>At most instead of at least, or the reverse.</summary>
    Direction,

    /// <summary>Another limit of the same amounts.</summary>
    Limit,

    /// <summary>Other amounts of the same variables.</summary>
    Coefficients,
}

/// <summary>A rule of the formulation beside what the readings say instead.</summary>
/// <param name="Difference">How they differ.</param>
/// <param name="Given">The rule of the formulation; null where it is missing.</param>
/// <param name="Read">What the readings say; null where they say nothing like it.</param>
/// <param name="Suspicion">How likely the readings hold the formulation for wrong here, in [0, 1].</param>
internal sealed record RulePair(RuleDifference Difference, RowSide? Given, WeighedSide? Read, double Suspicion)
{
    private const double Supported = 0.5;

    /// <summary>Pairs the rules that the readings do not hold with those that they hold instead, the likeliest first.</summary>
    public static ImmutableArray<RulePair> Of(CheckedFormulation subject)
    {
        var given = subject.Sides.Select(side => (Side: side, Share: subject.Guided.ShareOf(side))).Where(item => item.Share < Supported)
            .OrderBy(item => item.Share).ToList();
        var pairs = ImmutableArray.CreateBuilder<RulePair>();
        foreach (var read in subject.Guided.Sides.Where(side => !subject.Says(side.Side)).OrderByDescending(side => side.Share))
        {
            var (difference, at) = Partner(given, read);
            if (at < 0)
            {
                pairs.Add(new RulePair(RuleDifference.Missing, null, read, read.Share));
                continue;
            }

            pairs.Add(new RulePair(difference, given[at].Side, read, read.Share * (1 - given[at].Share)));
            given.RemoveAt(at);
        }

        pairs.AddRange(given.Select(item => new RulePair(RuleDifference.Unsupported, item.Side, null, 1 - item.Share)));
        return pairs.ToImmutable();
    }

    private static (RuleDifference Difference, int At) Partner(List<(RowSide Side, double Share)> given, WeighedSide read)
    {
        ReadOnlySpan<(RuleDifference Difference, Predicate<RowSide> Fits)> tries =
        [
            (RuleDifference.Direction, read.Side.IsOppositeOf),
            (RuleDifference.Limit, read.Side.HasTermsOf),
            (RuleDifference.Coefficients, read.Side.HasColumnsOf),
        ];
        foreach (var (difference, fits) in tries)
        {
            var at = given.FindIndex(item => item.Share < read.Share && fits(item.Side));
            if (at >= 0) return (difference, at);
        }

        return (RuleDifference.Missing, -1);
    }
}

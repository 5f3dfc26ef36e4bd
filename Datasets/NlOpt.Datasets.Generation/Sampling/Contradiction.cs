using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Sampling;

/// <summary>Turns a problem into one that most likely allows no plan: one limit moves to the wrong side of the others.</summary>
internal static class Contradiction
{
    /// <summary>The problem with one limit moved; the problem itself where it has no limit to move.</summary>
    public static SampledProblem In(SampledProblem problem, RandomNumbers random, NumberDraw numbers)
    {
        var movable = problem.Sayings.Select((saying, index) => (Saying: Moved(saying, random, numbers), index)).Where(pair => pair.Saying is not null).ToList();
        if (movable.Count == 0) return problem;
        var (moved, place) = random.Pick(movable);
        return problem with { Sayings = problem.Sayings.SetItem(place, moved!) };
    }

    private static Saying? Moved(Saying saying, RandomNumbers random, NumberDraw numbers) => saying switch
    {
        RowSaying row when Moved(row.Limit, random, numbers) is { } limit => row with { Limit = limit },
        SumSaying sum when Moved(sum.Limit, random, numbers) is { } limit => sum with { Limit = limit },
        BoundSaying { Limits: [var single] } bound when Moved(single, random, numbers) is { } limit => bound with { Limits = [limit] },
        _ => null,
    };

    private static SampledLimit? Moved(SampledLimit limit, RandomNumbers random, NumberDraw numbers)
    {
        var factor = random.Between(3.0, 6.0);
        var unit = limit.Number.In?.Factor ?? 1;
        var value = limit.Direction switch
        {
            LimitDirection.AtMost => Math.Floor(limit.Number.Value / unit / factor),
            LimitDirection.AtLeast => Math.Ceiling(limit.Number.Value / unit * factor),
            _ => 0,
        };
        return value > 0 ? limit with { Number = numbers.Number(NumberDraw.Clean(value * unit), limit.Number.In) } : null;
    }
}

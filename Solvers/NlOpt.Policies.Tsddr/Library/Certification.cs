using NlOpt.Policies.Tsddr.Gradients;

namespace NlOpt.Policies.Tsddr.Library;

/// <summary>What a certification found.</summary>
/// <param name="Points">Points looked at.</param>
/// <param name="Missing">Points at which the library was too low; the vertices active there have been added.</param>
/// <param name="MeanGap">Mean of exact cost less library cost over the points solved that the library knew a cost for; 0 when there was none.</param>
/// <param name="Failures">Points whose exact solve failed.</param>
internal readonly record struct CertificationOutcome(int Points, int Missing, double MeanGap, int Failures);

/// <summary>
/// Compares a library with exact solves at points of the policy in training, and adds the vertices that are missing. Points are dealt to a
/// fixed number of lanes, each with its own engine; <see cref="Restart"/> makes the engines forget, so that what is found after it depends
/// on nothing before.
/// </summary>
internal sealed class Certification(TargetStages stages, LibraryStageCosts library, ISolver solver, int threads) : IDisposable
{
    private const int Lanes = 4;

    private readonly IStageCostSession?[] _lanes = new IStageCostSession?[Lanes];
    private readonly ExactStageCosts _exact = new(stages, solver);

    /// <summary>Makes the engines forget what they solved.</summary>
    public void Restart()
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            _lanes[lane]?.Dispose();
            _lanes[lane] = null;
        }
    }

    /// <summary>Certifies randomly chosen points of the last evaluation.</summary>
    /// <param name="engine">The engine that made it.</param>
    /// <param name="scenarios">Its number of scenarios.</param>
    /// <param name="stageCount">Its number of stages.</param>
    /// <param name="count">How many points.</param>
    /// <param name="random">Chooses them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public CertificationOutcome Certify(
        StrictGradientEngine engine, int scenarios, int stageCount, int count, RandomNumbers random, CancellationToken cancellationToken)
    {
        var points = new (StrictCosts Costs, int Sample, int Stage)[count];
        for (var index = 0; index < count; index++)
        {
            var (known, sample) = engine.Locate(random.NextIndex(scenarios));
            points[index] = (known, sample, random.NextIndex(stageCount));
        }

        var outcome = Certify(points, cancellationToken);

        // Kinds of stages that chance passed over have no cost at all before one of their points is solved; stage k is of kind k.
        var passedOver = Enumerable.Range(0, Math.Min(stages.Count, stageCount)).Where(kind => library.OfKind(kind).Count == 0).ToArray();
        if (passedOver.Length == 0) return outcome;
        var (costs, first) = engine.Locate(0);
        var rest = Certify([.. passedOver.Select(stage => (costs, first, stage))], cancellationToken);
        return outcome with
        {
            Points = outcome.Points + rest.Points,
            Missing = outcome.Missing + rest.Missing,
            Failures = outcome.Failures + rest.Failures,
        };
    }

    private CertificationOutcome Certify((StrictCosts Costs, int Sample, int Stage)[] points, CancellationToken cancellationToken)
    {
        var size = stages.LargestParameterCount;
        var costs = new double[points.Length];
        var gradients = new double[points.Length * size];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, Lanes, options, lane =>
        {
            var session = _lanes[lane] ??= _exact.Open();
            for (var index = lane; index < points.Length; index += Lanes)
            {
                var rows = stages.At(points[index].Stage).ParametricRows.Length;
                session.Evaluate(
                    points[index].Stage, Point(points[index]), costs.AsSpan(index, 1), gradients.AsSpan(index * size, rows), cancellationToken);
            }
        });
        return Add(points, costs, gradients);
    }

    private CertificationOutcome Add((StrictCosts Costs, int Sample, int Stage)[] points, double[] costs, double[] gradients)
    {
        var (missing, failures, compared, gap) = (0, 0, 0, 0.0);
        var size = stages.LargestParameterCount;
        for (var index = 0; index < points.Length; index++)
        {
            if (double.IsNaN(costs[index]))
            {
                failures++;
                continue;
            }

            // The library of before this certification is what the last evaluation used; a vertex found a moment ago is not missing again.
            var known = points[index].Costs.StageCost(points[index].Stage, points[index].Sample);
            if (!double.IsNaN(known))
            {
                gap += Math.Max(0, costs[index] - known);
                compared++;
            }

            var rows = stages.At(points[index].Stage).ParametricRows.Length;
            if (library.Learn(points[index].Stage, Point(points[index]), costs[index], gradients.AsSpan(index * size, rows))) missing++;
        }

        return new CertificationOutcome(points.Length, missing, compared == 0 ? 0 : gap / compared, failures);
    }

    public void Dispose() => Restart();

    private static ReadOnlySpan<double> Point((StrictCosts Costs, int Sample, int Stage) point) => point.Costs.Point(point.Stage, point.Sample);
}

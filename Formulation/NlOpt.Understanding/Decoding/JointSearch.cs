using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Decoding;

/// <summary>A joint choice of the objective and of what every limit limits.</summary>
/// <param name="Objective">The column; the number of columns for a count.</param>
/// <param name="Targets">The target of each limit.</param>
/// <param name="LogProbability">Sum of the log probabilities.</param>
/// <param name="Score">That, less the penalties.</param>
internal sealed record JointChoice(int Objective, LimitTarget[] Targets, double LogProbability, double Score);

/// <summary>Beam search over objective x targets, with a price on columns that nothing uses and on saying the same twice.</summary>
internal static class JointSearch
{
    private const int BeamWidth = 48;
    private const double UnusedComplete = 2;
    private const double UnusedIncomplete = 1;
    private const double Repeated = 0.3;
    /// <summary>Probability of a target that only the other end of a range speaks for.</summary>
    public const double LeastInRange = 0.02;

    /// <summary>The best choices, by falling score.</summary>
    /// <param name="objective">Probability of each column and, last, of a count.</param>
    /// <param name="limits">For each limit its candidates with probabilities.</param>
    /// <param name="isRangeEnd">For each limit, that it is the upper end of a range whose lower end is the limit before it: both limit one thing.</param>
    /// <param name="isComplete">For each column, that it gives every variable a coefficient.</param>
    /// <param name="most">How many to return.</param>
    public static List<JointChoice> Search(
        IReadOnlyList<double> objective, IReadOnlyList<List<(LimitTarget Target, double Probability)>> limits, bool[] isRangeEnd, bool[] isComplete, int most)
    {
        var total = objective.Sum();
        var choices = new List<JointChoice>();
        var bestObjective = objective.Max();
        for (var candidate = 0; candidate < objective.Count; candidate++)
        {
            if (objective[candidate] < bestObjective * 3e-4) continue;
            var start = Math.Log(objective[candidate] / total + 1e-9);
            var beam = new List<Partial> { new([], start, start) };
            for (var limit = 0; limit < limits.Count; limit++)
            {
                var (options, isEnd) = (limits[limit], isRangeEnd[limit]);
                beam = [.. beam.SelectMany(partial => isEnd ? [partial.Again(options)] : options.Select(option => partial.With(option.Target, option.Probability)))
                    .OrderByDescending(partial => partial.Score).Take(BeamWidth)];
            }

            choices.AddRange(beam.Select(partial => partial.Finish(candidate, isComplete)));
        }

        var ordered = choices.OrderByDescending(choice => choice.Score).ToList();
        var best = ordered.Take(most).ToList();
        // Another objective keeps its chance even where all the best choices agree on one.
        if (best.Count > 0 && best.TrueForAll(choice => choice.Objective == best[0].Objective)
            && ordered.Find(choice => choice.Objective != best[0].Objective) is { } other) best.Add(other);
        return best;
    }

    private sealed record Partial(LimitTarget[] Targets, double LogProbability, double Score)
    {
        public Partial With(LimitTarget target, double probability)
        {
            var log = Math.Log(probability + 1e-9);
            var repeats = Array.IndexOf(Targets, target) >= 0;
            return new Partial([.. Targets, target], LogProbability + log, Score + log - (repeats ? Repeated : 0));
        }

        /// <summary>With the last target once more, however likely it is for this limit alone.</summary>
        public Partial Again(List<(LimitTarget Target, double Probability)> options)
        {
            var log = Math.Log(options.Find(option => option.Target == Targets[^1]).Probability + LeastInRange);
            return new Partial([.. Targets, Targets[^1]], LogProbability + log, Score + log);
        }

        public JointChoice Finish(int objective, bool[] isComplete)
        {
            var used = Targets.SelectMany(target => target.Columns).ToHashSet();
            var score = Score;
            for (var column = 0; column < isComplete.Length; column++)
                if (column != objective && !used.Contains(column)) score -= isComplete[column] ? UnusedComplete : UnusedIncomplete;
            return new JointChoice(objective, Targets, LogProbability, score);
        }
    }
}

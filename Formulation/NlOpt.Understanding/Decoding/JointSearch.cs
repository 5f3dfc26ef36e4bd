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
                beam = isEnd ? [.. beam.Select(partial => partial.Again(options)).OrderByDescending(partial => partial.Score)] : Extend(beam, options);
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

    /// <summary>The best of all partial choices with all options, which are made only once it is known which these are.</summary>
    private static List<Partial> Extend(List<Partial> beam, List<(LimitTarget Target, double Probability)> options)
    {
        var logs = options.ConvertAll(option => Math.Log(option.Probability + 1e-9));
        var scores = new double[beam.Count * options.Count];
        for (var index = 0; index < scores.Length; index++)
        {
            var (partial, option) = (beam[index / options.Count], index % options.Count);
            scores[index] = partial.Score + logs[option] - (partial.Holds(options[option].Target) ? Repeated : 0);
        }

        return [.. Enumerable.Range(0, scores.Length).OrderByDescending(index => scores[index]).Take(BeamWidth)
            .Select(index => beam[index / options.Count].With(options[index % options.Count].Target, logs[index % options.Count], scores[index]))];
    }

    private sealed record Partial(LimitTarget[] Targets, double LogProbability, double Score)
    {
        public bool Holds(LimitTarget target) => Array.IndexOf(Targets, target) >= 0;

        public Partial With(LimitTarget target, double log, double score) => new([.. Targets, target], LogProbability + log, score);

        /// <summary>With the last target once more, however likely it is for this limit alone.</summary>
        public Partial Again(List<(LimitTarget Target, double Probability)> options)
        {
            var log = Math.Log(options.Find(option => option.Target == Targets[^1]).Probability + LeastInRange);
            return new Partial([.. Targets, Targets[^1]], LogProbability + log, Score + log);
        }

        public JointChoice Finish(int objective, bool[] isComplete)
        {
            var score = Score;
            for (var column = 0; column < isComplete.Length; column++)
                if (column != objective && !Array.Exists(Targets, target => target.Limits(column))) score -= isComplete[column] ? UnusedComplete : UnusedIncomplete;
            return new JointChoice(objective, Targets, LogProbability, score);
        }
    }
}

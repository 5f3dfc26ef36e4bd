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
    /// <param name="most">How many to return; one more where all of them agree on the objective.</param>
    public static List<JointChoice> Search(
        double[] objective, IReadOnlyList<List<(LimitTarget Target, double Probability)>> limits, bool[] isRangeEnd, bool[] isComplete, int most)
    {
        var (total, highest) = (objective.Sum(), objective.Max());
        var logs = limits.Select(options => options.ConvertAll(option => Math.Log(option.Probability + 1e-9))).ToList();
        var choices = new List<(int Objective, PartialChoice Choice, double Score)>();
        for (var candidate = 0; candidate < objective.Length; candidate++)
        {
            if (objective[candidate] < highest * 3e-4) continue;
            PartialChoice[] beam = [PartialChoice.Start(Math.Log(objective[candidate] / total + 1e-9))];
            for (var limit = 0; limit < limits.Count; limit++)
                beam = isRangeEnd[limit] ? Again(beam, limits[limit]) : Extend(beam, limits[limit], logs[limit]);
            var scores = Array.ConvertAll(beam, choice => Finish(choice, candidate, isComplete));
            foreach (var place in BestFirst.Of(scores, most)) choices.Add((candidate, beam[place], scores[place]));
        }

        var ordered = Array.ConvertAll(BestFirst.Of([.. choices.Select(choice => choice.Score)], choices.Count), place => choices[place]);
        var best = ordered.Take(most).ToList();
        // Another objective keeps its chance even where all the best choices agree on one.
        if (best.TrueForAll(choice => choice.Objective == ordered[0].Objective)
            && Array.FindIndex(ordered, choice => choice.Objective != ordered[0].Objective) is >= 0 and var other) best.Add(ordered[other]);
        return best.ConvertAll(item => new JointChoice(item.Objective, item.Choice.Targets(), item.Choice.LogProbability, item.Score));
    }

    /// <summary>The best of all choices so far with all options, which are made only once it is known which these are.</summary>
    private static PartialChoice[] Extend(PartialChoice[] beam, List<(LimitTarget Target, double Probability)> options, List<double> logs)
    {
        var scores = new double[beam.Length * options.Count];
        for (var index = 0; index < scores.Length; index++)
        {
            var (choice, option) = (beam[index / options.Count], index % options.Count);
            scores[index] = choice.Score + logs[option] - (choice.Holds(options[option].Target) ? Repeated : 0);
        }

        return Array.ConvertAll(BestFirst.Of(scores, BeamWidth), index =>
        {
            var (choice, option) = (beam[index / options.Count], index % options.Count);
            return new PartialChoice(choice, options[option].Target, choice.LogProbability + logs[option], scores[index]);
        });
    }

    /// <summary>All choices so far with their last target once more, however likely it is for this limit alone.</summary>
    private static PartialChoice[] Again(PartialChoice[] beam, List<(LimitTarget Target, double Probability)> options)
    {
        var again = Array.ConvertAll(beam, choice =>
        {
            var log = Math.Log(options.Find(option => option.Target == choice.Target).Probability + LeastInRange);
            return new PartialChoice(choice, choice.Target, choice.LogProbability + log, choice.Score + log);
        });
        return Array.ConvertAll(BestFirst.Of(Array.ConvertAll(again, choice => choice.Score), again.Length), place => again[place]);
    }

    /// <summary>The score of a choice with the price of the columns that nothing uses.</summary>
    private static double Finish(PartialChoice choice, int objective, bool[] isComplete)
    {
        var score = choice.Score;
        for (var column = 0; column < isComplete.Length; column++)
            if (column != objective && !choice.Limits(column)) score -= isComplete[column] ? UnusedComplete : UnusedIncomplete;
        return score;
    }
}

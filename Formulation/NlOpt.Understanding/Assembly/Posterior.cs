using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>
/// What all readings of a text together say about single decisions of the best one: the probability of an answer is the share of the
/// readings that give it.
/// </summary>
internal sealed class Posterior
{
    private readonly List<(DecodedReading Reading, double Weight)> _siblings;

    /// <summary>Gathers readings.</summary>
    /// <param name="ranked">All readings, at least one, the best one first.</param>
    public Posterior(IReadOnlyList<RankedReading> ranked)
    {
        var best = ranked[0].Reading;
        var pairings = ranked.Select(item => item.Reading.Context).Distinct().ToDictionary(context => context, context => VariablePairing.Of(best.Context, context));
        var siblings = ranked.Where(item => pairings[item.Reading.Context] is { } pairs && VariablePairing.IsSameOrder(pairs)).ToList();
        var total = siblings.Sum(item => item.Share);
        Variables = ranked.Where(item => pairings[item.Reading.Context] is not null).Sum(item => item.Share);
        _siblings = siblings.ConvertAll(item => (item.Reading, item.Share / total));
        OtherVariables = [.. ranked.Where(item => pairings[item.Reading.Context] is null).GroupBy(item => item.Reading.Context)
            .Select(group => (group.Key, group.Sum(item => item.Share))).OrderByDescending(item => item.Item2)];
    }

    /// <summary>Probability of the variables of the best reading.</summary>
    public double Variables { get; }

    /// <summary>Probability of the best reading once its variables are taken for right.</summary>
    public double Best => _siblings[0].Weight;

    /// <summary>Readings with other variables, by falling probability.</summary>
    public IReadOnlyList<(ReadingContext Context, double Probability)> OtherVariables { get; }

    /// <summary>The answers to a question about readings with the variables of the best one, by falling probability.</summary>
    /// <param name="ask">Gives the answer of a reading; null where the question makes no sense in it.</param>
    /// <typeparam name="T">Type of the answers; equal answers are one.</typeparam>
    public List<(T Answer, double Probability)> Answers<T>(Func<DecodedReading, T?> ask)
        where T : class
    {
        var answers = new List<(T Answer, double Weight)>();
        foreach (var (reading, weight) in _siblings)
        {
            if (ask(reading) is not { } answer) continue;
            var index = 0;
            while (index < answers.Count && !answers[index].Answer.Equals(answer)) index++;
            if (index == answers.Count) answers.Add((answer, weight));
            else answers[index] = (answer, answers[index].Weight + weight);
        }

        var total = answers.Sum(item => item.Weight);
        return [.. answers.Select(item => (item.Answer, item.Weight / total)).OrderByDescending(item => item.Item2)];
    }
}

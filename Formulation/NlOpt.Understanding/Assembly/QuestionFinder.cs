using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>Chooses what to ask the user about a reading: only what is in doubt, the costliest doubt first, each word of the text once.</summary>
internal static class QuestionFinder
{
    /// <summary>Most questions of one reading.</summary>
    public const int Most = 5;

    private const double LeastDoubt = 0.2;

    /// <summary>The questions.</summary>
    /// <param name="best">The reading to ask about.</param>
    /// <param name="ranked">All readings, that one first.</param>
    /// <param name="source">The text.</param>
    /// <param name="spans">Its spans.</param>
    public static ImmutableArray<Question> Find(AssembledReading best, IReadOnlyList<RankedReading> ranked, SourceText source, TextSpans spans)
    {
        var words = new QuestionWords(source, spans, best.Reading.Context, best.Formulation);
        var decisions = new DecisionQuestions(best, new Posterior(ranked), words, spans).Find(LeastDoubt);
        var asked = decisions.Concat(new GapQuestions(best, words, spans).Find())
            .Where(item => item.Doubt >= LeastDoubt && item.Question.Options.Length != 1)
            .Select(item => item.Question with { Doubt = item.Doubt })
            .OrderByDescending(question => question.ExpectedLoss);
        var quotes = new HashSet<Evidence>();
        return [.. asked.Where(question => question.Quote is not { } quote || quotes.Add(quote)).Take(Most)];
    }
}

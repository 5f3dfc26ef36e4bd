using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>Chooses what to ask the user about a reading: only what is in doubt, the costliest doubt first, each word of the text once.</summary>
internal static class QuestionFinder
{
    /// <summary>Most questions of one reading.</summary>
    public const int Most = 5;

    private const double LeastDoubt = 0.3;

    // Below this the reading as a whole is in doubt, and asking about the likeliest slot is worth it whatever its own doubt:
    // to choose from answers is little to ask, an open question is more.
    private const double Sure = 0.97, SureEnough = 0.9;

    /// <summary>The questions.</summary>
    /// <param name="best">The reading to ask about.</param>
    /// <param name="ranked">All readings, that one first.</param>
    /// <param name="source">The text.</param>
    /// <param name="spans">Its spans.</param>
    public static ImmutableArray<Question> Find(AssembledReading best, IReadOnlyList<RankedReading> ranked, SourceText source, TextSpans spans)
    {
        var wrong = 1 - best.Formulation.Probability;
        var asked = Candidates(best, ranked, source, spans, LeastDoubt, Sure).Select(item => Weigh(item, wrong))
            .Where(item => item.Doubt >= LeastDoubt || !item.Question.Options.IsEmpty || best.Formulation.Probability < SureEnough)
            .OrderByDescending(item => item.Question.ExpectedLoss)
            .Where((item, rank) => item.Doubt >= LeastDoubt || (rank == 0 && best.Formulation.Probability < Sure))
            .Select(item => item.Question with { Doubt = item.Doubt });
        var quotes = new HashSet<Evidence>();
        return [.. asked.Where(question => question.Quote is not { } quote || quotes.Add(quote)).Take(Most)];
    }

    /// <summary>All that could be asked.</summary>
    public static IEnumerable<QuestionCandidate> Candidates(
        AssembledReading best, IReadOnlyList<RankedReading> ranked, SourceText source, TextSpans spans, double leastDoubt, double sure)
    {
        var words = new QuestionWords(source, spans, best.Reading.Context, best.Formulation);
        var decisions = new DecisionQuestions(best, new Posterior(ranked), words, spans).Find(leastDoubt, sure);
        return decisions.Concat(new GapQuestions(best, words, spans).Find()).Where(item => item.Question.Options.Length != 1);
    }

    /// <summary>The question with its expected loss, and the doubt that it is worth asking for.</summary>
    private static (Question Question, double Doubt) Weigh(QuestionCandidate item, double wrong)
    {
        if (item.Kind is not { } kind) return (item.Question, item.Doubt);
        // All of a reading may be in more doubt than its decisions one by one: that is shared out among them.
        var shared = wrong * DoubtScale.IfWrong(kind, item.Local);
        if (kind == DecisionKind.Unread) return (item.Question with { ExpectedLoss = shared }, item.Doubt);
        var doubt = item.Doubt >= LeastDoubt ? Math.Max(item.Doubt, shared) : shared;
        return (item.Question with { ExpectedLoss = doubt }, doubt);
    }
}

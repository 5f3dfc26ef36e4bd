using System.Collections.Frozen;

namespace NlOpt.Understanding.Decisions;

/// <summary>What the phrase lexicon says about a direction.</summary>
/// <param name="IsAtLeast">The direction.</param>
/// <param name="NumbersBetween">How many numbers lie between phrase and number.</param>
/// <param name="Distance">Distance in tokens.</param>
internal readonly record struct RuleVerdict(bool IsAtLeast, int NumbersBetween, int Distance);

/// <summary>A lexicon of phrases that mean "at least" or "at most", aware of negation: "not below", "no fewer than", "cannot exceed".</summary>
internal static class OperatorRules
{
    private const string AtLeast =
        "at least|at the least|at the minimum|minimum|min|no less|not less|no fewer|not fewer|not below|or more|more than|greater than|larger than|higher than|exceed|exceeds|"
        + "outnumber|exceeding|surpassing|atleast|at lest|at minimum|more|greater|larger|or greater|or higher|above|over|beyond|surpass|surpasses|or above|or over|upwards of|not fall short of|"
        + "floor of|a low of|the least it|the least he|the least she|the least they|the least the";

    private const string AtMost =
        "at most|at the most|at the maximum|maximum|max|no more|not more|not exceed|never exceed|cannot exceed|less than|fewer than|smaller than|lower than|up to|upto|below|under|"
        + "within|limit|limited|cannot be more|not be more|fewer|less|or less|or fewer|atmost|no greater|not greater|short of|or below|or under|capped at|cap of|"
        + "the most it|the most he|the most she|the most they|the most the|ceiling of|at the very most|no higher|not higher|no larger|not larger";

    private const int Reach = 8;
    private const int Near = 4;
    private const int ReachOfComparison = 5;

    private static readonly string[] AllowedAfter = ["or more", "or less", "or fewer", "or greater", "or higher", "or above", "or over", "or below", "or under", "minimum", "maximum", "at most", "at least", "fewer", "less"];

    private static readonly string[] Negatable = ["exceed", "exceeds", "exceeding", "surpassing", "more", "greater", "larger", "less", "fewer", "outnumber", "below", "higher", "lower", "under", "above", "over", "beyond", "surpass", "surpasses", "smaller", "short"];

    private static readonly FrozenDictionary<string, Phrase[]> Phrases = Index();

    /// <summary>A phrase of the lexicon.</summary>
    /// <param name="Words">Its words.</param>
    /// <param name="IsAtLeast">What it means.</param>
    /// <param name="Order">Its place in the lexicon: of two equally near the first one counts.</param>
    /// <param name="MayFollow">It may stand behind its number.</param>
    /// <param name="IsNegatable">A negation before it turns it round.</param>
    private sealed record Phrase(string[] Words, bool IsAtLeast, int Order, bool MayFollow, bool IsNegatable);

    /// <summary>The verdict of the nearest phrase around a number or direction word; null where there is none.</summary>
    /// <param name="context">The reading.</param>
    /// <param name="first">First token of the number or word.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="isComparison">True where no number is involved: phrases after it count more.</param>
    public static RuleVerdict? Judge(ReadingContext context, int first, int end, bool isComparison)
    {
        var tokens = context.Tokens;
        var sentence = tokens[first].Sentence;
        var from = first;
        while (from > 0 && first - from < 8 && tokens[from - 1].Sentence == sentence) from--;
        var to = end;
        var reach = isComparison ? ReachOfComparison : Reach;
        while (to < tokens.Length && to - end < reach && tokens[to].Sentence == sentence
            && (isComparison || to - end < Near || !context.IsNumberToken[to])) to++;
        ((int Numbers, int Distance, int Length, int Order) Key, RuleVerdict Verdict)? best = null;
        for (var at = from; at < to; at++)
        {
            if (!Phrases.TryGetValue(tokens[at].Lower, out var phrases)) continue;
            foreach (var phrase in phrases)
            {
                var length = phrase.Words.Length;
                if (at + length > to || !Matches(tokens, at, phrase.Words)) continue;
                var isAfter = at >= end;
                // "350 grams of resin or more": only such words reach far back.
                if (!isComparison && at + length - end > Near && phrase.Words[0] != "or") continue;
                if (!isComparison && isAfter && !phrase.MayFollow) continue;
                var distance = at + length <= first ? first - at - length : isAfter ? at - end : 0;
                var numbers = at < first ? context.CountNumbers(at, first) : 0;
                var key = (numbers, at < end ? distance : distance + 3, -length, phrase.Order);
                if (best is { } known && key.CompareTo(known.Key) >= 0) continue;
                var negated = phrase.IsNegatable && (IsNegated(tokens, from, at) || (!isAfter && IsTooLittle(tokens, end)));
                best = (key, new RuleVerdict(phrase.IsAtLeast != negated, numbers, distance));
            }
        }

        return best?.Verdict;
    }

    /// <summary>True when a negation stands within the four tokens before a position.</summary>
    public static bool IsNegated(Text.Token[] tokens, int from, int at)
    {
        for (var index = Math.Max(from, at - 4); index < at; index++)
            if (IsNegation(tokens[index].Lower)) return true;
        return false;
    }

    /// <summary>"Fewer than 20 would not be enough", "less than 5 will not do".</summary>
    private static bool IsTooLittle(Text.Token[] tokens, int end)
    {
        for (var index = end; index + 1 < tokens.Length && index - end < 10 && tokens[index].Sentence == tokens[end - 1].Sentence; index++)
        {
            if (tokens[index].Raw is "," or ";") return false;
            if (tokens[index].Lower is "insufficient" or "unacceptable" or "inadequate") return true;
            if (!IsNegation(tokens[index].Lower)) continue;
            var next = tokens[index + 1].Lower == "be" && index + 2 < tokens.Length ? tokens[index + 2].Lower : tokens[index + 1].Lower;
            if (next is "enough" or "do" or "suffice" or "acceptable" or "sufficient" or "adequate") return true;
        }

        return false;
    }

    /// <summary>True for words that negate.</summary>
    public static bool IsNegation(string lower) =>
        lower is "not" or "cannot" or "never" or "no" or "nor" or "without" or "nobody" or "none" or "neither" || lower.EndsWith("n't", StringComparison.Ordinal)
        || lower.EndsWith("n’t", StringComparison.Ordinal);

    private static bool Matches(Text.Token[] tokens, int at, string[] phrase)
    {
        for (var index = 0; index < phrase.Length; index++)
            if (tokens[at + index].Lower != phrase[index]) return false;
        return true;
    }

    /// <summary>The lexicon by first words.</summary>
    private static FrozenDictionary<string, Phrase[]> Index()
    {
        var phrases = AtLeast.Split('|').Select(phrase => (Text: phrase, IsAtLeast: true))
            .Concat(AtMost.Split('|').Select(phrase => (Text: phrase, IsAtLeast: false)))
            .Select((phrase, order) => Make(phrase.Text, phrase.IsAtLeast, order));
        return phrases.GroupBy(phrase => phrase.Words[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

        static Phrase Make(string text, bool isAtLeast, int order)
        {
            var words = text.Split(' ');
            return new Phrase(words, isAtLeast, order, AllowedAfter.Contains(text), words.Length <= 2 && Negatable.Contains(words[0]));
        }
    }
}

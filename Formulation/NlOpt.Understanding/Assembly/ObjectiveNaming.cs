using System.Collections.Frozen;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>Names what is to be large or small in the words of the text.</summary>
internal sealed class ObjectiveNaming(TextContext text, TextSpans spans)
{
    private const int LongestName = 6;

    private static readonly FrozenSet<string> Gains = "profit revenue earning income return interest".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Spendings = "cost expense wage spending price bill expenditure payment salary".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Openers = "the a an his her its their our my your he she it they we you i to what".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Closers = (
        "while and but if given subject so that which who by when where with under using it he she they we you i is are can could will would should must "
        + "without needed required used produced made sold generated earned spent taken for such in at from within whose over as to my our your his her "
        + "their its").Split(' ').ToFrozenSet();

    /// <summary>What is wanted where a word tells it alone: "as quickly as possible", "the cheapest diet".</summary>
    private static readonly FrozenDictionary<string, string> Wanted = Pairs(
        "quickly:time fast:time soon:time rapidly:time fastest:time quickest:time cheaply:cost cheap:cost inexpensively:cost cheapest:cost");

    /// <summary>What a verb brings or takes: "as much as she can earn", "maximize what I make".</summary>
    private static readonly FrozenDictionary<string, string> Doings = Pairs(
        "earn:earnings earns:earnings make:earnings makes:earnings spend:spending spends:spending pay:spending pays:spending save:savings saves:savings "
        + "sell:sales sells:sales produce:output produces:output");

    /// <summary>They say how much is wanted, not of what: "what earns me the most?"</summary>
    private static readonly FrozenSet<string> Degrees =
        "most least highest lowest largest smallest biggest best minimum maximum possible many much few little".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Plans = "plan mix way choice option combination solution schedule strategy".Split(' ').ToFrozenSet();

    private readonly Token[] _tokens = spans.Tokens;

    /// <summary>Whether a word is about money that comes in or goes out.</summary>
    public static bool IsMoneyWord(Token word) => IsGain(word) || Spendings.Contains(word.Stem);

    /// <summary>Whether a word is about money that comes in.</summary>
    public static bool IsGain(Token word) => Gains.Contains(word.Stem);

    /// <summary>The objective's name; null where it is not said.</summary>
    public string? Name()
    {
        if (text.ObjectiveCue is not { } cue) return null;
        if (Wanted.TryGetValue(_tokens[cue].Lower, out var wanted)) return wanted;

        // "The cost is minimized", "make the profit as large as possible".
        var isBefore = _tokens[cue].Lower.EndsWith("ed", StringComparison.Ordinal) || (IsDegree(cue) && IsAs(cue + 1));
        // "The best plan for profit": the plan is not what is to be large.
        if (_tokens[cue].Lower is "best" or "optimal" or "maximum" or "minimum" && cue + 1 < _tokens.Length && Plans.Contains(_tokens[cue + 1].Stem))
            return _tokens.FirstOrDefault(token => token.Sentence == _tokens[cue].Sentence && IsMoneyWord(token))?.Lower;
        var name = (isBefore ? NameBefore(cue) : null) ?? NameAfter(cue) ?? TaggedName();
        if (name is null || Degrees.Contains(name)) return null;
        if (Doings.TryGetValue(name, out var doing)) return doing;
        return IsDegree(cue) && _tokens[cue].Lower is "many" or "few" && !name.StartsWith("number", StringComparison.Ordinal) ? $"number of {name}" : name;
    }

    private static FrozenDictionary<string, string> Pairs(string pairs) =>
        pairs.Split(' ').Select(pair => pair.Split(':')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>"As large as possible", "as much profit as possible".</summary>
    private bool IsDegree(int cue) => IsInSentence(cue - 1, cue) && IsAs(cue - 1);

    private bool IsAs(int index) => index < _tokens.Length && _tokens[index].Lower == "as";

    private string? NameAfter(int cue)
    {
        var first = cue + 1;
        while (IsInSentence(first, cue) && (Openers.Contains(_tokens[first].Lower) || _tokens[first].Lower is "of" or "overall" or "possible")) first++;
        var end = first;
        while (IsInSentence(end, cue) && end - first < LongestName && (_tokens[end] is { IsWord: true } or { Raw: "-" } || IsPossessive(end) || IsGlued(end))
            && !Closers.Contains(_tokens[end].Lower) && (!_tokens[end].IsNumber || IsGlued(end)) && !(end > first && EndsName(_tokens[end - 1], _tokens[end]))) end++;
        // "The cost of lamps and vases": what is listed goes on, so that the head stands for it.
        if (IsInSentence(end, cue) && _tokens[end].Lower is "and" or "," && LastOf(first, end) is { } of && of > first) end = of;
        return Trimmed(first, end);
    }

    private int? LastOf(int first, int end) => Array.FindLastIndex(_tokens, end - 1, end - first, token => token.Lower == "of") is >= 0 and var of ? of : null;

    /// <summary>"The minimum cost diet" names the cost; "the cost of the diet" and "the wage bill" go on.</summary>
    private static bool EndsName(Token word, Token next) =>
        IsMoneyWord(word) && !IsMoneyWord(next) && next.Lower is not ("of" or "on" or "per");

    /// <summary>"the total cost is minimized".</summary>
    private string? NameBefore(int cue)
    {
        var end = cue;
        while (IsInSentence(end - 1, cue) && _tokens[end - 1].Lower is "is" or "are" or "be" or "must" or "should" or "to" or "has" or "have" or "as") end--;
        var first = end;
        while (IsInSentence(first - 1, cue) && end - first < LongestName && _tokens[first - 1].IsWord && !_tokens[first - 1].IsNumber
            && !(Openers.Contains(_tokens[first - 1].Lower) || Closers.Contains(_tokens[first - 1].Lower) || IsMaking(first - 1))) first--;
        return end < cue ? Trimmed(first, end) : null;
    }

    private bool IsMaking(int index) => _tokens[index].Lower is "make" or "keep" or "get" or "have" or "want" or "making" or "keeping" or "getting";

    private string? TaggedName()
    {
        var span = Tag.Spans(text.Labels).Find(span => span.Kind == TagKind.ObjectiveName && _tokens[span.First].Sentence == text.ObjectiveSentence);
        return span.End > span.First ? Trimmed(span.First, span.End) : null;
    }

    /// <summary>The words without openers, owners ("the company's ...") and dangling prepositions; null when none are left.</summary>
    private string? Trimmed(int first, int end)
    {
        while (first < end && (Openers.Contains(_tokens[first].Lower) || !_tokens[first].IsAlphanumeric)) first++;
        for (var index = first; index < end; index++)
            if (IsPossessive(index)) first = index + 1;
        while (end > first && (!_tokens[end - 1].IsAlphanumeric || _tokens[end - 1].Lower is "of" or "the" or "to" or "on" or "a")) end--;
        return end > first ? spans.Words(first, end).ToLowerInvariant() : null;
    }

    /// <summary>The 2 of "CO2".</summary>
    private bool IsGlued(int index) => index > 0 && _tokens[index].IsNumber && _tokens[index - 1].IsWord && _tokens[index - 1].End == _tokens[index].Start;

    private bool IsPossessive(int index) => _tokens[index].Raw is "'" or "'s" or "’s" or "’";

    private bool IsInSentence(int index, int cue) => index >= 0 && index < _tokens.Length && _tokens[index].Sentence == _tokens[cue].Sentence;
}

using System.Collections.Frozen;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>What is known of a text before its variables are: tokens, tags, numbers, direction words, and the words of the objective.</summary>
internal sealed class TextContext
{
    private static readonly FrozenSet<string> Superlatives = new[]
    {
        "minimum", "maximum", "least", "fewest", "lowest", "cheapest", "smallest", "highest", "largest", "greatest", "best", "most", "minimal", "maximal",
        "shortest", "fastest", "quickest", "biggest",
    }.ToFrozenSet();

    private static readonly string[] SmallWords =
        ["min", "least", "low", "reduc", "decreas", "less", "few", "little", "small", "short", "cheap", "fast", "quick", "shrink", "lessen", "curb", "economi", "diminish"];

    private static readonly FrozenSet<string> Changes =
        "cut trim lower decrease reduce shrink curb save raise increase boost lift grow push drive bring keep".Split(' ').ToFrozenSet();

    private const int KeptReach = 16;
    private const int TailLength = 6;

    private static readonly FrozenSet<string> BeforeSubject =
        "that so keep keeps make makes hold get if , : should must want wants ensure have has when where".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Keeping = "keep keeps keeping hold holding bring brings bringing drive push".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> KeptSmall = "minimum minimal low lower lowest down small smallest little least fewest".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Cuts = "cut cuts cutting trim trims trimming save saves saving drop down slash shave curtail spare".Split(' ').ToFrozenSet();

    private static readonly string[] ChangeStarts = ["maximi", "minimi", "reduc", "decreas", "increas"];

    private const int DegreeReach = 8;
    private const int SubjectLength = 6;
    private const int NoSentence = -1;

    // First token of each sentence, and the end of the text.
    private readonly int[] _sentences;

    public TextContext(Token[] tokens, int[] labels, IReadOnlyList<Quantity> quantities)
    {
        Tokens = tokens;
        _sentences = SentenceStarts(tokens);
        Line = new LowerLine(tokens);
        Labels = labels;
        Quantities = quantities;
        var spans = Tag.Spans(labels);
        Spans = spans;
        Directions = spans.FindAll(span => span.Kind == TagKind.ConstraintDirection);
        var cue = FindObjectiveCue(spans.FindAll(span => span.Kind == TagKind.ObjectiveDirection));
        ObjectiveCue = cue;
        IsMinimization = cue is { } index && CueWords(index, spans).Any(token => IsSmall(token.Lower));
        ObjectiveSentence = cue is { } at ? tokens[at].Sentence : LastSentence;
        ObjectiveNames = [.. spans
            .Where(span => span.Kind == TagKind.ObjectiveName && tokens[span.First].Sentence == ObjectiveSentence)
            .SelectMany(span => tokens.Skip(span.First).Take(span.End - span.First))
            .Where(token => !token.IsFunctionWord).Select(token => token.StemHash)];
        if (cue is { } position)
        {
            ObjectiveTail = SubjectOfDegree(position) is { Length: > 0 } subject
                ? subject : [.. tokens.Skip(position + 1).Take(TailLength).Where(token => token.Sentence == ObjectiveSentence)];
            GoalWords = Array.Exists(ObjectiveTail, IsTelling) ? ObjectiveTail : [.. SubjectOfVerb(position)];
            ObjectiveLead = [.. tokens.Skip(Math.Max(0, position - 6)).Take(Math.Min(6, position)).Where(token => token.Sentence == ObjectiveSentence)];
        }
    }

    /// <summary>A copy whose objective is worded differently, for training.</summary>
    public TextContext(TextContext other, bool isMinimization, Token[] tail, uint[] names)
        : this(other.Tokens, other.Labels, other.Quantities)
    {
        IsMinimization = isMinimization;
        if (ObjectiveCue is null) ObjectiveSentence = NoSentence;
        (ObjectiveTail, GoalWords) = (tail, tail);
        ObjectiveLead = [];
        ObjectiveNames = [.. names];
    }

    public Token[] Tokens { get; }

    public int[] Labels { get; }

    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>Everything that the tagger marked, in order.</summary>
    public List<TagSpan> Spans { get; }

    public List<TagSpan> Directions { get; }

    /// <summary>The token that says which way the objective goes; null when none does.</summary>
    public int? ObjectiveCue { get; }

    public bool IsMinimization { get; }

    public int ObjectiveSentence { get; }

    /// <summary>Stems of the tagged objective name in the objective's sentence.</summary>
    public HashSet<uint> ObjectiveNames { get; }

    /// <summary>Up to six tokens after the cue, or before it in "so that the total waste is as low as possible".</summary>
    public Token[] ObjectiveTail { get; } = [];

    /// <summary>The words that name what is wanted: those after the cue, or before it where nothing telling follows ("the waste is to be minimized").</summary>
    public Token[] GoalWords { get; } = [];

    /// <summary>Up to six tokens before the cue.</summary>
    public Token[] ObjectiveLead { get; } = [];

    /// <summary>Its words in lower case as one line.</summary>
    public LowerLine Line { get; }

    /// <summary>First token of a sentence and one past its last; an empty range where there is no such sentence.</summary>
    public (int First, int End) SentenceRange(int sentence) =>
        sentence >= 0 && sentence + 1 < _sentences.Length ? (_sentences[sentence], _sentences[sentence + 1]) : (0, 0);

    public int LastSentence => Tokens.Length == 0 ? 0 : Tokens[^1].Sentence;

    private static int[] SentenceStarts(Token[] tokens)
    {
        if (tokens.Length == 0) return [0];
        var starts = new int[tokens[^1].Sentence + 2];
        for (var (index, sentence) = (0, 0); sentence < starts.Length; sentence++)
        {
            while (index < tokens.Length && tokens[index].Sentence < sentence) index++;
            starts[sentence] = index;
        }

        return starts;
    }

    private int? FindObjectiveCue(List<TagSpan> marked)
    {
        var tagged = marked.FindAll(span => !IsNoGoal(span));
        int? cue = null;
        var isStated = false;
        for (var index = 0; index < Tokens.Length; index++)
        {
            var isExtreme = Tokens[index].Lower.StartsWith("maximi", StringComparison.Ordinal) || Tokens[index].Lower.StartsWith("minimi", StringComparison.Ordinal);
            if (!(isExtreme || IsAsPossible(index)) || IsDenied(index)) continue;
            // "Reduce the waste as much as possible" wants little: the verb says which way.
            if (!isExtreme && IsDegree(index) && ChangeBefore(index) is { } change)
            {
                (cue, isStated) = (change, StatesGoal(Tokens[index].Sentence));
                continue;
            }

            // The last one counts, unless an earlier sentence says that it states the goal.
            var states = StatesGoal(Tokens[index].Sentence);
            // "to minimize the staff while maximizing the hours": the first is the goal where the tagger says so too.
            if (cue is { } first && Tokens[first].Sentence == Tokens[index].Sentence && IsTaggedGoal(first) && !IsTaggedGoal(index)) continue;
            if (cue is null || states || !isStated) (cue, isStated) = (index, states);
        }

        if (cue is null && tagged.Count == 0)
        {
            var isGoal = false;
            for (var index = 0; index < Tokens.Length; index++)
            {
                var lower = Tokens[index].Lower;
                var isCue = (Superlatives.Contains(lower) && !(index > 0 && Tokens[index - 1].Lower == "at"))
                    || lower.StartsWith("decreas", StringComparison.Ordinal) || lower.StartsWith("reduc", StringComparison.Ordinal)
                    || lower.StartsWith("increas", StringComparison.Ordinal);
                // "The best plan" wants anything; a verb of change says what.
                if (IsGoal(index)) (cue, isGoal) = (index, true);
                else if (isCue && !isGoal && !IsOfLimit(index) && Tokens[index].Sentence >= LastSentence - 1) cue = index;
            }
        }

        var isSure = isStated || (cue is { } said && IsAsPossible(said));
        if (tagged.Count > 0 && (cue is null || (!isSure && Tag.KindOf(Labels[cue.Value]) != TagKind.ObjectiveDirection)))
        {
            var telling = tagged.FindLast(span => Tokens[span.First].Lower is not ("best" or "optimal"));
            cue = telling.End > 0 ? telling.First : Enumerable.Range(0, Tokens.Length).LastOrDefault(IsGoal, tagged[^1].First);
        }

        return cue;
    }

    /// <summary>"optimize" says no direction, "a minimum of 40%" no goal.</summary>
    private bool IsNoGoal(TagSpan span)
    {
        var lower = Tokens[span.First].Lower;
        return span.End == span.First + 1 && (!SaysDirection(lower) || (Superlatives.Contains(lower) && IsOfLimit(span.First)));
    }

    private static bool SaysDirection(string lower) => Superlatives.Contains(lower) || Changes.Contains(lower) || Cuts.Contains(lower)
        || IsSmall(lower)
        || lower is "more" or "many" or "much" or "fewer" or "high" or "large" or "big" or "great" or "possible"
        || Array.Exists(ChangeStarts, start => lower.StartsWith(start, StringComparison.Ordinal));

    /// <summary>"a minimum of 40%", "no maximum limit": the extreme of a limit.</summary>
    private bool IsOfLimit(int index)
    {
        var next = index + 1;
        while (next < Tokens.Length && next - index <= 2 && Tokens[next].Lower is "of" or "$") next++;
        return next < Tokens.Length && Tokens[next].Sentence == Tokens[index].Sentence && (Tokens[next].IsNumber
            || Tokens[next].Stem is "limit" or "requirement" or "batch" or "order" or "restriction" or "constraint" || Tokens[next].Raw == "/");
    }

    private bool IsTaggedGoal(int index) => Tag.KindOf(Labels[index]) == TagKind.ObjectiveDirection;

    /// <summary>A word that can tell what is wanted.</summary>
    private static bool IsTelling(Token token) => token.IsWord && !token.IsFunctionWord && token.Lower is not ("possible" or "correct" or "right");

    /// <summary>"The sugar intake is what we are trying to minimize": what stands before the verb that leads to the cue.</summary>
    private IEnumerable<Token> SubjectOfVerb(int cue)
    {
        var first = cue;
        while (first > 0 && Tokens[first - 1].Sentence == Tokens[cue].Sentence) first--;
        var verb = Array.FindIndex(Tokens, first, cue - first, token => token.Lower is "is" or "are" or "should" or "must" or "has" or "needs");
        return verb < 0 ? [] : Tokens.Take(verb).Skip(Math.Max(first, verb - SubjectLength));
    }

    /// <summary>What is wanted where it stands before "as low as possible": "so that the total waste is as low as possible".</summary>
    private Token[] SubjectOfDegree(int cue)
    {
        if (!(cue > 2 && cue + 1 < Tokens.Length && Tokens[cue - 1].Lower == "as" && Tokens[cue + 1].Lower == "as")) return [];
        var first = cue - 1;
        while (first > 0 && Tokens[first - 1].Sentence == Tokens[cue].Sentence && !BeforeSubject.Contains(Tokens[first - 1].Lower)) first--;
        return [.. Tokens[first..(cue - 1)].Where(token => token.Lower is not ("is" or "are" or "be" or "stays" or "remains")).Take(TailLength)];
    }

    private bool StatesGoal(int sentence) =>
        Array.Exists(Tokens, token => token.Sentence == sentence && token.Lower is "goal" or "objective" or "aim" or "aims");

    /// <summary>"The goal is not to maximize sales".</summary>
    private bool IsDenied(int index)
    {
        for (var before = Math.Max(0, index - 2); before < index; before++)
            if (Tokens[before].Sentence == Tokens[index].Sentence && Tokens[before].Lower is "not" or "never" or "without") return true;
        return false;
    }

    /// <summary>A verb of change that says what is wanted: "would like to cut the cost", "Raise the profit" at the head of a sentence.</summary>
    private bool IsGoal(int index) => Changes.Contains(Tokens[index].Lower)
        && (index == 0 || Tokens[index - 1].Sentence != Tokens[index].Sentence
            || Tokens[index - 1].Lower is "to" or ":" or "-" or "*" or "•" or "." or "will" or "would" or "could" or "should"
            || (Tokens[index - 1].Raw == "," && index + 1 < Tokens.Length
                && Tokens[index + 1].Lower is "the" or "its" or "their" or "his" or "her" or "total" or "overall"));

    /// <summary>The words that say the direction: the tagged span of the cue, else the cue alone.</summary>
    private IEnumerable<Token> CueWords(int cue, List<TagSpan> spans)
    {
        var span = spans.Find(span => span.Kind == TagKind.ObjectiveDirection && span.First <= cue && cue < span.End);
        var words = span.End > 0 ? Tokens[span.First..span.End] : [Tokens[cue]];
        // "Keep the cost at a minimum": the verb alone says nothing.
        return Array.Exists(words, token => Keeping.Contains(token.Lower))
            ? words.Concat(Tokens.Skip(cue).Take(KeptReach).Where(token => token.Sentence == Tokens[cue].Sentence && KeptSmall.Contains(token.Lower)))
            : words;
    }

    /// <summary>The middle word of "as much as possible" and "as quickly as possible" says how much, not of what.</summary>
    private bool IsDegree(int index) => Tokens[index].Lower is "much" or "far" && Tokens[index + 1].Lower == "as";

    /// <summary>The verb of change that a degree belongs to, shortly before it in its sentence; null where there is none.</summary>
    private int? ChangeBefore(int index)
    {
        for (var before = index - 1; before >= Math.Max(0, index - DegreeReach) && Tokens[before].Sentence == Tokens[index].Sentence; before--)
        {
            var lower = Tokens[before].Lower;
            if (Changes.Contains(lower) || Array.Exists(ChangeStarts, start => lower.StartsWith(start, StringComparison.Ordinal))) return before;
        }

        return null;
    }

    /// <summary>The middle word of "as few vehicles as possible" and "as much as she can".</summary>
    private bool IsAsPossible(int index) => DegreeWords.IsCue(Tokens, index);

    private static bool IsSmall(string lower) =>
        Cuts.Contains(lower) || lower is not ("most" or "maximum" or "highest" or "largest") && Array.Exists(SmallWords, word => lower.Contains(word, StringComparison.Ordinal));
}

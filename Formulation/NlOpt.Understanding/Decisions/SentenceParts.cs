using System.Collections.Frozen;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Decisions;

/// <summary>How a part of a sentence is opened.</summary>
internal enum PartOpening
{
    /// <summary>By no word that says so.</summary>
    Plain,

    /// <summary>"Because", "since", "due to": it says why.</summary>
    Reason,

    /// <summary>"If", "given that".</summary>
    Condition,

    /// <summary>"But", "while".</summary>
    Contrast,
}

/// <summary>Cuts sentences into parts that say one thing each: at clauses, not within lists of things.</summary>
internal sealed class SentenceParts
{
    private const int VerbReach = 8;

    private static readonly FrozenSet<string> FiniteVerbs = (
        "is are was were has have had must should shall can cannot may will would needs need requires require wants want takes take uses use costs cost "
        + "receives receive gets makes earns yields sells produces allows limits plans prefers expects asks").Split(' ').ToFrozenSet();

    private readonly int[] _partOf;
    private readonly List<PartOpening> _openings = [];

    /// <summary>Cuts the sentences of a text.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="places">Where variables are named.</param>
    public SentenceParts(Token[] tokens, IReadOnlyList<Occurrence> places)
    {
        _partOf = new int[tokens.Length];
        var ends = places.Select(place => place.End).ToHashSet();
        var starts = places.Select(place => place.First).ToHashSet();
        var start = 0;
        for (var index = 0; index < tokens.Length; index++)
        {
            var isFirst = index == 0 || tokens[index].Sentence != tokens[index - 1].Sentence;
            var opening = OpeningOf(tokens, index, isFirst);
            var isCut = isFirst || opening != PartOpening.Plain || tokens[index - 1].Raw is ";" or ":"
                || tokens[index - 1].Raw == "," && !IsWithinList(tokens, index - 1, starts, ends)
                || tokens[index].Lower is "and" or "or" && !IsWithinList(tokens, index, starts, ends) && IsVerbAhead(tokens, index);
            // "..., and because": the conjunction belongs to what it opens.
            if (isCut && !isFirst && index == start + 1 && tokens[start].Lower is "and" or "or") _openings[^1] = opening;
            else if (isCut)
            {
                _openings.Add(opening);
                start = index;
            }

            _partOf[index] = _openings.Count - 1;
        }
    }

    /// <summary>The part of a token.</summary>
    public int Of(int token) => _partOf[token];

    /// <summary>How the part of a token is opened.</summary>
    public PartOpening OpeningAt(int token) => _openings[_partOf[token]];

    private static PartOpening OpeningOf(Token[] tokens, int index, bool isFirst) => tokens[index].Lower switch
    {
        "because" or "since" or "due" or "owing" => PartOpening.Reason,
        "as" when (isFirst || tokens[index - 1].Raw == ",") && !(index + 1 < tokens.Length && tokens[index + 1].Lower is "well" or "many" or "much" or "few")
            => PartOpening.Reason,
        "if" or "assuming" or "provided" or "given" or "knowing" or "unless" => PartOpening.Condition,
        "but" or "while" or "whereas" or "although" or "conversely" => PartOpening.Contrast,
        _ => PartOpening.Plain,
    };

    /// <summary>A comma or conjunction between two names, or after a name and before "and".</summary>
    private static bool IsWithinList(Token[] tokens, int at, HashSet<int> starts, HashSet<int> ends)
    {
        var next = at + 1;
        while (next < tokens.Length && tokens[next].Lower is "and" or "or" or "a" or "an" or "the" or "one" or "each" or "every" or ",") next++;
        var last = at - 1;
        while (last > 0 && tokens[last].Raw == ",") last--;
        return ends.Contains(last + 1) && starts.Contains(next);
    }

    private static bool IsVerbAhead(Token[] tokens, int from)
    {
        for (var index = from + 1; index < Math.Min(tokens.Length, from + 1 + VerbReach) && tokens[index].Sentence == tokens[from].Sentence; index++)
        {
            if (tokens[index].Raw is "," or ";" || tokens[index].Lower is "and" or "or") return false;
            if (FiniteVerbs.Contains(tokens[index].Lower)) return true;
        }

        return false;
    }
}

using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>Decides where a name in a list begins and ends, by its kind of words, by the names beside it and by what is said elsewhere.</summary>
internal sealed class NameEdges
{
    private const int LongestName = 4;
    private const int LongestLine = 9;

    private static readonly FrozenSet<string> OpeningWords = (
        "after as at because before by due during for from given if in on since to under when with").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> NoNames = (
        "called named namely together neither either other others same another some plan it").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Prepositions = "of at with on by in".Split(' ').ToFrozenSet();

    private readonly Token[] _tokens;
    private readonly HashSet<int> _starts;
    private readonly HashSet<int> _ends;

    // The stems of its words in order, symbols left out.
    private readonly string[] _words;

    public NameEdges(Token[] tokens, List<TaggedName> tagged)
    {
        _tokens = tokens;
        _starts = [.. tagged.Select(name => name.First)];
        _ends = [.. tagged.Select(name => name.End)];
        _words = [.. tokens.Where(token => token.IsAlphanumeric).Select(token => token.Stem)];
    }

    /// <summary>The first token of the name with which a piece begins, determiners and amounts left out; null when it begins with no name.</summary>
    public int? Start(int first, int end)
    {
        while (first < end && (IsDeterminer(first) || IsAmount(first) || _tokens[first].Raw is "$" or "(" or "\"" or "“" or "”")) first++;
        return first < end && IsNameWord(first, first, end) ? first : null;
    }

    /// <summary>The name that a piece wholly is; null when it is more than a name.</summary>
    public (int First, int End)? Whole(int first, int end)
    {
        if (Start(first, end) is not { } start || Words(start, end) > LongestName) return null;
        for (var index = start; index < end; index++)
            if (!IsNameWord(index, start, end)) return null;
        return (start, end);
    }

    /// <summary>The longest name that ends where a piece ends; null when none does.</summary>
    public (int First, int End)? Back(int first, int end)
    {
        var start = end;
        while (start > first && Words(start - 1, end) <= LongestName
            && !IsAmountBeforeName(start - 1, end) && IsNameWord(start - 1, first, end)) start--;
        while (start < end && (!_tokens[start].IsAlphanumeric || _tokens[start].Lower == "of" || IsAmount(start))) start++;
        return start < end ? (start, end) : null;
    }

    /// <summary>The end of the longest name from a token.</summary>
    public int Forward(int first, int end)
    {
        var last = first + 1;
        while (last < end && Words(first, last + 1) <= LongestName && IsNameWord(last, first, end)) last++;
        while (last > first + 1 && (!_tokens[last - 1].IsAlphanumeric || _tokens[last - 1].Lower == "of")) last--;
        return last;
    }

    /// <summary>True when there is an amount among the tokens.</summary>
    public bool IsCounted(int first, int end)
    {
        for (var index = first; index < end; index++)
            if (_tokens[index].IsNumber) return true;
        return false;
    }

    /// <summary>True for what stands before a sentence proper: "after the storm", "to save time".</summary>
    public bool IsOpeningClause(int first, int end) =>
        first < end && (first == 0 || _tokens[first - 1].Sentence != _tokens[first].Sentence) && OpeningWords.Contains(_tokens[first].Lower);

    /// <summary>True when the tokens say how many things follow, or of what kind they are.</summary>
    public bool Announces(int first, int end, int count)
    {
        var said = QuantityReader.Read(_tokens[first..end]);
        if (said.Exists(quantity => quantity.Value == count && !IsLabel(first + quantity.First))) return true;
        return Array.FindIndex(
            _tokens, first, end - first, token => token.Lower is "kinds" or "types" or "sorts" or "options" or "choices" or "ways") >= 0;
    }

    /// <summary>The keys of a list; the first name may begin later, and the last end earlier, than they could at most.</summary>
    public List<NameKey> Settle((int First, int End)? opening, List<(int First, int End)> whole, (int First, int End) last)
    {
        var models = new List<(int First, int End)>(whole);
        var ending = EndOf(last, models);
        List<(int First, int End)> spans = [.. whole, ending];
        if (opening is not { } first) return KeysOf(spans);
        models.Add(ending);
        var isMeasured = models.Exists(model => Array.FindIndex(_tokens, model.First, model.End - model.First, token => token.Lower == "of") >= 0);
        var starts = Enumerable.Range(first.First, first.End - first.First)
            .Where(start => MayStart(start, first.First) && !(isMeasured && start > first.First && _tokens[start - 1].Lower == "of"))
            .Select(start => (start, first.End)).ToList();
        if (starts.Count == 0) return KeysOf(spans);
        var best = Best(starts, models);
        // Of two names each says how the other may be.
        if (whole.Count == 0) spans = [EndOf(last, [best])];
        // "Together, scarves, gloves and caps": what is never said again while the others are is no thing.
        if (whole.Count == 0 || IsKnown(best) || !models.TrueForAll(IsKnown)) spans.Insert(0, best);
        return KeysOf(spans);
    }

    private (int First, int End) EndOf((int First, int End) last, List<(int First, int End)> models) =>
        Best(Enumerable.Range(last.First + 1, last.End - last.First)
            .Where(end => end == last.End || MayEnd(end, last.End)).Select(end => (last.First, end)), models);

    /// <summary>The keys of some names, without a beginning that all have in common: "hectares of oats, hectares of rye".</summary>
    public List<NameKey> KeysOf(List<(int First, int End)> spans) =>
        [.. WithoutShared(spans).Select(span => KeyOf(span.First, span.End)).OfType<NameKey>()];

    /// <summary>The name in "number of scarves knitted" and "how many scarves to knit"; null for any other line.</summary>
    public (int First, int End)? Counted(int first, int end)
    {
        // "Amount of wool: minimize" is the goal.
        if (end - first > LongestLine || Array.FindIndex(_tokens, first, end - first, token => token.Raw == ":") >= 0) return null;
        var start = -1;
        while (first < end && (!_tokens[first].IsWord || _tokens[first].Lower == "the")) first++;
        for (var index = first + 1; index < Math.Min(end, first + 2); index++)
        {
            var (before, lower) = (_tokens[index - 1].Lower, _tokens[index].Lower);
            if ((lower == "of" && before is "number" or "quantity" or "amount" or "count")
                || (lower is "many" or "much" && before == "how")) start = index + 1;
        }

        if (start < 0) return null;
        // "Number of hours at site 2" is about the site.
        for (var index = start + 1; index + 1 < end; index++)
            if (Prepositions.Contains(_tokens[index].Lower) && WordLists.NeverNames.Contains(_tokens[index - 1].Lower)) start = index + 1;
        if (Start(start, end) is not { } name) return null;
        var last = Forward(name, end);
        return EndOf((name, last), []);
    }

    private NameKey? KeyOf(int first, int end)
    {
        while (end - first > 1 && _tokens[end - 1].Lower is "one" or "ones") end--;
        return NameKey.Of(_tokens, first, end);
    }

    private List<(int First, int End)> WithoutShared(List<(int First, int End)> spans)
    {
        if (spans.Count == 0) return spans;
        var (first, end) = spans[0];
        var of = Array.FindIndex(_tokens, first, end - first, token => token.Lower == "of");
        if (of < 0) return spans;
        var length = of + 1 - first;
        bool Shares((int First, int End) span) => span.End - span.First > length
            && Enumerable.Range(0, length).All(offset => _tokens[span.First + offset].StemHash == _tokens[first + offset].StemHash);
        return spans.TrueForAll(Shares) ? spans.ConvertAll(span => (span.First + length, span.End)) : spans;
    }

    private (int First, int End) Best(IEnumerable<(int First, int End)> spans, List<(int First, int End)> models)
    {
        var counted = spans.Select(span => (Span: span, Count: KeyOf(span.First, span.End) is { } key ? CountOf(key) : 0)).ToList();
        // What is always said with a further word is said too short.
        return counted.MaxBy(item => Fit(item.Span, models)
            - (item.Count >= 2 && counted.Exists(other => other.Count == item.Count && Length(other.Span) > Length(item.Span)) ? 1.5 : 0)).Span;

        static int Length((int First, int End) span) => span.End - span.First;
    }

    private bool IsKnown((int First, int End) span) => _starts.Contains(span.First) || (KeyOf(span.First, span.End) is { } key && CountOf(key) >= 2);

    private int CountOf(NameKey key) => key.Length > LongestName + 1 ? 0 : CountOf(key.Stems);

    /// <summary>How often words stand in the text one behind the other.</summary>
    private int CountOf(ReadOnlySpan<string> stems)
    {
        var count = 0;
        for (var first = 0; first + stems.Length <= _words.Length; first++)
            if (_words[first] == stems[0] && _words.AsSpan(first, stems.Length).SequenceEqual(stems)) count++;
        return count;
    }

    /// <summary>How well a run of tokens does as a name beside others.</summary>
    private double Fit((int First, int End) span, List<(int First, int End)> models)
    {
        if (KeyOf(span.First, span.End) is not { } key) return -10;
        var count = CountOf(key);
        var fit = count >= 2 ? 2 + 0.3 * Math.Min(count, 3) + 0.8 * key.Length : -0.3 * key.Length;
        if (_starts.Contains(span.First)) fit += 1;
        if (_ends.Contains(span.End)) fit += 1;
        if (models.Count == 0) return fit;
        var head = _tokens[models[0].End - 1];
        var isHeadShared = !head.IsNumber
            && models.TrueForAll(model => _tokens[model.End - 1].StemHash == head.StemHash && Words(model.First, model.End) > 1);
        // The head alone is what all of them are, unless it is said alone too: "shirts and dress shirts".
        if (isHeadShared && _tokens[span.End - 1].StemHash == head.StemHash)
            fit += key.Length > 1 ? 2 : count - models.Sum(model => CountOf(KeyOf(model.First, model.End)!)) >= 2 ? 0 : -4;
        else if (models.Exists(model => _tokens[model.End - 1].StemHash == _tokens[span.End - 1].StemHash)) fit += 1;
        if (models.Exists(model => Words(model.First, model.End) == key.Length)) fit += 0.5;
        if (IsPlural(span.End - 1) == IsPlural(models[^1].End - 1)) fit += 0.7;
        return fit;
    }

    private bool IsPlural(int index) => _tokens[index].Stem != _tokens[index].Lower;

    private int Words(int first, int end) => _tokens.AsSpan(first, end - first).ToArray().Count(token => token.IsAlphanumeric);

    private bool IsDeterminer(int index) => (WordLists.Determiners.Contains(_tokens[index].Lower)
            || _tokens[index].Lower is "only" or "either" or "another" or "some")
        && _tokens[index].Raw != "A" && !IsHyphenated(index);

    private bool IsAmount(int index) => _tokens[index].IsNumber && !IsHyphenated(index);

    private bool IsHyphenated(int index) =>
        index + 1 < _tokens.Length && _tokens[index + 1].Raw == "-" && _tokens[index + 1].Start == _tokens[index].End;

    /// <summary>The number in "20 scarves", other than that in "site 2".</summary>
    private bool IsAmountBeforeName(int index, int end) => IsAmount(index) && index + 1 < end && _tokens[index + 1].IsWord && !IsLabel(index);

    /// <summary>The "2" of "site 2" and of "type-2", the "B" of "press B".</summary>
    private bool IsLabel(int index)
    {
        if (index == 0) return false;
        var (token, before) = (_tokens[index], _tokens[index - 1]);
        if (before.End == token.Start && token.IsAlphanumeric) return true;
        if (before.Raw == "-" && before.End == token.Start) return true;
        if (!before.IsWord || WordLists.NeverNames.Contains(before.Lower)) return false;
        if (token.Raw.Length == 1 && char.IsUpper(token.Raw[0])) return true;
        return token.IsNumber && token.Raw.Length <= 4
            && (char.IsUpper(before.Raw[0]) || (token.Raw.Length <= 3 && CountOf([before.Stem, token.Stem]) >= 2));
    }

    private bool MayStart(int index, int first) =>
        _tokens[index].IsAlphanumeric && !IsLabel(index) && !IsAmount(index) && _tokens[index].Lower != "of"
        && (index == first || _tokens[index - 1].Raw != "-");

    private bool MayEnd(int end, int limit) => _tokens[end - 1].IsAlphanumeric && _tokens[end - 1].Lower != "of"
        && (end >= limit || (!IsLabel(end) && !IsHyphenated(end - 1) && _tokens[end].Lower != "of"));

    /// <summary>True for a token that may be part of a name.</summary>
    private bool IsNameWord(int index, int first, int end)
    {
        var token = _tokens[index];
        if (token.Raw == "-") return index > first && index + 1 < end;
        if (token.Lower is "'s" or "’s" or "'" or "’") return index > first;
        if (IsHyphenated(index) && index + 2 < _tokens.Length) return token.IsAlphanumeric;
        if (index > first && IsLabel(index)) return true;
        if (token.Lower == "of") return index > first && index + 1 < end;
        if (!token.IsWord || token.IsNumber || token.Raw.Length == 1) return token.Lower is "one" && index > first;
        if (token.Lower == "type") return index + 1 < end && IsLabel(index + 1);
        return token.Lower == "ones" ? index > first : !WordLists.NeverNames.Contains(token.Lower) && !NoNames.Contains(token.Lower);
    }
}

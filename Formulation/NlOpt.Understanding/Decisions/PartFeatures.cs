using System.Collections.Frozen;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using static NlOpt.Understanding.Decisions.Buckets;

namespace NlOpt.Understanding.Decisions;

/// <summary>Features of the part of the sentence that a number stands in: what else it names and how it speaks of shares, totals and kinds.</summary>
internal sealed class PartFeatures
{
    private static readonly FrozenSet<string> Shares = "share percentage proportion portion fraction part percent".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Totals = "total combined altogether together overall sum combination".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Kinds = "kind type sort variety category model one".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Liking =
        "like likes prefer prefers know knows love loves trust ask asks want wants favor favour".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Quantifiers = "each every no any either neither".Split(' ').ToFrozenSet();

    private readonly ReadingContext _context;
    private readonly NumberContext _number;
    private readonly ArraySegment<Token> _words;
    private readonly Occurrence[] _before;
    private readonly Occurrence[] _after;
    private readonly uint _distinct;
    private readonly uint _coverage;
    private readonly uint _total;
    private readonly uint _eachKind;

    /// <summary>Looks at the part that a number stands in.</summary>
    public PartFeatures(ReadingContext context, NumberContext number)
    {
        (_context, _number) = (context, number);
        var (from, end) = (number.First, number.First);
        while (from > 0 && IsInPart(from - 1)) from--;
        while (end < context.Tokens.Length && IsInPart(end)) end++;
        _words = new ArraySegment<Token>(context.Tokens, from, end - from);
        _before = Array.FindAll(number.Before, place => IsInPart(place.First));
        _after = Array.FindAll(number.After, place => IsInPart(place.First));
        var distinct = NumberContext.CountDistinct(_before, _after);
        (_distinct, _coverage) = (Cap(distinct, 3), distinct == 0 ? 0u : distinct == context.Count ? 2u : 1u);
        for (var index = 0; index < _words.Count; index++)
        {
            if (Totals.Contains(_words[index].Lower)) _total = 1;
            if (index + 1 < _words.Count && Quantifiers.Contains(_words[index].Lower) && Kinds.Contains(_words[index + 1].Stem)) _eachKind = 1;
        }
    }

    /// <summary>True when the words before the number in its part say what it is about: a name, "the total number of".</summary>
    public bool HasSubject => _before.Length > 0
        || WordsBefore.Any(token => token.Lower is "number" or "amount" or "quantity" || Totals.Contains(token.Lower));

    /// <summary>A part of one thing alone, "the share of chairs is at least 40%": nothing is there that it could be compared with.</summary>
    public bool IsShareOfAll => (_number.Quantity.IsPercent || _number.Quantity.IsFraction) && _coverage == 1 && _distinct == 1
        && !_words.Any(token => token.Lower is "as" or "that" or "those" or "other" or "others" or "latter" or "former" or "times")
        && !ComparesThings();

    /// <summary>A number of a reason, "because over half of the customers like chairs": nothing that has to be kept.</summary>
    public bool IsReason => _context.Parts.OpeningAt(_number.First) == PartOpening.Reason
        && _words.Any(token => Liking.Contains(token.Lower))
        && !_words.Any(token => token.Lower is "must" or "should" or "can" or "cannot" or "only");

    /// <summary>Adds what tells the role of the number.</summary>
    public void AddRole(FeatureList features)
    {
        var quantity = _number.Quantity;
        var form = Flag(quantity.IsPercent) | Flag(quantity.IsFraction) << 1 | Flag(quantity.IsMultiple) << 2;
        var (before, after) = (Distinct(_before), Distinct(_after));
        var isShare = 0u;
        foreach (var token in WordsBefore)
            if (Shares.Contains(token.Lower)) isShare = 1;
        var compares = 0u;
        for (var index = 0; index < Math.Min(4, _number.Right.Length); index++)
            if (_number.Right[index].Lower is "as" or "than" or "number" or "that" or "those") compares = 1;
        var opening = (uint)_context.Parts.OpeningAt(_number.First);
        features.Add(100, form, before, after);
        features.Add(101, form, isShare, _coverage);
        features.Add(102, opening);
        features.Add(103, opening, form, Flag(_number.DirectionBefore is not null));
        features.Add(104, form, compares, before << 2 | after);
        features.Add(105, form, _total, _coverage);
    }

    /// <summary>Adds what tells a limit of all variables, or of a column, from others.</summary>
    public void AddLimit(FeatureList features, bool sharesUnit)
    {
        var counted = _number.Counted is null ? 0u : 1u;
        features.Add(100, _distinct, _coverage);
        features.Add(101, _total);
        features.Add(102, _eachKind);
        features.Add(103, _total, _coverage, Flag(sharesUnit));
        features.Add(104, counted, _coverage, Flag(sharesUnit));
        features.Add(105, Distinct(_before), Distinct(_after), counted);
    }

    /// <summary>Adds what tells the variable that a limit limits.</summary>
    public void AddVariable(FeatureList features, int variable)
    {
        var (before, after) = (IndexOf(_before, variable), IndexOf(_after, variable));
        features.Add(110, before, after);
        features.Add(111, before, after, _coverage);
        features.Add(112, before, after, _total, _eachKind);
    }

    /// <summary>Adds what tells the variable of a coefficient.</summary>
    public void AddAttachment(FeatureList features, int variable)
    {
        var (before, after) = (IndexOf(_before, variable), IndexOf(_after, variable));
        features.Add(110, before, after);
        features.Add(111, before, after, _coverage);
        if (_distinct > 0 || Substitute() is not { } word) return;
        // "A table needs 3 hours, the other 4": what stands for a name is told by the order of the names before it.
        var order = _context.Occurrences.Where(place => place.End <= _number.First).Select(place => place.Variable).ToList();
        var first = order.IndexOf(variable);
        var last = order.Count > 0 && order[^1] == variable;
        features.Add(112, word, Flag(last), Flag(first >= 0 && order.IndexOf(order[^1]) > first));
        features.Add(113, word, Cap(_context.Count - 2, 2), Flag(last));
    }

    /// <summary>A word before the number in its part that stands for a name.</summary>
    private uint? Substitute()
    {
        foreach (var token in WordsBefore)
            if (token.Lower is "other" or "others" or "latter" or "former" or "second" or "first" or "last") return token.StemHash;
        return null;
    }

    /// <summary>A "than" that no number follows.</summary>
    private bool ComparesThings()
    {
        for (var index = 0; index < _words.Count; index++)
            if (_words[index].Lower == "than") return index + 1 == _words.Count || _words[index + 1] != _context.Tokens[_number.First];
        return false;
    }

    private ArraySegment<Token> WordsBefore => _words[..(_number.First - _words.Offset)];

    private static uint Distinct(Occurrence[] places) => Cap(NumberContext.CountDistinct(places, []), 2);

    private static uint IndexOf(Occurrence[] places, int variable)
    {
        for (var index = 0; index < places.Length; index++)
            if (places[index].Variable == variable) return Cap(index, 2);
        return Absent;
    }

    private bool IsInPart(int token) => _context.Parts.Of(token) == _context.Parts.Of(_number.First);
}

using System.Collections.Frozen;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;
using static NlOpt.Understanding.Decisions.Buckets;

namespace NlOpt.Understanding.Decisions;

/// <summary>The features by which the column of the objective is told from the other columns and from a plain count.</summary>
internal sealed class ObjectiveFeatures
{
    private static readonly FrozenSet<uint> Vague = Hashes(
        "total number amount unit overall daily weekly monthly needed required maximum minimum quantity produced used made transported");

    private static readonly FrozenSet<uint> MoneyWords = Hashes(
        "cost profit revenue expense wage spending price earning income return investment money");

    private static readonly FrozenSet<uint> GainWords = Hashes("profit revenue earn return yield interest sell sold");

    private static readonly FrozenSet<uint> CostWords = Hashes("cost price expense");

    private static readonly FrozenSet<uint> CountedTimes = Hashes("time trip hour minute day");

    private static readonly uint NumberWord = Hash.Of("number");

    private readonly ReadingContext _context;
    private readonly TextContext _text;
    private readonly List<Column> _columns;
    private readonly uint[] _tail;
    private readonly uint[] _head;
    private readonly uint[] _roots;
    private readonly int[] _matches;
    private readonly int[] _rootMatches;
    private readonly int _bestMatch;
    private readonly bool _asksAmount;
    private readonly bool _wantsMoney;
    private readonly uint _counts;
    private readonly int _firstCoefficient;
    private readonly int _lastCoefficient;

    /// <summary>Prepares the features of all candidates of a reading.</summary>
    /// <param name="context">The reading; its coefficients have roles and variables.</param>
    /// <param name="text">The wording of the objective; usually that of the reading.</param>
    /// <param name="columns">The candidate columns.</param>
    public ObjectiveFeatures(ReadingContext context, TextContext text, List<Column> columns)
    {
        (_context, _text, _columns) = (context, text, columns);
        var tail = text.ObjectiveTail;
        _tail = [.. tail.Where(token => !token.IsFunctionWord).Select(token => token.StemHash)];
        _head = [.. tail.Where(token => !token.IsFunctionWord && token.IsWord && !Vague.Contains(token.StemHash)).Select(token => token.StemHash)];
        _roots = [.. tail.Where(token => !token.IsFunctionWord && token.IsWord && !Vague.Contains(token.StemHash)
            && !context.NameStems.Contains(token.StemHash)).Select(token => token.RootHash)];
        _asksAmount = tail.Take(4).Any(token => token.Lower is "number" or "amount");
        _wantsMoney = _head.Take(3).Any(MoneyWords.Contains);
        _matches = [.. columns.Select(Match)];
        _rootMatches = [.. columns.Select(RootMatches)];
        _bestMatch = _matches.DefaultIfEmpty().Max();
        _counts = HeadCounts();
        _firstCoefficient = Array.FindIndex(context.Numbers, number => number.Role == NumberRole.Coefficient);
        _lastCoefficient = Array.FindLastIndex(context.Numbers, number => number.Role == NumberRole.Coefficient);
    }

    /// <summary>True when what is wanted counts all variables in other words, and no column measures it: "the total number of purifiers".</summary>
    public bool IsCount => _counts != 0 && _bestMatch == 0 && !_wantsMoney;

    private uint FirstHead => _head.Length > 0 ? _head[0] : 0;

    /// <summary>Writes the features of a plain count.</summary>
    public void WriteCount(FeatureList features)
    {
        features.Clear();
        features.Add(1);
        features.Add(2, _text.IsMinimization);
        foreach (var token in _text.ObjectiveTail.Take(5)) features.Add(3, token.StemHash);
        foreach (var name in _text.ObjectiveNames) features.Add(4, name);
        foreach (var token in _text.ObjectiveLead) features.Add(5, token.StemHash);
        features.Add(6, Array.Exists(_text.ObjectiveTail, IsNumberWord) || Array.Exists(_text.ObjectiveLead, IsNumberWord));
        features.Add(7, Array.Exists(_text.ObjectiveTail, token => _context.NameStems.Contains(token.StemHash)));
        features.Add(8, Array.Exists(_text.ObjectiveTail, token => _context.SharedNameStems.Contains(token.StemHash)));
        features.Add(9, (uint)_bestMatch, Flag(_asksAmount));
        features.Add(10, (uint)_bestMatch, Flag(_context.NameStems.Contains(FirstHead)));
        features.Add(11, FirstHead);
        features.Add(12, Flag(_text.ObjectiveTail.Take(4).Any(token => token.Lower == "number")), (uint)_bestMatch);
        features.Add(13, (uint)_bestMatch, Flag(_text.ObjectiveTail.Take(5).Any(token => CountedTimes.Contains(token.StemHash))));
        features.Add(14, Flag(_columns.Exists(column => column.IsMoney)), Flag(_wantsMoney));
        features.Add(15, Flag(_context.MeasureStems.Contains(FirstHead)), (uint)_bestMatch);
        features.Add(16, _columns.Count == 0);
        var rootMatches = _rootMatches.DefaultIfEmpty().Max();
        features.Add(17, Cap(rootMatches, 2), Flag(_context.NameStems.Contains(FirstHead)), Flag(_asksAmount));
        features.Add(19, Flag(_columns.Exists(column => column.IsMoney)), Flag(_wantsMoney), Cap(rootMatches, 2));
        features.Add(18, Cap(rootMatches, 2), (uint)_bestMatch, Flag(_context.SharedNameStems.Contains(FirstHead)));
        features.Add(100, _counts);
        features.Add(101, _counts, (uint)_bestMatch, Flag(_wantsMoney));
        features.Add(102, _counts, Cap(rootMatches, 2), Flag(_context.NameStems.Contains(FirstHead)));
    }

    /// <summary>Writes the features of a column.</summary>
    public void WriteColumn(FeatureList features, int index)
    {
        var column = _columns[index];
        features.Clear();
        features.Add(20, _text.IsMinimization);
        var near = Near(column);
        AddMoney(features, column, near);
        AddMatch(features, column, _matches[index], _rootMatches[index]);
        AddNames(features, column, near);
        features.Add(60, column.Numbers.Length == _context.Count);
        features.Add(103, _counts, (uint)_matches[index], Flag(column.IsMoney));
        features.Add(104, _counts, (uint)_bestMatch, Cap(_rootMatches[index], 2), Flag(_wantsMoney));
        features.Add(61, Array.TrueForAll(column.Numbers, number => number.Sentence == _text.ObjectiveSentence));
        features.Add(62, Cap(column.Numbers.Count(number => number.Ranks.IsNearObjectiveName), 4));
        features.Add(63, column.Numbers[^1].Position >= _lastCoefficient);
        features.Add(64, column.Numbers[0].Position <= _firstCoefficient);
    }

    private static bool IsNumberWord(Token token) => token.StemHash == NumberWord;

    private static FrozenSet<uint> Hashes(string words) => words.Split(' ').Select(word => Hash.Of(word)).ToFrozenSet();

    /// <summary>
    /// Whether what is wanted counts all variables: limits count it ("at least 20 lines"), shares are taken of it ("40% of all lines"), variables
    /// are measured in it ("hours on the lathe").
    /// </summary>
    private uint HeadCounts()
    {
        var head = FirstHead;
        if (head == 0) return 0;
        var tokens = _context.Tokens;
        var isLimited = Array.Exists(_context.Numbers, number => number.Role == NumberRole.Limit && !number.Quantity.IsMoney && number.Unit == head);
        var isShared = Array.Exists(_context.Numbers, number => (number.Quantity.IsPercent || number.Quantity.IsFraction)
            && number.Right.Take(5).Any(token => token.StemHash == head));
        var isMeasure = _context.Occurrences.Exists(place => place.First > 1 && tokens[place.First - 2].StemHash == head
            && tokens[place.First - 1].Lower is "of" or "on" or "at" or "in" or "with" or "by");
        var isKind = false;
        for (var index = 2; index < tokens.Length; index++)
        {
            if (tokens[index].StemHash == head && tokens[index - 1].Lower == "of")
                isKind |= tokens[index - 2].Stem is "kind" or "type" or "sort" or "variety";
        }

        return Flag(isLimited) | Flag(isShared) << 1 | Flag(isMeasure) << 2 | Flag(isKind) << 3;
    }

    private int Match(Column column)
    {
        var isMeasured = false;
        for (var index = 0; index < Math.Min(3, _head.Length); index++) isMeasured |= column.HasMeasure(_head[index]);
        return (column.HasMeasure(FirstHead) ? 2 : 0) + (isMeasured ? 1 : 0);
    }

    /// <summary>How many words of the objective have the root of a word near the column's numbers: "transported" and "transports".</summary>
    private int RootMatches(Column column)
    {
        if (_roots.Length == 0) return 0;
        var around = Around(column);
        var count = 0;
        foreach (var root in _roots)
            if (around.Exists(token => token.IsWord && !token.IsFunctionWord && token.RootHash == root)) count++;
        return count;
    }

    private void AddMoney(FeatureList features, Column column, HashSet<uint> near)
    {
        var isMoney = Flag(column.IsMoney);
        var wantsMoney = Flag(_wantsMoney);
        features.Add(21, isMoney);
        features.Add(22, isMoney, Flag(_text.IsMinimization));
        features.Add(23, wantsMoney, isMoney);
        features.Add(24, wantsMoney, isMoney, Cap(_columns.Count(other => other.IsMoney), 4));
        features.Add(25, Flag(Shares(near, GainWords)), Flag(_text.IsMinimization));
        features.Add(26, Flag(Shares(near, CostWords)), Flag(_text.IsMinimization));
    }

    private void AddMatch(FeatureList features, Column column, int match, int rootMatches)
    {
        features.Add(30, (uint)match, (uint)_bestMatch);
        features.Add(31, Flag(match == _bestMatch), (uint)_bestMatch);
        features.Add(32, (uint)match, (uint)_bestMatch, Flag(_asksAmount));
        features.Add(33, Flag(match == _bestMatch), Cap(_matches.Count(other => other == _bestMatch), 5));
        features.Add(34, Flag(Array.Exists(column.Numbers, number => number.DenominatorStems.Contains(FirstHead))), (uint)match);
        features.Add(35, Flag(IsToTheLeft(column, FirstHead)), (uint)match);
        features.Add(37, Cap(rootMatches, 2), (uint)match);
        features.Add(38, Flag(rootMatches > 0), (uint)_bestMatch, Flag(column.IsMoney));
        var isHeadLeft = false;
        for (var index = 0; index < Math.Min(3, _head.Length); index++) isHeadLeft |= IsToTheLeft(column, _head[index]);
        features.Add(36, Flag(isHeadLeft), Flag(column.IsMoney));
    }

    /// <summary>True when a word stands before one of the column's numbers in its clause.</summary>
    private static bool IsToTheLeft(Column column, uint stem)
    {
        foreach (var number in column.Numbers)
        {
            for (var index = 0; index < Math.Min(8, number.LeftClause.Length); index++)
                if (number.LeftClause[index].StemHash == stem) return true;
        }

        return false;
    }

    private void AddNames(FeatureList features, Column column, HashSet<uint> near)
    {
        features.Add(40, Common(_text.ObjectiveNames, near) > 0);
        features.Add(41, Cap(Common(_text.ObjectiveNames, column.Words), 3));
        features.Add(42, Cap(Common(_tail, near), 3));
        features.Add(43, Cap(Common(_tail, column.Words), 3));
        features.Add(44, Array.Exists(column.Numbers, number => _text.ObjectiveNames.Contains(number.Unit) || _tail.Contains(number.Unit)
            || _text.ObjectiveLead.Any(token => token.StemHash == number.Unit)));
        foreach (var name in _text.ObjectiveNames.Take(3))
            foreach (var word in near.Take(12)) features.Add(45, name, word);
    }

    private static bool Shares(HashSet<uint> near, FrozenSet<uint> words)
    {
        foreach (var word in words)
            if (near.Contains(word)) return true;
        return false;
    }

    private static HashSet<uint> Near(Column column)
    {
        var near = new HashSet<uint>();
        foreach (var token in Around(column))
            if (token.IsWord && !token.IsFunctionWord) near.Add(token.StemHash);
        return near;
    }

    /// <summary>The tokens close to the numbers of a column.</summary>
    private static List<Token> Around(Column column)
    {
        var around = new List<Token>();
        foreach (var number in column.Numbers)
        {
            around.AddRange(number.LeftClause.AsSpan(0, Math.Min(6, number.LeftClause.Length)));
            around.AddRange(number.RightClause.AsSpan(0, Math.Min(5, number.RightClause.Length)));
        }

        return around;
    }
}

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
    private readonly IReadOnlyList<Column> _columns;
    private readonly uint[] _tail;
    private readonly uint[] _head;
    private readonly uint[] _roots;
    private readonly int[] _matches;
    private readonly int[] _rootMatches;
    private readonly int _bestMatch;
    private readonly bool _asksAmount;
    private readonly uint _counts;
    private readonly NumberContext[] _coefficients;

    /// <summary>Prepares the features of all candidates of a reading.</summary>
    /// <param name="context">The reading; its coefficients have roles and variables.</param>
    /// <param name="text">The wording of the objective; usually that of the reading.</param>
    /// <param name="columns">The candidate columns.</param>
    public ObjectiveFeatures(ReadingContext context, TextContext text, IReadOnlyList<Column> columns)
    {
        (_context, _text, _columns) = (context, text, columns);
        var tail = text.ObjectiveTail;
        _tail = [.. tail.Where(token => !token.IsFunctionWord).Select(token => token.StemHash)];
        _head = [.. tail.Where(token => !token.IsFunctionWord && token.IsWord && !Vague.Contains(token.StemHash)).Select(token => token.StemHash)];
        _roots = [.. tail.Where(token => !token.IsFunctionWord && token.IsWord && !Vague.Contains(token.StemHash)
            && !context.NameStems.Contains(token.StemHash)).Select(token => token.RootHash)];
        _asksAmount = tail.Take(4).Any(token => token.Lower is "number" or "amount");
        _matches = [.. columns.Select(Match)];
        _rootMatches = [.. columns.Select(RootMatches)];
        _bestMatch = _matches.DefaultIfEmpty().Max();
        _counts = HeadCounts();
        _coefficients = Array.FindAll(context.Numbers, number => number.Role == NumberRole.Coefficient);
    }

    /// <summary>True when what is wanted counts all variables in other words, and no column measures it: "the total number of purifiers".</summary>
    public bool IsCount => _counts != 0 && _bestMatch == 0 && !_head.Take(3).Any(MoneyWords.Contains);

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
        var stems = _text.ObjectiveTail.Select(token => token.StemHash).ToHashSet();
        features.Add(6, stems.Contains(NumberWord) || _text.ObjectiveLead.Any(token => token.StemHash == NumberWord));
        features.Add(7, stems.Overlaps(_context.NameStems));
        features.Add(8, stems.Overlaps(_context.SharedNameStems));
        features.Add(9, (uint)_bestMatch, Flag(_asksAmount));
        features.Add(10, (uint)_bestMatch, Flag(_context.NameStems.Contains(FirstHead)));
        features.Add(11, FirstHead);
        features.Add(12, Flag(_text.ObjectiveTail.Take(4).Any(token => token.Lower == "number")), (uint)_bestMatch);
        features.Add(13, (uint)_bestMatch, Flag(_text.ObjectiveTail.Take(5).Any(token => CountedTimes.Contains(token.StemHash))));
        features.Add(14, Flag(_columns.Any(column => column.IsMoney)), Flag(_head.Take(3).Any(MoneyWords.Contains)));
        features.Add(15, Flag(_context.MeasureStems.Contains(FirstHead)), (uint)_bestMatch);
        features.Add(16, _columns.Count == 0);
        var rootMatches = _rootMatches.DefaultIfEmpty().Max();
        features.Add(17, Cap(rootMatches, 2), Flag(_context.NameStems.Contains(FirstHead)), Flag(_asksAmount));
        features.Add(19, Flag(_columns.Any(column => column.IsMoney)), Flag(_head.Take(3).Any(MoneyWords.Contains)), Cap(rootMatches, 2));
        features.Add(18, Cap(rootMatches, 2), (uint)_bestMatch, Flag(_context.SharedNameStems.Contains(FirstHead)));
        features.Add(100, _counts);
        features.Add(101, _counts, (uint)_bestMatch, Flag(_head.Take(3).Any(MoneyWords.Contains)));
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
        features.Add(60, column.Numbers.Count == _context.Count);
        features.Add(103, _counts, (uint)_matches[index], Flag(column.IsMoney));
        features.Add(104, _counts, (uint)_bestMatch, Cap(_rootMatches[index], 2), Flag(_head.Take(3).Any(MoneyWords.Contains)));
        features.Add(61, column.Numbers.All(number => number.Sentence == _text.ObjectiveSentence));
        features.Add(62, Cap(column.Numbers.Count(number => number.Ranks.IsNearObjectiveName), 4));
        features.Add(63, column.Numbers.Max(number => number.Position) >= _coefficients.Max(number => number.Position));
        features.Add(64, column.Numbers.Min(number => number.Position) <= _coefficients.Min(number => number.Position));
    }

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
        var isLimited = _context.Numbers.Any(number => number.Role == NumberRole.Limit && !number.Quantity.IsMoney && number.Unit == head);
        var isShared = _context.Numbers.Any(number => (number.Quantity.IsPercent || number.Quantity.IsFraction)
            && number.Right.Take(5).Any(token => token.StemHash == head));
        var isMeasure = _context.Occurrences.Any(place => place.First > 1 && tokens[place.First - 2].StemHash == head
            && tokens[place.First - 1].Lower is "of" or "on" or "at" or "in" or "with" or "by");
        var isKind = Enumerable.Range(2, Math.Max(0, tokens.Length - 2)).Any(index =>
            tokens[index].StemHash == head && tokens[index - 1].Lower == "of" && tokens[index - 2].Stem is "kind" or "type" or "sort" or "variety");
        return Flag(isLimited) | Flag(isShared) << 1 | Flag(isMeasure) << 2 | Flag(isKind) << 3;
    }

    private int Match(Column column)
    {
        var measured = column.Numbers.SelectMany(number => number.UnitStems).ToHashSet();
        return (measured.Contains(FirstHead) ? 2 : 0) + (_head.Take(3).Any(measured.Contains) ? 1 : 0);
    }

    /// <summary>How many words of the objective have the root of a word near the column's numbers: "transported" and "transports".</summary>
    private int RootMatches(Column column)
    {
        if (_roots.Length == 0) return 0;
        var roots = new HashSet<uint>();
        foreach (var token in Around(column))
            if (token.IsWord && !token.IsFunctionWord) roots.Add(token.RootHash);
        return _roots.Count(roots.Contains);
    }

    private void AddMoney(FeatureList features, Column column, HashSet<uint> near)
    {
        var isMoney = Flag(column.IsMoney);
        var wantsMoney = Flag(_head.Take(3).Any(MoneyWords.Contains));
        features.Add(21, isMoney);
        features.Add(22, isMoney, Flag(_text.IsMinimization));
        features.Add(23, wantsMoney, isMoney);
        features.Add(24, wantsMoney, isMoney, Cap(_columns.Count(other => other.IsMoney), 4));
        features.Add(25, Flag(near.Overlaps(GainWords)), Flag(_text.IsMinimization));
        features.Add(26, Flag(near.Overlaps(CostWords)), Flag(_text.IsMinimization));
    }

    private void AddMatch(FeatureList features, Column column, int match, int rootMatches)
    {
        features.Add(30, (uint)match, (uint)_bestMatch);
        features.Add(31, Flag(match == _bestMatch), (uint)_bestMatch);
        features.Add(32, (uint)match, (uint)_bestMatch, Flag(_asksAmount));
        features.Add(33, Flag(match == _bestMatch), Cap(_matches.Count(other => other == _bestMatch), 5));
        var denominators = column.Numbers.SelectMany(number => number.DenominatorStems).ToHashSet();
        features.Add(34, Flag(denominators.Contains(FirstHead)), (uint)match);
        var left = column.Numbers.SelectMany(number => number.LeftClause.Take(8)).Select(token => token.StemHash).ToHashSet();
        features.Add(35, Flag(left.Contains(FirstHead)), (uint)match);
        features.Add(37, Cap(rootMatches, 2), (uint)match);
        features.Add(38, Flag(rootMatches > 0), (uint)_bestMatch, Flag(column.IsMoney));
        features.Add(36, Flag(_head.Take(3).Any(left.Contains)), Flag(column.IsMoney));
    }

    private void AddNames(FeatureList features, Column column, HashSet<uint> near)
    {
        features.Add(40, near.Overlaps(_text.ObjectiveNames));
        features.Add(41, Cap(_text.ObjectiveNames.Count(column.Words.Contains), 3));
        features.Add(42, Cap(_tail.Count(near.Contains), 3));
        features.Add(43, Cap(_tail.Count(column.Words.Contains), 3));
        features.Add(44, column.Numbers.Any(number => _text.ObjectiveNames.Contains(number.Unit) || _tail.Contains(number.Unit)
            || _text.ObjectiveLead.Any(token => token.StemHash == number.Unit)));
        foreach (var name in _text.ObjectiveNames.Take(3))
            foreach (var word in near.Take(12)) features.Add(45, name, word);
    }

    private static HashSet<uint> Near(Column column)
    {
        var near = new HashSet<uint>();
        foreach (var token in Around(column))
            if (token.IsWord && !token.IsFunctionWord) near.Add(token.StemHash);
        return near;
    }

    /// <summary>The tokens close to the numbers of a column.</summary>
    private static IEnumerable<Token> Around(Column column)
    {
        foreach (var number in column.Numbers)
        {
            for (var index = 0; index < Math.Min(6, number.LeftClause.Length); index++) yield return number.LeftClause[index];
            for (var index = 0; index < Math.Min(5, number.RightClause.Length); index++) yield return number.RightClause[index];
        }
    }
}

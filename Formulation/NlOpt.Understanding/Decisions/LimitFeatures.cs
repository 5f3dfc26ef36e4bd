using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using static NlOpt.Understanding.Decisions.Buckets;

namespace NlOpt.Understanding.Decisions;

/// <summary>
/// The features by which it is told what a limit limits. Of the roles of other numbers they may see only which limits share its sentence or its unit,
/// and of coefficients only which columns they form: the decoder judges once what looks alike in this.
/// </summary>
internal sealed class LimitFeatures
{
    private readonly ReadingContext _context;
    private readonly List<Column> _columns;
    private readonly double[] _objective;
    private readonly double _highestObjective;
    private readonly int[] _ranks;
    private LimitLikeness? _likeness;

    /// <summary>Prepares the features of all limits of a reading.</summary>
    /// <param name="context">The reading; roles and variables of its numbers are set.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="objectiveProbabilities">For each column, that it is the objective.</param>
    public LimitFeatures(ReadingContext context, List<Column> columns, double[] objectiveProbabilities)
    {
        (_context, _columns, _objective) = (context, columns, objectiveProbabilities);
        _highestObjective = objectiveProbabilities.Length > 0 ? objectiveProbabilities.Max() : 0;
        // Columns that are hardly the objective come first.
        var first = 0;
        foreach (var probability in objectiveProbabilities)
            if (!(probability > 0.5)) first++;
        var (early, late) = (0, first);
        _ranks = [.. objectiveProbabilities.Select(probability => probability > 0.5 ? late++ : early++)];
    }

    /// <summary>Writes the features of a candidate.</summary>
    public void Write(FeatureList features, NumberContext number, LimitTarget target)
    {
        features.Clear();
        features.Prefix = (uint)target.Kind + 1;
        if (_likeness?.Number != number) _likeness = new LimitLikeness(number, _columns, _context.SharedNameStems);
        var near = _likeness.NearWords;
        features.Add(1);
        features.Add(2, Flag(number.Quantity.IsPercent), Flag(number.Quantity.IsFraction));
        features.Add(3, number.Quantity.IsMoney);
        features.Add(4, number.Quantity.WordHash);
        switch (target.Kind)
        {
            case LimitKind.Column:
                AddColumn(features, number, target.Index, near);
                number.Part.AddLimit(features, _likeness.SharesUnit[target.Index]);
                break;
            case LimitKind.ColumnEach:
                AddColumns(features, number, target);
                break;
            default:
                AddPlain(features, number, near);
                number.Part.AddLimit(features, _likeness.UnitSharers > 0);
                features.Add(6, Flag(number.Counted is not null), Alternatives(number.After));
                if (target.Kind is LimitKind.Bound or LimitKind.Ratio) AddVariable(features, number, target.Index);
                break;
        }
    }

    private void AddPlain(FeatureList features, NumberContext number, uint[] near)
    {
        var anyUnit = Flag(_likeness!.UnitSharers > 0);
        features.Add(10, Cap(_likeness.MostWords, 3));
        features.Add(11, anyUnit);
        features.Add(12, number.Right.Length > 0 ? number.Right[0].StemHash : 0);
        features.Add(13, number.Right.Length > 1 ? number.Right[1].StemHash : 0);
        foreach (var word in near) features.Add(14, word);
        features.Add(15, _context.NameStems.Contains(number.Unit));
        features.Add(16, _context.SharedNameStems.Contains(number.Unit));
        features.Add(17, _likeness.IsOfSharedName);
        features.Add(18, _likeness.DistinctVariables);
        features.Add(19, DistanceAfter(number), NumbersToNext(number));
        features.Add(20, DistanceBefore(number), NumbersToPrevious(number));
        features.Add(21, _likeness.IsTotal);
        features.Add(22, _likeness.IsEach);
        features.Add(23, Flag(number.Before.Length == 0), Flag(number.After.Length == 0));
        features.Add(28, Alternatives(number.After));
        features.Add(29, Alternatives(number.Before));
        features.Add(24, _context.MeasureStems.Contains(number.Unit));
        features.Add(25, Flag(_context.MeasureStems.Contains(number.Unit)), anyUnit);
        features.Add(26, number.Left.Length > 0 ? number.Left[0].StemHash : 0);
        features.Add(27, number.Left.Length > 0 ? number.Left[0].StemHash : 0, number.Left.Length > 1 ? number.Left[1].StemHash : 0);
    }

    /// <summary>How the two nearest variables on one side are joined: "or", "and", a comma, or not at all.</summary>
    private uint Alternatives(Occurrence[] places)
    {
        if (places.Length < 2 || places[0].Variable == places[1].Variable) return Absent;
        var (from, to) = places[0].End <= places[1].First ? (places[0].End, places[1].First) : (places[1].End, places[0].First);
        if (to - from > 3) return Absent;
        uint joint = 0;
        for (var index = from; index < to; index++)
            joint |= _context.Tokens[index].Lower switch { "or" => 1u, "and" => 2u, "," => 4u, _ => 0u };
        return joint;
    }

    private void AddVariable(FeatureList features, NumberContext number, int variable)
    {
        var before = Array.FindIndex(number.Before, place => place.Variable == variable);
        var after = Array.FindIndex(number.After, place => place.Variable == variable);
        var (codeBefore, codeAfter) = (Absent, Absent);
        if (before >= 0)
        {
            var place = number.Before[before];
            codeBefore = Cap(before, 2) << 2 | Cap(_context.CountNumbers(place.End, number.First), 2);
            features.Add(30, codeBefore, Distance(number.First - place.End));
            features.Add(31, Words(place.End, place.End + 2), Cap(before, 2));
            features.Add(32, codeBefore);
        }

        if (after >= 0)
        {
            var place = number.After[after];
            codeAfter = Cap(after, 2) << 2 | Cap(_context.CountNumbers(number.End, place.First), 2);
            features.Add(33, codeAfter, Distance(place.First - number.End));
            features.Add(34, Words(Math.Max(number.End, place.First - 2), place.First), Cap(after, 2));
            features.Add(35, codeAfter);
        }

        number.Part.AddVariable(features, variable);
        features.Add(7, number.Counted is { } counted ? Flag(counted == variable) : 2u, Alternatives(number.After));
        if (before < 0) features.Add(36);
        if (after < 0) features.Add(37);
        features.Add(38, codeBefore, codeAfter);
        features.Add(39, codeBefore, codeAfter, (uint)_likeness!.DistinctVariables);
    }

    private void AddColumn(FeatureList features, NumberContext number, int index, uint[] near)
    {
        var column = _columns[index];
        var (similarity, best) = (_likeness!.Words[index], _likeness.MostWords);
        var rightMatches = _likeness.RightWords;
        var unit = Flag(_likeness.SharesUnit[index]);
        var sharers = _likeness.UnitSharers;
        var (money, columnMoney) = (Flag(number.Quantity.IsMoney), Flag(column.IsMoney));
        var objective = Share(_objective[index]);
        features.Add(50, Cap(similarity, 4));
        features.Add(51, Flag(similarity == best), Flag(similarity > 0));
        features.Add(52, unit);
        features.Add(53, Cap(rightMatches[index], 2), Flag(rightMatches[index] == _likeness.MostRightWords));
        features.Add(54, unit, Cap(similarity, 2), Flag(similarity == best));
        features.Add(55, money, columnMoney);
        features.Add(56, objective);
        features.Add(57, _objective[index] >= _highestObjective);
        features.Add(58, objective, unit, Cap(similarity, 2));
        features.Add(59, money << 1 | columnMoney, unit, Cap(similarity, 2));
        features.Add(60, column.Numbers.Length == _context.Count);
        features.Add(61, sharers == 1 && unit == 1);
        features.Add(62, (uint)sharers, unit);
        features.Add(63, column.Words.Contains(number.Unit));
        features.Add(64, Array.Exists(column.Numbers, other => other.Unit == number.Unit || number.AllWords.Contains(other.Unit)));
        features.Add(65, number.Quantity.IsPercent);
        features.Add(66, Cap(_columns.Count, 8));
        features.Add(67, column.HasPercent);
        features.Add(68, _likeness.DistinctVariables);
        foreach (var word in near) features.Add(69, word, unit, columnMoney);
        // Numbers stand in order, so that the first one stands in the first sentence.
        features.Add(70, Distance(Math.Abs(number.Sentence - column.Numbers[0].Sentence)));
        features.Add(71, _context.NameStems.Contains(number.Unit) && unit == 0);
        features.Add(72, DistanceAfter(number), NumbersToNext(number), unit);
        var special = _likeness.SpecialWords[index];
        features.Add(73, Cap(special, 3));
        features.Add(74, Cap(special, 2), unit);
        features.Add(75, special > 0);
        AddMeasured(features, index);
        AddOrder(features, number, index, unit);
    }

    /// <summary>Measured nouns ("gallons of paint") that the limit shares with one column and with no other.</summary>
    private void AddMeasured(FeatureList features, int index)
    {
        var special = _likeness!.SpecialMeasures;
        var own = special[index];
        var elsewhere = 0;
        for (var column = 0; column < special.Length; column++)
            if (column != index) elsewhere = Math.Max(elsewhere, special[column]);
        features.Add(78, Cap(own, 2), Cap(elsewhere, 2));
        features.Add(79, Flag(own > 0), Flag(elsewhere > 0), Flag(_columns.Count > 1));
    }

    private void AddOrder(FeatureList features, NumberContext number, int index, uint unit)
    {
        if (number.Role != NumberRole.Limit) return;
        var rank = 0;
        for (var position = 0; position < number.Position; position++)
            if (_context.Numbers[position] is { Role: NumberRole.Limit } other && other.Sentence == number.Sentence) rank++;
        features.Add(76, Flag(rank == index), unit);
        features.Add(77, rank == _ranks[index]);
    }

    private void AddColumns(FeatureList features, NumberContext number, LimitTarget target)
    {
        bool each = false, both = false, any = false;
        foreach (var token in _context.Sentence(number.Sentence))
        {
            each |= token.Lower == "each";
            both |= token.Lower == "both";
            any |= token.Lower is "each" or "both" or "all" or "every";
        }

        bool isNearEach = false, isNearCrew = false;
        for (var index = Math.Max(0, number.First - 14); index < Math.Min(_context.Tokens.Length, number.End + 10); index++)
        {
            isNearEach |= _context.Tokens[index].Lower is "each" or "both" or "either";
            isNearCrew |= _context.Tokens[index].Lower is "machine" or "machines" or "team" or "teams";
        }

        var columns = target.Columns.ToList();
        var nearEach = Flag(isNearEach);
        features.Add(80, columns.Count);
        features.Add(81, each);
        features.Add(82, both);
        features.Add(83, Flag(any), Flag(_columns[columns[0]].IsMoney));
        features.Add(84, nearEach);
        features.Add(85, Share(columns.Max(column => _objective[column])));
        var named = Cap(columns.Count(column => _likeness!.SpecialWords[column] > 0), 3);
        features.Add(86, named);
        features.Add(87, named, nearEach);
        var isOnly = Flag(_context.Numbers.Count(other => other.Role == NumberRole.Limit && other.Unit == number.Unit) == 1);
        features.Add(88, isOnly);
        features.Add(89, isOnly, Flag(each || both));
        features.Add(90, number.RightClause.Length < number.Right.Length && number.Right[number.RightClause.Length].Lower == "and" && number.RightClause.Length < 4);
        features.Add(91, isNearCrew);
    }

    private uint Words(int from, int to)
    {
        uint hash = 17;
        for (var index = from; index < Math.Min(to, _context.Tokens.Length); index++) hash = Hash.Mix(hash, _context.Tokens[index].LowerHash);
        return hash;
    }

    private static Occurrence? Nearest(Occurrence[] places) => places.Length > 0 ? places[0] : null;

    private static uint DistanceAfter(NumberContext number) => Nearest(number.After) is { } place ? Distance(place.First - number.End) : Absent;

    private static uint DistanceBefore(NumberContext number) => Nearest(number.Before) is { } place ? Distance(number.First - place.End) : Absent;

    private uint NumbersToNext(NumberContext number) =>
        Nearest(number.After) is { } place ? Cap(_context.CountNumbers(number.End, place.First), 5) : Absent;

    private uint NumbersToPrevious(NumberContext number) =>
        Nearest(number.Before) is { } place ? Cap(_context.CountNumbers(place.End, number.First), 5) : Absent;
}

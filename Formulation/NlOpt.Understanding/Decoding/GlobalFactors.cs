using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Decoding;

/// <summary>
/// Computes the factors of whole readings, in the order of <see cref="GlobalWeights.Names"/>: what readings of one variable set, or of one way to
/// gather its columns, have in common is computed once.
/// </summary>
internal sealed class GlobalFactors
{
    private readonly ReadingContext _context;
    private readonly ScoredVariableSet _set;
    private readonly double _logSet;
    private readonly int _unnamed;
    private readonly int _unsaid;
    private readonly List<int> _logicSentences;
    private JudgedColumns _columns = null!;
    private double _logRoles, _logAttachments, _logColumns;
    private int _unused, _withoutCoefficient, _shared;

    /// <summary>Begins with a variable set.</summary>
    public GlobalFactors(ReadingContext context, ScoredVariableSet set)
    {
        (_context, _set, _logSet) = (context, set, Math.Log(set.Score + 1e-3));
        _unsaid = context.Count - context.Occurrences.Select(place => place.Variable).Distinct().Count();
        _unnamed = context.Text.Spans.Count(span => span.Kind == TagKind.Variable
            && !context.VariableAt.AsSpan(span.First, span.End - span.First).ContainsAnyExcept(-1));
        _logicSentences = LogicSentences(context);
    }

    /// <summary>Begins with other columns; the roles and variables of the numbers are set.</summary>
    public void StartColumns(JudgedColumns columns, double logColumns)
    {
        (_columns, _logColumns) = (columns, logColumns);
        (_logRoles, _logAttachments, _unused, _shared) = (0, 0, 0, 0);
        var count = _context.Count;
        Span<bool> hasCoefficient = stackalloc bool[count];
        foreach (var number in _context.Numbers)
        {
            _logRoles += Math.Log(number.RoleProbabilities[(int)number.Role] + 1e-4);
            if (number.Role == NumberRole.None) _unused++;
            if (number.Role != NumberRole.Coefficient) continue;
            var variable = number.Variable!.Value;
            _logAttachments += Math.Log(number.VariableProbabilities[variable] + 1e-4);
            if (variable < count) hasCoefficient[variable] = true;
            else _shared++;
        }

        _withoutCoefficient = _shared > 0 ? 0 : hasCoefficient.Count(false);
    }

    /// <summary>The factors of a reading.</summary>
    public double[] Of(JointChoice choice, DecodedRow[] rows, double objectiveProbability, double logComparisons)
    {
        var (isMinimization, count) = (_context.Text.IsMinimization, _context.Count);
        var (unusedComplete, unusedIncomplete) = UnusedColumns(choice);
        var sums = default(RowSums);
        foreach (var row in rows) sums.Add(row, _columns.Columns);
        var logObjective = Math.Log(objectiveProbability + 1e-9);
        return
        [
            _logSet,
            _set.Rank == 0 ? 1 : 0,
            _logRoles,
            _logAttachments,
            _logColumns,
            logObjective,
            choice.LogProbability - logObjective,
            sums.LogOperators,
            logComparisons,
            unusedComplete,
            unusedIncomplete,
            _columns.Incomplete,
            RepeatedTargets(choice.Targets),
            _unused,
            rows.Length == 0 ? 1 : 0,
            !isMinimization && !sums.HasCeiling ? 1 : 0,
            isMinimization && !sums.HasFloor ? 1 : 0,
            _withoutCoefficient,
            Math.Max(0, count - 2),
            Math.Max(0, 2 - count),
            _unsaid,
            _unnamed,
            _columns.Mixed,
            _columns.OfOneNoun,
            sums.OfColumnsNoun,
            sums.OfAnotherNoun,
            Contradictions(rows),
            RepeatedRows(rows),
            _shared,
            sums.BelowCoefficient,
            choice.Targets.Count(target => target.Limits(choice.Objective)),
            sums.BoundsInPercent,
            sums.SumsMeasuredLikeColumn,
            JoinedApart(_context, rows),
            _set.ParallelShare,
            _context.Clauses.Length,
            UnreadLogic(rows),
        ];
    }

    private (int Complete, int Incomplete) UnusedColumns(JointChoice choice)
    {
        var (complete, incomplete) = (0, 0);
        for (var column = 0; column < _columns.IsComplete.Length; column++)
        {
            if (column == choice.Objective || Array.Exists(choice.Targets, target => target.Limits(column))) continue;
            if (_columns.IsComplete[column]) complete++;
            else incomplete++;
        }

        return (complete, incomplete);
    }

    /// <summary>How many targets, other than single variables, an earlier limit has too.</summary>
    private static int RepeatedTargets(LimitTarget[] targets)
    {
        var repeated = 0;
        for (var index = 1; index < targets.Length; index++)
            if (targets[index].Kind != LimitKind.Bound && targets.AsSpan(0, index).Contains(targets[index])) repeated++;
        return repeated;
    }

    /// <summary>What is summed over the rows of a reading.</summary>
    private record struct RowSums
    {
        public double LogOperators { get; private set; }

        public bool HasCeiling { get; private set; }

        public bool HasFloor { get; private set; }

        public int OfColumnsNoun { get; private set; }

        public int OfAnotherNoun { get; private set; }

        public int BelowCoefficient { get; private set; }

        public int BoundsInPercent { get; private set; }

        public int SumsMeasuredLikeColumn { get; private set; }

        public void Add(DecodedRow row, List<Column> columns)
        {
            LogOperators += Math.Log(row.OperatorProbability);
            var isPlain = row.Kind is LimitKind.Sum or LimitKind.Bound or LimitKind.Column;
            HasCeiling |= isPlain && !row.IsAtLeast;
            HasFloor |= isPlain && row.IsAtLeast;
            if (row.Kind == LimitKind.Bound && row.Number!.Quantity.IsPercent) BoundsInPercent++;
            if (row.Kind == LimitKind.Sum && columns.Any(column => Nouns.Measure(row.Number!, column))) SumsMeasuredLikeColumn++;
            if (row.Kind != LimitKind.Column) return;
            var agreement = Nouns.Compare(row.Number!, row.Terms!);
            if (agreement > 0) OfColumnsNoun++;
            if (agreement < 0) OfAnotherNoun++;
            if (!row.IsAtLeast && Array.Exists(row.Terms!, term => term?.Value > row.Number!.Value)) BelowCoefficient++;
        }
    }

    /// <summary>Pairs such as "at least 10 but no more than 40": the second number names nothing of its own, and yet limits something else.</summary>
    private static int JoinedApart(ReadingContext context, DecodedRow[] rows)
    {
        var count = 0;
        for (var index = 1; index < rows.Length; index++)
        {
            var (first, second) = (rows[index - 1], rows[index]);
            if (first.Number is not { } low || second.Number is not { } high || low.Sentence != high.Sentence || high.Position != low.Position + 1) continue;
            if (first.IsAtLeast == second.IsAtLeast || high.After.Length > 0) continue;
            if (!context.Sentence(low.Sentence, low.End, high.First).Any(token => token.Lower is "but" or "and")) continue;
            var isSame = first.Kind == second.Kind && first.Variable == second.Variable
                && FirstTerm(first) == FirstTerm(second);
            if (!isSame) count++;
        }

        return count;
    }

    /// <summary>Sentences that connect two variables without a number and that no clause was read from.</summary>
    private static List<int> LogicSentences(ReadingContext context)
    {
        var sentences = new List<int>();
        foreach (var places in context.Occurrences.GroupBy(place => context.Tokens[place.First].Sentence))
        {
            var connects = places.Select(place => place.Variable).Distinct().Count() > 1
                && context.Sentence(places.Key).Any(token =>
                    token.Lower is "if" or "unless" or "either" or "neither" or "must" or "cannot" or "requires" or "prerequisite")
                && !Array.Exists(context.Numbers, number => number.Sentence == places.Key)
                && !context.Clauses.Any(clause => context.Tokens[clause.First].Sentence == places.Key);
            if (connects) sentences.Add(places.Key);
        }

        return sentences;
    }

    /// <summary>Those of them from which no row was read either.</summary>
    private int UnreadLogic(DecodedRow[] rows)
    {
        var count = 0;
        foreach (var sentence in _logicSentences)
            if (!Array.Exists(rows, row => _context.Tokens[row.Span.First].Sentence == sentence)) count++;
        return count;
    }

    /// <summary>Variables whose lower bound lies above their upper bound.</summary>
    private int Contradictions(DecodedRow[] rows)
    {
        var count = 0;
        for (var variable = 0; variable < _context.Count; variable++)
        {
            var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
            foreach (var row in rows)
            {
                if (row.Kind != LimitKind.Bound || row.Variable != variable) continue;
                if (row.IsAtLeast) low = Math.Max(low, row.Number!.Value);
                else high = Math.Min(high, row.Number!.Value);
            }

            if (low > high) count++;
        }

        return count;
    }

    /// <summary>Rows that limit what another row limits already, in the same direction.</summary>
    private static int RepeatedRows(DecodedRow[] rows)
    {
        var repeated = 0;
        for (var index = 1; index < rows.Length; index++)
        {
            for (var earlier = 0; earlier < index; earlier++)
            {
                if (!LimitAlike(rows[earlier], rows[index])) continue;
                repeated++;
                break;
            }
        }

        return repeated;
    }

    private static bool LimitAlike(DecodedRow left, DecodedRow right) =>
        left.Kind == right.Kind && left.Variable == right.Variable && left.Other == right.Other && left.IsAtLeast == right.IsAtLeast
        && FirstTerm(left)?.Position == FirstTerm(right)?.Position;

    private static NumberContext? FirstTerm(DecodedRow row) => row.Terms is { } terms ? Array.Find(terms, term => term is not null) : null;
}

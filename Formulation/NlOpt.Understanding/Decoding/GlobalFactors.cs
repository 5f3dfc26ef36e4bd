using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Decoding;

/// <summary>Computes the factors of a whole reading, in the order of <see cref="GlobalWeights.Names"/>.</summary>
internal static class GlobalFactors
{
    /// <summary>The factors of a reading.</summary>
    public static double[] Of(
        ReadingContext context, ScoredVariableSet set, IReadOnlyList<Column> columns, JointChoice choice, IReadOnlyList<DecodedRow> rows,
        double objectiveProbability, double logColumns, double logComparisons)
    {
        var measured = rows.Where(row => row.Kind == LimitKind.Column).Select(row => Nouns.Compare(row.Number!, row.Terms!)).ToList();
        var coefficients = Array.FindAll(context.Numbers, number => number.Role == NumberRole.Coefficient);
        var used = choice.Targets.SelectMany(target => target.Columns).Append(choice.Objective).ToHashSet();
        var unused = columns.Where((_, index) => !used.Contains(index)).ToList();
        var unusedComplete = unused.Count(column => column.IsComplete(context.Count));
        var count = context.Count;
        return
        [
            Math.Log(set.Score + 1e-3),
            set.Rank == 0 ? 1 : 0,
            context.Numbers.Sum(number => Math.Log(number.RoleProbabilities[(int)number.Role] + 1e-4)),
            coefficients.Sum(number => Math.Log(number.VariableProbabilities[number.Variable!.Value] + 1e-4)),
            logColumns,
            Math.Log(objectiveProbability + 1e-9),
            choice.LogProbability - Math.Log(objectiveProbability + 1e-9),
            rows.Sum(row => Math.Log(row.OperatorProbability)),
            logComparisons,
            unusedComplete,
            unused.Count - unusedComplete,
            columns.Count(column => !column.IsComplete(count)),
            choice.Targets.Count(target => target.Kind != LimitKind.Bound) - choice.Targets.Where(target => target.Kind != LimitKind.Bound).Distinct().Count(),
            context.Numbers.Count(number => number.Role == NumberRole.None),
            rows.Count == 0 ? 1 : 0,
            !context.Text.IsMinimization && !rows.Any(row => !row.IsAtLeast && row.Kind is LimitKind.Sum or LimitKind.Bound or LimitKind.Column) ? 1 : 0,
            context.Text.IsMinimization && !rows.Any(row => row.IsAtLeast && row.Kind is LimitKind.Sum or LimitKind.Bound or LimitKind.Column) ? 1 : 0,
            Enumerable.Range(0, count).Count(variable => !coefficients.Any(number => number.Variable == variable || number.Variable == count)),
            Math.Max(0, count - 2),
            Math.Max(0, 2 - count),
            Enumerable.Range(0, count).Count(variable => !context.Occurrences.Exists(place => place.Variable == variable)),
            context.Text.Spans.Count(span => span.Kind == TagKind.Variable
                && !Enumerable.Range(span.First, span.End - span.First).Any(index => context.VariableAt[index] >= 0)),
            columns.Count(Nouns.AreMixed),
            columns.Count(Nouns.AreOne),
            measured.Count(agreement => agreement > 0),
            measured.Count(agreement => agreement < 0),
            Contradictions(rows),
            RepeatedRows(rows),
            coefficients.Count(number => number.Variable == count),
            rows.Count(row => row is { Kind: LimitKind.Column, IsAtLeast: false } && row.Terms!.Any(term => term?.Value > row.Number!.Value)),
            choice.Targets.Count(target => target.Columns.Contains(choice.Objective)),
            rows.Count(row => row.Kind == LimitKind.Bound && row.Number!.Quantity.IsPercent),
            rows.Count(row => row.Kind == LimitKind.Sum && columns.Any(column => Nouns.Measure(row.Number!, column))),
            JoinedApart(context, rows),
            set.ParallelShare,
            context.Clauses.Length,
            UnreadLogic(context, rows),
        ];
    }

    /// <summary>Pairs such as "at least 10 but no more than 40": the second number names nothing of its own, and yet limits something else.</summary>
    private static int JoinedApart(ReadingContext context, IReadOnlyList<DecodedRow> rows)
    {
        var count = 0;
        for (var index = 1; index < rows.Count; index++)
        {
            var (first, second) = (rows[index - 1], rows[index]);
            if (first.Number is not { } low || second.Number is not { } high || low.Sentence != high.Sentence || high.Position != low.Position + 1) continue;
            if (first.IsAtLeast == second.IsAtLeast || high.After.Length > 0) continue;
            if (!context.Sentence(low.Sentence, low.End, high.First).Any(token => token.Lower is "but" or "and")) continue;
            var isSame = first.Kind == second.Kind && first.Variable == second.Variable
                && first.Terms?.FirstOrDefault(term => term is not null) == second.Terms?.FirstOrDefault(term => term is not null);
            if (!isSame) count++;
        }

        return count;
    }

    /// <summary>Sentences that connect two variables without a number and from which neither a clause nor a row was read.</summary>
    private static int UnreadLogic(ReadingContext context, IReadOnlyList<DecodedRow> rows) => context.Occurrences
        .GroupBy(place => context.Tokens[place.First].Sentence)
        .Count(places => places.Select(place => place.Variable).Distinct().Count() > 1
            && context.Sentence(places.Key).Any(token => token.Lower is "if" or "unless" or "either" or "neither" or "must" or "cannot" or "requires" or "prerequisite")
            && !context.Numbers.Any(number => number.Sentence == places.Key)
            && !context.Clauses.Any(clause => context.Tokens[clause.First].Sentence == places.Key)
            && !rows.Any(row => context.Tokens[row.Span.First].Sentence == places.Key));

    /// <summary>Variables whose lower bound lies above their upper bound.</summary>
    private static int Contradictions(IReadOnlyList<DecodedRow> rows) => rows.Where(row => row.Kind == LimitKind.Bound).GroupBy(row => row.Variable).Count(bounds =>
        bounds.Where(row => row.IsAtLeast).Select(row => row.Number!.Value).DefaultIfEmpty(double.NegativeInfinity).Max()
        > bounds.Where(row => !row.IsAtLeast).Select(row => row.Number!.Value).DefaultIfEmpty(double.PositiveInfinity).Min());

    /// <summary>Rows that limit what another row limits already, in the same direction.</summary>
    private static int RepeatedRows(IReadOnlyList<DecodedRow> rows) => rows.Count - rows.DistinctBy(row =>
        (row.Kind, row.Variable, row.Other, row.IsAtLeast, row.Terms?.FirstOrDefault(term => term is not null)?.Position)).Count();
}

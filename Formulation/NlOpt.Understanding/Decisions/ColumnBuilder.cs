using NlOpt.Understanding.Learning;
using static NlOpt.Understanding.Decisions.Buckets;

namespace NlOpt.Understanding.Decisions;

/// <summary>Gathers coefficients into columns: a learned likeness of pairs, then the closest groups are joined while they are close enough.</summary>
internal static class ColumnBuilder
{
    private const double Closest = 0.25;
    private static readonly double[] OtherCloseness = [0.6, 0.85, 0.1];
    private static readonly uint UnitWord = Text.Hash.Of("unit");

    /// <summary>Sets the ranks of the coefficients, which the pair features need.</summary>
    public static void Rank(ReadingContext context, IReadOnlyList<NumberContext> coefficients)
    {
        foreach (var number in coefficients)
        {
            var (rank, count, sentenceRank, unitRank, unitCount) = (0, 0, 0, 0, 0);
            var isBefore = true;
            foreach (var other in coefficients)
            {
                if (other == number) isBefore = false;
                if (other.Variable != number.Variable) continue;
                count++;
                if (other.Unit == number.Unit) unitCount++;
                if (!isBefore) continue;
                rank++;
                if (other.Sentence == number.Sentence) sentenceRank++;
                if (other.Unit == number.Unit) unitRank++;
            }

            number.Ranks = new CoefficientRanks(
                rank, count - 1 - rank, sentenceRank, unitCount, unitRank, count, IsNearObjectiveName(context, number));
        }
    }

    /// <summary>Writes the features of two coefficients of different variables.</summary>
    public static void Write(FeatureList features, NumberContext left, NumberContext right)
    {
        var unit = Flag(left.Unit == right.Unit);
        var (l, r) = (left.Ranks, right.Ranks);
        var sentenceRank = Flag(l.SentenceRank == r.SentenceRank);
        var (rightOverlap, leftOverlap, allOverlap) =
            (Overlap(left.RightWords, right.RightWords), Overlap(left.LeftWords, right.LeftWords), Overlap(left.AllWords, right.AllWords));
        features.Clear();
        features.Add(1, unit);
        features.Add(2, Flag(left.Quantity.IsMoney), Flag(right.Quantity.IsMoney));
        features.Add(3, Flag(left.Quantity.IsPercent), Flag(right.Quantity.IsPercent));
        features.Add(4, rightOverlap);
        features.Add(5, leftOverlap);
        features.Add(6, allOverlap);
        features.Add(7, StartsAlike(left.Right, right.Right, 1));
        features.Add(8, StartsAlike(left.Right, right.Right, 2));
        features.Add(9, StartsAlike(left.Left, right.Left, 1));
        features.Add(10, StartsAlike(left.Left, right.Left, 2));
        features.Add(11, l.Rank == r.Rank);
        features.Add(12, sentenceRank);
        features.Add(13, l.RankFromEnd == r.RankFromEnd);
        features.Add(14, left.Sentence == right.Sentence);
        features.Add(15, Math.Abs(left.Position - right.Position) == 1);
        features.Add(16, unit, Flag(l.Rank == r.Rank));
        features.Add(17, unit, sentenceRank, allOverlap);
        features.Add(18, unit, rightOverlap, sentenceRank);
        features.Add(19, unit, rightOverlap, leftOverlap);
        features.Add(20, unit, Flag(l.UnitCount == 1 && r.UnitCount == 1));
        features.Add(21, unit, Flag(l.UnitRank == r.UnitRank), Flag(l.UnitCount == r.UnitCount));
        features.Add(22, left.Quantity.IsPercent == right.Quantity.IsPercent);
        features.Add(23, l.IsNearObjectiveName == r.IsNearObjectiveName);
        features.Add(24, Flag(l.IsNearObjectiveName), Flag(r.IsNearObjectiveName));
        features.Add(25, l.Count == 1 && r.Count == 1);
        features.Add(26, Overlap(left.UnitStems, right.UnitStems), unit);
        var sharesNoun = left.UnitStems.Any(stem => stem != UnitWord && right.UnitStems.Contains(stem));
        features.Add(27, Flag(sharesNoun), unit, Flag(left.UnitStems.Count > 0 && right.UnitStems.Count > 0));
    }

    /// <summary>The columns by first number, gathered in one or several ways, the likeliest first.</summary>
    /// <param name="context">The reading.</param>
    /// <param name="coefficients">The coefficients with their variables.</param>
    /// <param name="pairModel">Tells whether two belong together.</param>
    /// <param name="isVaried">True for other ways as well: more and fewer columns than the likeliest.</param>
    /// <param name="known">What is known of pairs of this reading already, whatever roles and variables its numbers had then.</param>
    /// <returns>For each way the columns, and the sum over them of the mean log probability of their pairs.</returns>
    public static List<(List<Column> Columns, double LogProbability)> Build(
        ReadingContext context, IReadOnlyList<NumberContext> coefficients, LinearModel pairModel, bool isVaried,
        Dictionary<(NumberContext, NumberContext, CoefficientRanks, CoefficientRanks), double> known)
    {
        Rank(context, coefficients);
        var closeness = new double[context.Numbers.Length, context.Numbers.Length];
        var features = new FeatureList();
        for (var left = 0; left < coefficients.Count; left++)
        {
            for (var right = left + 1; right < coefficients.Count; right++)
            {
                if (coefficients[left].Variable == coefficients[right].Variable) continue;
                var (one, other) = (coefficients[left], coefficients[right]);
                if (!known.TryGetValue((one, other, one.Ranks, other.Ranks), out var probability))
                {
                    Write(features, one, other);
                    known[(one, other, one.Ranks, other.Ranks)] = probability = pairModel.Probability(features.Items);
                }

                closeness[one.Position, other.Position] = closeness[other.Position, one.Position] = probability;
            }
        }

        var ways = new List<(List<Column> Columns, double LogProbability)> { Gather(context, coefficients, closeness, Closest) };
        foreach (var least in isVaried ? OtherCloseness : [])
        {
            var way = Gather(context, coefficients, closeness, least);
            if (!ways.Exists(known => known.Columns.Count == way.Columns.Count)) ways.Add(way);
        }

        return ways;
    }

    /// <summary>Joins the closest groups while they are close enough.</summary>
    private static (List<Column> Columns, double LogProbability) Gather(
        ReadingContext context, IReadOnlyList<NumberContext> coefficients, double[,] closeness, double least)
    {
        var groups = coefficients.Select(number => new List<NumberContext> { number }).ToList();
        while (ClosestGroups(groups, context.Count, closeness, least) is { } pair)
        {
            groups[pair.Left].AddRange(groups[pair.Right]);
            groups.RemoveAt(pair.Right);
        }

        double log = 0;
        foreach (var group in groups.Where(group => group.Count > 1))
            log += Mean(group, group, closeness, probability => Math.Log(probability + 1e-3));
        return ([.. groups.Select(group => new Column([.. group.OrderBy(number => number.Position)])).OrderBy(column => column.Numbers[0].Position)], log);
    }

    private static (int Left, int Right)? ClosestGroups(
        List<List<NumberContext>> groups, int variableCount, double[,] closeness, double least)
    {
        (double Closeness, int Left, int Right)? best = null;
        for (var left = 0; left < groups.Count; left++)
        {
            for (var right = left + 1; right < groups.Count; right++)
            {
                var clash = groups[left].Exists(one => one.Variable == variableCount || groups[right].Exists(other =>
                    other.Variable == variableCount || other.Variable == one.Variable));
                if (clash) continue;
                var mean = Mean(groups[left], groups[right], closeness, probability => probability);
                if (best is null || mean > best.Value.Closeness) best = (mean, left, right);
            }
        }

        return best is { } pair && pair.Closeness >= least ? (pair.Left, pair.Right) : null;
    }

    /// <summary>The mean over all pairs of different coefficients of two groups; these are of different variables.</summary>
    private static double Mean(List<NumberContext> left, List<NumberContext> right, double[,] closeness, Func<double, double> value)
    {
        var (sum, count) = (0.0, 0);
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (one == other) continue;
                sum += value(closeness[one.Position, other.Position]);
                count++;
            }
        }

        return sum / count;
    }

    private static bool StartsAlike(Text.Token[] left, Text.Token[] right, int count)
    {
        for (var index = 0; index < count; index++)
        {
            var (one, other) = (index < left.Length, index < right.Length);
            if (one != other || (one && left[index].StemHash != right[index].StemHash)) return false;
        }

        return true;
    }

    private static bool IsNearObjectiveName(ReadingContext context, NumberContext number)
    {
        for (var index = Math.Max(0, number.First - 6); index < Math.Min(context.Tokens.Length, number.End + 6); index++)
        {
            if (context.Tokens[index].Sentence != number.Sentence) continue;
            if (Tagging.Tag.KindOf(context.Text.Labels[index]) == Tagging.TagKind.ObjectiveName
                || context.Text.ObjectiveNames.Contains(context.Tokens[index].StemHash)) return true;
        }

        return false;
    }
}

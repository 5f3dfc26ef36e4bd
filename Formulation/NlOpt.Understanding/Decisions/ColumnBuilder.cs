using NlOpt.Understanding.Learning;
using static NlOpt.Understanding.Decisions.Buckets;

namespace NlOpt.Understanding.Decisions;

/// <summary>Gathers coefficients into columns: a learned likeness of pairs, then the closest groups are joined while they are close enough.</summary>
internal static class ColumnBuilder
{
    private const double Closest = 0.25;
    private const double FewerColumns = 0.1;
    private static readonly double[] MoreColumns = [0.85, 0.6];
    private static readonly uint UnitWord = Text.Hash.Of("unit");

    /// <summary>Sets the ranks of the coefficients, which the pair features need.</summary>
    public static void Rank(ReadingContext context, NumberContext[] coefficients)
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
        var sharesNoun = false;
        foreach (var stem in left.UnitStems) sharesNoun |= stem != UnitWord && right.UnitStems.Contains(stem);
        features.Add(27, Flag(sharesNoun), unit, Flag(left.UnitStems.Count > 0 && right.UnitStems.Count > 0));
    }

    /// <summary>The columns by first number, gathered in one or several ways, the likeliest first.</summary>
    /// <param name="context">The reading.</param>
    /// <param name="coefficients">The coefficients with their variables.</param>
    /// <param name="pairModel">Tells whether two belong together.</param>
    /// <param name="isVaried">True for other ways as well: more columns than the likeliest, then fewer.</param>
    /// <param name="known">What is known of pairs of this reading already, whatever roles and variables its numbers had then.</param>
    /// <returns>For each way the columns, and the sum over them of the mean log probability of their pairs.</returns>
    public static List<(List<Column> Columns, double LogProbability)> Build(
        ReadingContext context, NumberContext[] coefficients, LinearModel pairModel, bool isVaried, PairMemory known)
    {
        Rank(context, coefficients);
        var closeness = new double[context.Numbers.Length, context.Numbers.Length];
        var features = new FeatureList();
        for (var left = 0; left < coefficients.Length; left++)
        {
            for (var right = left + 1; right < coefficients.Length; right++)
            {
                var (one, other) = (coefficients[left], coefficients[right]);
                if (one.Variable == other.Variable) continue;
                var probability = known.Of(one, other, context.Numbers.Length, Judge);
                closeness[one.Position, other.Position] = closeness[other.Position, one.Position] = probability;
            }
        }

        var gathering = new ColumnGathering(coefficients, context.Count, closeness);
        (List<Column> Columns, double LogProbability)? last = null;
        var ways = new List<(List<Column> Columns, double LogProbability)>();
        foreach (var least in isVaried ? MoreColumns : []) ways.Insert(0, GatherDownTo(least));
        ways.Insert(0, GatherDownTo(Closest));
        if (isVaried) ways.Add(GatherDownTo(FewerColumns));
        return [.. ways.DistinctBy(way => way.Columns.Count)];

        // As many columns are the same columns.
        (List<Column> Columns, double LogProbability) GatherDownTo(double least)
        {
            gathering.JoinDownTo(least);
            if (last is not { } way || way.Columns.Count != gathering.Count) last = way = gathering.Columns();
            return way;
        }

        double Judge(NumberContext one, NumberContext other)
        {
            Write(features, one, other);
            return pairModel.Probability(features.Items);
        }
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

using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using static NlOpt.Understanding.Decisions.Buckets;

namespace NlOpt.Understanding.Decisions;

/// <summary>
/// The features by which the variable of a coefficient is told; one candidate more stands for all variables alike. In the first pass they may see
/// of the roles of other numbers only which of the same unit are no limits: the decoder judges once what looks alike in this.
/// </summary>
internal static class AttachmentFeatures
{
    /// <summary>Writes the features of a candidate in the first pass.</summary>
    /// <param name="features">Takes the features.</param>
    /// <param name="context">The reading.</param>
    /// <param name="number">The coefficient.</param>
    /// <param name="variable">The candidate; the number of variables means all alike.</param>
    public static void Write(FeatureList features, ReadingContext context, NumberContext number, int variable)
    {
        features.Clear();
        if (variable == context.Count)
        {
            WriteAll(features, context, number);
            return;
        }

        var placement = Placement.Of(context, number, variable);
        AddBefore(features, context, number, placement);
        AddAfter(features, context, number, placement);
        AddPlacement(features, number, placement);
        AddOrder(features, context, number, variable, placement);
        number.Part.AddAttachment(features, variable);
    }

    /// <summary>Adds what the first pass made of the coefficient and of the others: what a second pass sees beside what the first one saw.</summary>
    /// <param name="features">Takes the features.</param>
    /// <param name="context">The reading.</param>
    /// <param name="coefficients">All coefficients.</param>
    /// <param name="firstPass">Their probabilities of the variables from the first pass.</param>
    /// <param name="at">Which of them is asked about.</param>
    /// <param name="variable">The candidate; the number of variables means all alike.</param>
    public static void AddSecondPass(
        FeatureList features, ReadingContext context, NumberContext[] coefficients, double[][] firstPass, int at, int variable)
    {
        if (variable == context.Count)
        {
            features.Add(13, Step(firstPass[at][^1], 5));
            return;
        }

        var number = coefficients[at];
        var own = firstPass[at][variable];
        features.Add(50, Step(own, 6));
        for (var step = -1; step <= 1; step += 2)
        {
            if (at + step < 0 || at + step >= coefficients.Length) continue;
            var other = coefficients[at + step];
            var (low, high) = step < 0 ? (other, number) : (number, other);
            var between = 0;
            foreach (var place in context.Occurrences)
                if (place.First >= low.End && place.End <= high.First) between++;
            var (sameSentence, theirs) = (Flag(other.Sentence == number.Sentence), Step(firstPass[at + step][variable], 4));
            features.Add(52 + step, theirs, sameSentence, Cap(between, 2));
            features.Add(55 + step, theirs, sameSentence, Flag(other.Unit == number.Unit), Cap(between, 1));
            features.Add(58 + step, theirs, sameSentence, Cap(between, 2), Step(own, 4));
        }

        double? rival = null;
        for (var index = 0; index < coefficients.Length; index++)
        {
            if (index == at || coefficients[index].Sentence != number.Sentence || !MeasureAlike(coefficients[index], number)) continue;
            rival = Math.Max(rival ?? 0, firstPass[index][variable]);
        }

        if (rival is not { } highest) return;
        features.Add(60, Step(highest, 4));
        features.Add(61, Step(highest, 4), Step(own, 4));
    }

    private static bool MeasureAlike(NumberContext one, NumberContext other) =>
        one.UnitStems.SetEquals(other.UnitStems) && (one.UnitStems.Count > 0 || one.Unit == other.Unit);

    private static void WriteAll(FeatureList features, ReadingContext context, NumberContext number)
    {
        bool both = false, each = false, any = false;
        foreach (var token in context.Sentence(number.Sentence))
        {
            both |= token.Lower == "both";
            each |= token.Lower == "each";
            any |= token.Lower is "both" or "either" or "all" or "every" or "any";
        }

        var (before, after) = (number.DistinctBefore, number.DistinctAfter);
        var nearest = number.Before.AsSpan(0, Math.Min(context.Count, number.Before.Length));
        var coversAll = NumberContext.CountDistinct(nearest, []) == context.Count;
        var between = number.Before.Length >= context.Count && context.Count > 0
            ? Cap(context.CountNumbers(number.Before[Math.Min(number.Before.Length, context.Count) - 1].First, number.First), 3) : 3u;
        features.Add(1);
        features.Add(2, Flag(both));
        features.Add(3, Flag(each));
        features.Add(4, Flag(any));
        features.Add(5, (uint)before, (uint)after);
        if (nearest.Length >= 2 && nearest[0].Variable != nearest[1].Variable) features.Add(6, Between(context, nearest[1].End, nearest[0].First));
        features.Add(7, between);
        var (ofSentence, ofRole) = (0, 0);
        foreach (var other in context.Numbers)
        {
            if (other.Unit != number.Unit) continue;
            if (other.Sentence == number.Sentence) ofSentence++;
            if (other.Role != NumberRole.Limit) ofRole++;
        }

        features.Add(8, Cap(ofSentence, 3));
        features.Add(9, Flag(coversAll), between);
        features.Add(10, Flag(coversAll), between, Flag(both || each || any));
        features.Add(11, Flag(before + after == 0), Flag(both || each || any));
        features.Add(12, Cap(ofRole, 4));
    }

    private static uint Between(ReadingContext context, int from, int to)
    {
        uint hash = 17;
        for (var index = from; index < to; index++) hash = Hash.Mix(hash, context.Tokens[index].LowerHash);
        return hash;
    }

    private static uint Words(ReadingContext context, int from, int to) => Between(context, Math.Max(0, from), Math.Min(context.Tokens.Length, to));

    private static void AddBefore(FeatureList features, ReadingContext context, NumberContext number, Placement placement)
    {
        if (placement.Before is not { } place) return;
        features.Add(20, Words(context, place.End, Math.Min(place.End + 2, number.First)), placement.RankBefore);
        uint separators = 0;
        for (var index = place.End; index < number.First; index++)
        {
            separators |= context.Tokens[index].Lower switch { "," => 1u, "while" => 2u, "and" => 4u, ";" => 8u, "but" => 16u, "for" => 32u, "whereas" => 64u, _ => 0u };
        }

        features.Add(21, separators, placement.RankBefore);
        features.Add(22, Cap(context.CountNumbers(place.End, number.First), 4), placement.RankBefore);
    }

    private static void AddAfter(FeatureList features, ReadingContext context, NumberContext number, Placement placement)
    {
        if (placement.After is not { } place) return;
        var numbers = Cap(context.CountNumbers(number.End, place.First), 4);
        features.Add(25, Words(context, Math.Max(number.End, place.First - 2), place.First), placement.RankAfter, numbers);
        features.Add(26, Words(context, number.End, Math.Min(number.End + 2, place.First)), placement.RankAfter);
        if (place.First - number.End <= 4) features.Add(27, Words(context, number.End, place.First), placement.RankAfter);
        // "$3 per chair" goes with what follows; in "$3 per week and chairs ..." the conjunction cuts the tie.
        bool isPerPiece = false, isCut = false;
        for (var index = number.End; index < place.First; index++)
        {
            var lower = context.Tokens[index].Lower;
            if (lower is "per" or "each" or "every" or "for") (isPerPiece, isCut) = (true, false);
            else if (lower is "and" or "," or "while" or "whereas" or "but") isCut = true;
        }

        features.Add(24, Flag(isPerPiece), Flag(isCut), placement.RankAfter, numbers);
        features.Add(28, Flag(isPerPiece && !isCut), placement.RankAfter, numbers);
        features.Add(29, numbers, placement.RankAfter);
    }

    private static void AddPlacement(FeatureList features, NumberContext number, Placement placement)
    {
        var both = placement.Code;
        features.Add(30, placement.RankBefore);
        features.Add(31, placement.RankAfter);
        features.Add(32, both);
        features.Add(33, both, placement.DistanceBefore(number), placement.DistanceAfter(number));
        features.Add(34, both, (uint)placement.DistinctCount);
        features.Add(35, number.Right.Length > 0 ? number.Right[0].StemHash : 0, placement.RankBefore, placement.RankAfter);
        features.Add(36, number.Left.Length > 0 ? number.Left[0].StemHash : 0, placement.RankBefore, placement.RankAfter);
        if (number.Right.Length > 1)
            features.Add(37, Hash.Mix(number.Right[0].StemHash, number.Right[1].StemHash), placement.RankBefore, placement.RankAfter);
    }

    private static void AddOrder(FeatureList features, ReadingContext context, NumberContext number, int variable, Placement placement)
    {
        var (count, rank, everywhere, rankEverywhere) = (0, -1, 0, -1);
        foreach (var other in context.Numbers)
        {
            if (other.Unit != number.Unit) continue;
            if (other == number) rankEverywhere = everywhere;
            everywhere++;
            if (other.Sentence != number.Sentence || other.Role == NumberRole.Limit) continue;
            if (other == number) rank = count;
            count++;
        }

        if (rank >= 0)
        {
            var complete = Flag(count == context.Count);
            var isSamePlace = Flag(rank == variable);
            features.Add(40, complete, isSamePlace, Flag(placement.DistinctCount == context.Count));
            foreach (var token in context.Sentence(number.Sentence))
            {
                if (token.Lower != "respectively") continue;
                features.Add(41, complete, isSamePlace);
                features.Add(42, isSamePlace);
                break;
            }

            var order = context.VariablesOf(number.Sentence);
            var follows = rank < order.Length ? Flag(order[rank] == variable) : 2u;
            features.Add(43, Flag(order.Length == count), follows);
            features.Add(44, Flag(order.Length == count), follows, placement.Code);
        }

        if (placement.DistinctCount > 0)
        {
            features.Add(45);
            return;
        }

        var last = context.Occurrences.FindLast(place => context.Tokens[place.First].Sentence < number.Sentence);
        var isLast = last.End > 0 && last.Variable == variable;
        features.Add(46, Flag(isLast));
        features.Add(47, Flag(isLast && context.Tokens[last.First].Sentence == number.Sentence - 1));
        features.Add(48, Flag(everywhere == context.Count), Flag(rankEverywhere == variable));
    }

    /// <summary>Where a variable is named around a number.</summary>
    private readonly record struct Placement(Occurrence? Before, Occurrence? After, uint RankBefore, uint RankAfter, uint Code, int DistinctCount)
    {
        public static Placement Of(ReadingContext context, NumberContext number, int variable)
        {
            var (before, after) = (IndexOf(number.Before, variable), IndexOf(number.After, variable));
            var (rankBefore, rankAfter) = (Rank(number.Before, before), Rank(number.After, after));
            var numbersBefore = before < 0 ? Absent : Cap(context.CountNumbers(number.Before[before].End, number.First), 4);
            var numbersAfter = after < 0 ? Absent : Cap(context.CountNumbers(number.End, number.After[after].First), 4);
            var code = Hash.Mix(Hash.Mix(rankBefore, rankAfter), Hash.Mix(numbersBefore, numbersAfter));
            return new Placement(
                before >= 0 ? number.Before[before] : null,
                after >= 0 ? number.After[after] : null,
                rankBefore,
                rankAfter,
                code,
                number.DistinctVariables);
        }

        public uint DistanceBefore(NumberContext number) => Before is { } place ? Distance(number.First - place.End) : Absent;

        public uint DistanceAfter(NumberContext number) => After is { } place ? Distance(place.First - number.End) : Absent;

        private static int IndexOf(Occurrence[] places, int variable)
        {
            for (var index = 0; index < places.Length; index++)
                if (places[index].Variable == variable) return index;
            return -1;
        }

        private static uint Rank(Occurrence[] places, int first) =>
            first < 0 ? Absent : (uint)NumberContext.CountDistinct(places.AsSpan(0, first), []);
    }
}

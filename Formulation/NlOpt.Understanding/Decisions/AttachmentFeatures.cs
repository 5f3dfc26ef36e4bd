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
    /// <summary>Writes the features of a candidate.</summary>
    /// <param name="features">Takes the features.</param>
    /// <param name="context">The reading.</param>
    /// <param name="number">The coefficient.</param>
    /// <param name="variable">The candidate; the number of variables means all alike.</param>
    /// <param name="coefficients">All coefficients with their probabilities from the first pass; null in the first pass.</param>
    public static void Write(
        FeatureList features, ReadingContext context, NumberContext number, int variable, IReadOnlyList<(NumberContext Number, double[] First)>? coefficients)
    {
        features.Clear();
        if (variable == context.Count)
        {
            WriteAll(features, context, number, coefficients);
            return;
        }

        var placement = Placement.Of(context, number, variable);
        AddBefore(features, context, number, placement);
        AddAfter(features, context, number, placement);
        AddPlacement(features, number, placement);
        AddOrder(features, context, number, variable, placement);
        number.Part.AddAttachment(features, variable);
        if (coefficients is not null) AddSecondPass(features, context, number, variable, coefficients);
    }

    private static void WriteAll(
        FeatureList features, ReadingContext context, NumberContext number, IReadOnlyList<(NumberContext Number, double[] First)>? coefficients)
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
        features.Add(8, Cap(context.Numbers.Count(other => other.Sentence == number.Sentence && other.Unit == number.Unit), 3));
        features.Add(9, Flag(coversAll), between);
        features.Add(10, Flag(coversAll), between, Flag(both || each || any));
        features.Add(11, Flag(before + after == 0), Flag(both || each || any));
        features.Add(12, Cap(context.Numbers.Count(other => other.Unit == number.Unit && other.Role != NumberRole.Limit), 4));
        if (coefficients is not null && FirstPass(coefficients, number) is { } first) features.Add(13, Step(first[^1], 5));
    }

    private static double[]? FirstPass(IReadOnlyList<(NumberContext Number, double[] First)> coefficients, NumberContext number)
    {
        foreach (var (other, first) in coefficients)
            if (other == number) return first;
        return null;
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
        var same = Array.FindAll(context.Numbers, other =>
            other.Sentence == number.Sentence && other.Unit == number.Unit && other.Role != NumberRole.Limit);
        var rank = Array.IndexOf(same, number);
        if (rank >= 0)
        {
            var complete = Flag(same.Length == context.Count);
            var isSamePlace = Flag(rank == variable);
            features.Add(40, complete, isSamePlace, Flag(placement.DistinctCount == context.Count));
            foreach (var token in context.Sentence(number.Sentence))
            {
                if (token.Lower != "respectively") continue;
                features.Add(41, complete, isSamePlace);
                features.Add(42, isSamePlace);
                break;
            }

            var order = context.Occurrences.Where(place => context.Tokens[place.First].Sentence == number.Sentence)
                .Select(place => place.Variable).Distinct().ToList();
            var follows = rank < order.Count ? Flag(order[rank] == variable) : 2u;
            features.Add(43, Flag(order.Count == same.Length), follows);
            features.Add(44, Flag(order.Count == same.Length), follows, placement.Code);
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
        var everywhere = Array.FindAll(context.Numbers, other => other.Unit == number.Unit);
        features.Add(48, Flag(everywhere.Length == context.Count), Flag(Array.IndexOf(everywhere, number) == variable));
    }

    private static void AddSecondPass(
        FeatureList features, ReadingContext context, NumberContext number, int variable, IReadOnlyList<(NumberContext Number, double[] First)> coefficients)
    {
        var at = -1;
        for (var index = 0; index < coefficients.Count; index++)
            if (coefficients[index].Number == number) at = index;
        if (at < 0) return;
        var own = coefficients[at].First[variable];
        features.Add(50, Step(own, 6));
        for (var step = -1; step <= 1; step += 2)
        {
            if (at + step < 0 || at + step >= coefficients.Count) continue;
            var (other, first) = coefficients[at + step];
            var (low, high) = step < 0 ? (other, number) : (number, other);
            var between = context.Occurrences.Count(place => place.First >= low.End && place.End <= high.First);
            var (sameSentence, theirs) = (Flag(other.Sentence == number.Sentence), Step(first[variable], 4));
            features.Add(52 + step, theirs, sameSentence, Cap(between, 2));
            features.Add(55 + step, theirs, sameSentence, Flag(other.Unit == number.Unit), Cap(between, 1));
            features.Add(58 + step, theirs, sameSentence, Cap(between, 2), Step(own, 4));
        }

        var alike = coefficients.Where((entry, index) => index != at && entry.Number.Sentence == number.Sentence
            && entry.Number.UnitStems.SetEquals(number.UnitStems) && (entry.Number.UnitStems.Count > 0 || entry.Number.Unit == number.Unit)).ToList();
        if (alike.Count == 0) return;
        var rival = alike.Max(entry => entry.First[variable]);
        features.Add(60, Step(rival, 4));
        features.Add(61, Step(rival, 4), Step(own, 4));
    }

    /// <summary>Where a variable is named around a number.</summary>
    private readonly record struct Placement(Occurrence? Before, Occurrence? After, uint RankBefore, uint RankAfter, uint Code, int DistinctCount)
    {
        public static Placement Of(ReadingContext context, NumberContext number, int variable)
        {
            var before = Array.FindIndex(number.Before, place => place.Variable == variable);
            var after = Array.FindIndex(number.After, place => place.Variable == variable);
            var rankBefore = Rank(number.Before, variable);
            var rankAfter = Rank(number.After, variable);
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

        private static uint Rank(Occurrence[] places, int variable)
        {
            var first = Array.FindIndex(places, place => place.Variable == variable);
            return first < 0 ? Absent : (uint)NumberContext.CountDistinct(places.AsSpan(0, first), []);
        }
    }
}

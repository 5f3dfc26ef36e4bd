using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;
using static NlOpt.Understanding.Decisions.Buckets;

namespace NlOpt.Understanding.Decisions;

/// <summary>The features by which the role of a number is told.</summary>
internal static class RoleFeatures
{
    private static readonly uint Hour = Hash.Of("hour");
    private static readonly uint Minute = Hash.Of("minute");
    private static readonly uint Time = Hash.Of("time");

    /// <summary>Writes the features of the first pass.</summary>
    public static void Write(FeatureList features, ReadingContext context, NumberContext number)
    {
        features.Clear();
        // "3 kinds of layouts" often just counts the variables.
        AddForm(features, number, number.Value.Equals(context.Count) && number.DirectionBefore is null);
        AddWords(features, number);
        AddDirections(features, context, number);
        AddMagnitude(features, context, number);
        AddNeighbours(features, context, number);
        features.Add(70, GapToPrevious(context, number));
        number.Part.AddRole(features);
    }

    /// <summary>Adds what the first pass made of the number and of the others.</summary>
    /// <param name="features">Holds the features of the first pass.</param>
    /// <param name="context">The reading.</param>
    /// <param name="number">The number.</param>
    /// <param name="firstPass">Probabilities of the roles by number.</param>
    public static void AddSecondPass(FeatureList features, ReadingContext context, NumberContext number, double[][] firstPass)
    {
        var likeliest = Array.ConvertAll(firstPass, Likeliest);
        var at = number.Position;
        uint Role(int position) => position >= 0 && position < likeliest.Length ? (uint)likeliest[position] : Absent;
        var gap = GapToPrevious(context, number);
        features.Add(80, gap, Role(at - 1));
        features.Add(82, Role(at - 1));
        features.Add(83, Role(at + 1));
        features.Add(84, Role(at - 1), Role(at), Role(at + 1));
        features.Add(85, Role(at));
        for (var role = 0; role < firstPass[at].Length; role++) features.Add(86, (uint)role, Step(firstPass[at][role], 5));
        var (coefficients, limits) = (0, 0);
        foreach (var other in context.Numbers)
        {
            if (other == number || !IsSameKind(other, number)) continue;
            if (likeliest[other.Position] == (int)NumberRole.Coefficient) coefficients++;
            else if (likeliest[other.Position] == (int)NumberRole.Limit) limits++;
        }

        var surplus = coefficients < 2 * context.Count ? (uint)(coefficients - context.Count + 20) : Absent;
        features.Add(87, surplus, Cap(limits, 2));
        features.Add(88, surplus, Cap(limits, 2), Flag(IsLargest(context, number)), Role(at));
        uint seen = 0, seenSameUnit = 0;
        foreach (var other in context.Numbers)
        {
            if (other == number || other.Sentence != number.Sentence) continue;
            var bit = 1u << likeliest[other.Position];
            seen |= bit;
            var alike = other.Unit == number.Unit || (other.Quantity.IsMoney == number.Quantity.IsMoney
                && other.Quantity.IsPercent == number.Quantity.IsPercent && Common(other.UnitStems, number.UnitStems) > 0);
            if (alike) seenSameUnit |= bit;
        }

        features.Add(89, seen, Role(at));
        features.Add(90, seenSameUnit, Role(at));
    }

    private static int Likeliest(double[] probabilities)
    {
        var best = 0;
        for (var role = 1; role < probabilities.Length; role++)
            if (probabilities[role] > probabilities[best]) best = role;
        return best;
    }

    private static bool IsSameKind(NumberContext left, NumberContext right) =>
        left.Unit == right.Unit && left.Quantity.IsPercent == right.Quantity.IsPercent;

    private static bool IsLargest(ReadingContext context, NumberContext number)
    {
        var isLargest = false;
        foreach (var other in context.Numbers)
        {
            if (other == number || !IsSameKind(other, number)) continue;
            if (other.Value > number.Value) return false;
            isLargest = true;
        }

        return isLargest;
    }

    private static void AddForm(FeatureList features, NumberContext number, bool countsVariables)
    {
        var quantity = number.Quantity;
        var form = Flag(quantity.IsPercent) | Flag(quantity.IsFraction) << 1 | Flag(quantity.IsMultiple) << 2;
        features.Add(1);
        features.Add(2, (uint)number.Tag);
        features.Add(3, quantity.WordHash);
        features.Add(4, Flag(quantity.IsPercent));
        features.Add(5, Flag(quantity.IsFraction));
        features.Add(6, Flag(quantity.IsMultiple));
        features.Add(7, Flag(quantity.IsMoney));
        features.Add(8, (uint)number.Tag, form);
        features.Add(9, Flag(quantity.Word != "#"));
        features.Add(11, countsVariables);
        features.Add(10, number.Unit == NumberContext.Dollar || number.Unit == Time || number.Unit == Hour || number.Unit == Minute ? number.Unit : 0);
    }

    private static void AddWords(FeatureList features, NumberContext number)
    {
        var (right, left) = (number.Right, number.Left);
        for (var index = 0; index < Math.Min(3, right.Length); index++) features.Add(12, (uint)index, right[index].StemHash);
        for (var index = 0; index < Math.Min(3, left.Length); index++) features.Add(13, (uint)index, left[index].StemHash);
        for (var index = 0; index < Math.Min(5, right.Length); index++) features.Add(14, right[index].StemHash);
        for (var index = 0; index < Math.Min(6, left.Length); index++) features.Add(15, left[index].StemHash);
        features.Add(16, StemAt(right, 0), StemAt(right, 1));
        features.Add(17, StemAt(left, 0), StemAt(left, 1));
        features.Add(18, number.Quantity.WordHash, StemAt(right, 0));
    }

    private static uint StemAt(Token[] tokens, int index) => index < tokens.Length ? tokens[index].StemHash : 0;

    private static void AddDirections(FeatureList features, ReadingContext context, NumberContext number)
    {
        features.Add(20, number.DirectionBefore is { } before ? Distance(number.First - before.End) : Absent);
        features.Add(21, number.DirectionAfter is { } after ? Distance(after.First - number.End) : Absent);
        var isNear = number.DirectionBefore is { } left && context.CountNumbers(left.End, number.First) == 0;
        var isNearAfter = number.DirectionAfter is { } right && context.CountNumbers(number.End, right.First) == 0;
        var hasVariable = context.VariablesOf(number.Sentence).Length > 0;
        features.Add(22, Flag(isNear), Flag(hasVariable));
        features.Add(23, Flag(isNear), Flag(isNearAfter));
        features.Add(24, Flag(isNear), (uint)number.Tag);
    }

    private static void AddMagnitude(FeatureList features, ReadingContext context, NumberContext number)
    {
        var sameUnit = 0;
        var others = new List<double>();
        foreach (var other in context.Numbers)
        {
            if (other.Unit == number.Unit) sameUnit++;
            if (other != number && IsSameKind(other, number)) others.Add(other.Value);
        }

        features.Add(30, Cap(sameUnit, 4));
        features.Add(31, Cap(sameUnit, 4), (uint)number.Tag);
        var same = others.Count + 1;
        var isLargest = IsLargest(context, number);
        var ratio = 1.0;
        if (others.Count > 0)
        {
            others.Sort();
            ratio = number.Value / Math.Max(1e-9, (others[(others.Count - 1) / 2] + others[others.Count / 2]) / 2);
        }

        var step = ratio < 0.2 ? 0u : ratio < 1 ? 1u : ratio < 3 ? 2u : ratio < 10 ? 3u : 4u;
        features.Add(32, Flag(isLargest), Cap(same, 6));
        features.Add(33, step);
        features.Add(34, number.Quantity.Word == "#" ? (uint)Math.Clamp((int)(Math.Log10(Math.Abs(number.Value) + 1e-9) + 3), 0, 6) : Absent);
        features.Add(35, same <= 2 * context.Count + 1 ? (uint)(same - context.Count + 20) : Absent, Flag(isLargest));
        features.Add(36, step, Flag(isLargest), (uint)number.Tag);
        // "The village has 410 inhabitants": counted once, and nothing of the problem stands near.
        var hasVariable = context.VariablesOf(number.Sentence).Length > 0;
        var hasDirection = number.DirectionBefore is not null || number.DirectionAfter is not null;
        var isAlone = sameUnit == 1 && !MeasuresWithOthers(context, number)
            && !context.NameStems.Contains(number.Unit) && !context.MeasureStems.Contains(number.Unit) && !number.Quantity.IsMoney;
        features.Add(37, Flag(isAlone), Flag(hasVariable), Flag(hasDirection));
        features.Add(38, Flag(isAlone), Flag(hasVariable), (uint)number.Tag);
    }

    /// <summary>"7 hours of drying time" where others are minutes of drying time.</summary>
    private static bool MeasuresWithOthers(ReadingContext context, NumberContext number)
    {
        foreach (var stem in number.UnitStems)
        {
            if (stem == number.Unit) continue;
            foreach (var other in context.Numbers)
                if (other != number && other.UnitStems.Contains(stem)) return true;
        }

        return false;
    }

    private static void AddNeighbours(FeatureList features, ReadingContext context, NumberContext number)
    {
        features.Add(40, number.After.Length > 0 ? Distance(number.After[0].First - number.End) : Absent,
            number.Before.Length > 0 ? Distance(number.First - number.Before[0].End) : Absent);
        var (before, after, all) = (number.DistinctBefore, number.DistinctAfter, number.DistinctVariables);
        features.Add(41, Cap(all, 3), Cap(before, 2), Cap(after, 2));
        features.Add(42, Cap(all, 3), (uint)number.Tag);
        var ofSentence = 0;
        foreach (var other in context.Numbers)
            if (other.Sentence == number.Sentence) ofSentence++;
        features.Add(43, Cap(ofSentence, 4));
        features.Add(44, number.Sentence == context.Text.ObjectiveSentence);
        features.Add(45, number.Sentence == 0);
        features.Add(46, number.After.Length > 0 && number.After[0].First - number.End <= 1);
    }

    /// <summary>How the number is joined to the one before: conjunction, comma or neither, the gap, a verb, the same unit.</summary>
    private static uint GapToPrevious(ReadingContext context, NumberContext number)
    {
        if (number.Position == 0) return Absent;
        var previous = context.Numbers[number.Position - 1];
        if (previous.Sentence != number.Sentence) return Absent;
        bool conjunction = false, comma = false, verb = false;
        var words = 0;
        for (var index = previous.End; index < number.First; index++)
        {
            var lower = context.Tokens[index].Lower;
            conjunction |= lower == "and";
            comma |= lower == ",";
            verb |= WordLists.AmountVerbs.Contains(lower);
            if (lower is not ("$" or "," or "and" or "of" or "the" or "a")) words++;
        }

        var joint = conjunction ? 0u : comma ? 1u : 2u;
        return joint | Cap(words / 2, 3) << 2 | Flag(verb) << 4 | Flag(previous.Unit == number.Unit) << 5;
    }
}

using System.Collections.Frozen;
using NlOpt.Understanding.Clauses;

namespace NlOpt.Understanding.Decisions;

/// <summary>
/// What words say about the target of a limit, blended with what was learned. Words of one root: "5000 minutes of sewing time" limit what "takes 20
/// minutes to sew", not what takes 10 minutes to check. Kinds: "at least 5 of each kind", "no kind can exceed 60" limit every variable by itself. Lists: "at most 40 tables and 50 desks".
/// </summary>
internal static class LimitRules
{
    private const double RootTrust = 0.5;
    private const double EachTrust = 0.8;
    private const int ShortestRoot = 3;
    private const int LongestEnding = 2;
    private const int Reach = 6;
    private const int KindReach = 7;

    private static readonly FrozenSet<string> Kinds = "kind type sort variety".Split(' ').ToFrozenSet();

    /// <summary>What things to decide on are called together, where none of them is called so itself.</summary>
    private static readonly FrozenSet<string> Classes = (
        "product item subject crop option location site category brand size style model flavour flavor dish activity sport project fund investment course "
        + "material ingredient drink food animal vehicle tree plant treat toy").Split(' ').ToFrozenSet();

    /// <summary>Blends the verdict into probabilities that sum to 1.</summary>
    /// <param name="context">The reading.</param>
    /// <param name="number">The limit.</param>
    /// <param name="candidates">What it may limit.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="probabilities">One a candidate; changed in place.</param>
    public static void Apply(
        ReadingContext context, NumberContext number, List<LimitTarget> candidates, List<Column> columns, double[] probabilities)
    {
        ApplyWords(context, number, candidates, columns, probabilities);
        if (context.Plain[number.Position] is { } plain && Told(number, plain, candidates, columns, probabilities) is >= 0 and var place)
            Verdict.Blend(probabilities, place, PlainLimits.Trust);
        if (context.Listed.TryGetValue(number.First, out var listed) && candidates.IndexOf(listed.Target) is >= 0 and var told)
            Verdict.Blend(probabilities, told, ListedLimit.Trust);
    }

    /// <summary>The candidate that an everyday phrase means; -1 where there is none.</summary>
    private static int Told(NumberContext number, PlainLimit plain, List<LimitTarget> candidates, List<Column> columns, double[] probabilities)
    {
        var likeliest = -1;
        for (var index = 0; index < candidates.Count; index++)
        {
            var isTold = plain switch
            {
                PlainLimit.Together => candidates[index].Kind == LimitKind.Sum,
                PlainLimit.Committed => candidates[index].Kind == LimitKind.Bound && candidates[index].Index == number.Counted,
                _ => candidates[index].Kind is LimitKind.Column or LimitKind.ColumnEach
                    && candidates[index].Columns.All(column => Array.Exists(columns[column].Numbers, other => PlainLimits.AreAlike(number, other))),
            };
            if (isTold && (likeliest < 0 || probabilities[index] > probabilities[likeliest])) likeliest = index;
        }

        return likeliest;
    }

    private static void ApplyWords(
        ReadingContext context, NumberContext number, List<LimitTarget> candidates, List<Column> columns, double[] probabilities)
    {
        if (LimitsEachKind(context, number, columns) && candidates.FindIndex(candidate => candidate.Kind == LimitKind.BoundEach) is >= 0 and var each)
        {
            Verdict.Blend(probabilities, each, EachTrust);
            return;
        }

        var alike = new List<int>();
        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates[index].Kind != LimitKind.Column) continue;
            if (Array.TrueForAll(columns[candidates[index].Index].Numbers, other => other.Unit == number.Unit)) alike.Add(index);
        }

        if (alike.Count < 2) return;
        var words = Words(context, number, number).ToList();
        var told = alike.FindAll(index => columns[candidates[index].Index].Numbers.Any(other =>
            Words(context, other, number).Any(word => words.Exists(one => AreOneRoot(one, word)))));
        if (told is [var only]) Verdict.Blend(probabilities, only, RootTrust);
    }

    /// <summary>A count of things near "each kind" or "no type" where no question asks "how many of each type".</summary>
    private static bool LimitsEachKind(ReadingContext context, NumberContext number, List<Column> columns)
    {
        if (number.Quantity.IsMoney || number.Quantity.IsPercent || number.Quantity.IsFraction) return false;
        if (columns.Exists(column => column.HasUnit(number.Unit))) return false;
        var tokens = context.Tokens;
        for (var index = Math.Max(0, number.First - KindReach); index < Math.Min(tokens.Length - 1, number.End + KindReach); index++)
        {
            if (tokens[index].Sentence != number.Sentence || tokens[index].Lower is not ("each" or "every" or "both" or "no")) continue;
            if (!Kinds.Contains(tokens[index + 1].Stem) && !(Classes.Contains(tokens[index + 1].Stem) && !context.NameStems.Contains(tokens[index + 1].StemHash)))
                continue;
            var isNear = context.CountNumbers(Math.Min(index, number.End), Math.Max(index, number.First)) == 0;
            var isAsked = tokens[Math.Max(0, index - KindReach)..index].Any(token => token.Sentence == number.Sentence && token.Lower is "how" or "many" or "much" or "what");
            if (isNear && !isAsked) return true;
        }

        return false;
    }

    /// <summary>The telling words behind a number.</summary>
    private static IEnumerable<string> Words(ReadingContext context, NumberContext number, NumberContext limit) => number.RightClause.Take(Reach)
        .Where(token => token.IsWord && !token.IsFunctionWord && token.StemHash != limit.Unit && !context.NameStems.Contains(token.StemHash)
            && token.Lower is not ("time" or "available" or "total"))
        .Select(token => Root(token.Lower));

    private static string Root(string word) => word.EndsWith("ing", StringComparison.Ordinal)
        ? word[..^3] : word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2] : word;

    private static bool AreOneRoot(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return shorter.Length >= ShortestRoot && longer.Length - shorter.Length <= LongestEnding
            && longer.StartsWith(shorter, StringComparison.Ordinal);
    }
}

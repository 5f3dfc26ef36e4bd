using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Tagging;

namespace NlOpt.Understanding.Decoding;

/// <summary>A choice of the comparisons of a reading.</summary>
/// <param name="Rows">The comparisons.</param>
/// <param name="LogProbability">That they are these and no others.</param>
internal sealed record ComparisonChoice(List<DecodedRow> Rows, double LogProbability);

/// <summary>Makes the rows of a reading: of limits once their targets are chosen, and of comparisons.</summary>
internal sealed class RowDecoder(DecisionModels models)
{
    private const double LeastAnchor = 0.2;
    private const double SureSides = 0.75;
    private const int VariantsTried = 3;
    private const double Tiny = 1e-9;

    private readonly LocalDecisions _local = new(models);

    // Directions and comparisons depend on the words alone: they are judged once for a variable set, whatever roles are tried.
    private readonly Dictionary<(int First, LimitKind Kind), double> _operators = [];
    private readonly List<(TagSpan Span, double Probability)> _anchors = [];
    private readonly Dictionary<(int First, LimitKind Kind), List<(int Left, int Right, double Probability)>> _sides = [];

    /// <summary>Begins with another variable set.</summary>
    public void Start(ReadingContext context)
    {
        _operators.Clear();
        _anchors.Clear();
        _sides.Clear();
        if (context.Count < 2) return;
        foreach (var anchor in ComparisonFeatures.Anchors(context)) _anchors.Add((anchor, _local.JudgeAnchor(context, anchor)));
    }

    /// <summary>Adds the rows of one limit: one for each variable or column it limits.</summary>
    public void Expand(
        List<DecodedRow> rows, ReadingContext context, NumberContext number, LimitTarget target, JudgedColumns columns, double probability)
    {
        var kind = target.Kind switch { LimitKind.BoundEach => LimitKind.Bound, LimitKind.ColumnEach => LimitKind.Column, _ => target.Kind };
        var atLeast = JudgeOperator(context, number.First, number.End, kind);
        var span = new TagSpan(number.First, number.End, TagKind.Limit);
        switch (target.Kind)
        {
            case LimitKind.Bound or LimitKind.Ratio:
                rows.Add(Row(target.Index, null));
                break;
            case LimitKind.BoundEach:
                for (var variable = 0; variable < context.Count; variable++) rows.Add(Row(variable, null));
                break;
            case LimitKind.Column or LimitKind.ColumnEach:
                for (var column = 0; column < columns.Columns.Count; column++)
                    if (target.Limits(column)) rows.Add(Row(-1, columns.Terms(column)));
                break;
            default:
                rows.Add(Row(-1, null));
                break;
        }

        DecodedRow Row(int variable, NumberContext?[]? terms) =>
            new(kind, number, span, variable, -1, terms, atLeast > 0.5, probability, Math.Max(atLeast, 1 - atLeast));
    }

    /// <summary>The likeliest comparisons first, then variants in which one more or one less is made, or one has other sides.</summary>
    public List<ComparisonChoice> Comparisons(ReadingContext context, bool isVaried)
    {
        if (context.Count < 2) return [new([], 0)];
        var sure = new List<(DecodedRow Row, double Log)>();
        var variants = new List<(double Probability, Func<ComparisonChoice> Make)>();
        foreach (var number in context.Numbers)
            if (number.Role == NumberRole.Multiple) Take(new TagSpan(number.First, number.End, TagKind.Parameter), number, 1);
        var sentences = new HashSet<int>();
        foreach (var (anchor, probability) in _anchors)
        {
            if (probability > 0.5 && sentences.Add(context.Tokens[anchor.First].Sentence))
            {
                var place = Take(anchor, null, probability);
                variants.Add((1 - probability, () => Choice(sure.Where((_, index) => index != place), Math.Log(1 - probability + Tiny))));
            }
            else if (probability > LeastAnchor && !sentences.Contains(context.Tokens[anchor.First].Sentence))
            {
                variants.Add((probability, () => Choice([.. sure, Compare(context, anchor, null, probability)[0]], 0)));
            }
        }

        var choices = new List<ComparisonChoice> { Choice(sure, 0) };
        if (isVaried)
        {
            choices.AddRange(variants.Where(variant => variant.Probability > LeastAnchor).OrderByDescending(variant => variant.Probability)
                .Take(VariantsTried).Select(variant => variant.Make()));
        }

        return choices;

        int Take(TagSpan anchor, NumberContext? number, double probability)
        {
            var compared = Compare(context, anchor, number, probability);
            var place = sure.Count;
            sure.Add(compared[0]);
            if (compared.Count > 1 && compared[0].Row.TargetProbability < SureSides * probability)
                variants.Add((compared[1].Row.TargetProbability, () => Choice(sure.Select((item, index) => index == place ? compared[1] : item), 0)));
            if (compared[0].Row.OperatorProbability < SureSides)
            {
                var turned = compared[0].Row with { IsAtLeast = !compared[0].Row.IsAtLeast, OperatorProbability = 1 - compared[0].Row.OperatorProbability };
                variants.Add((turned.OperatorProbability, () => Choice(sure.Select((item, index) => index == place ? (turned, item.Log) : item), 0)));
            }

            return place;
        }

        static ComparisonChoice Choice(IEnumerable<(DecodedRow Row, double Log)> items, double log)
        {
            var list = items.ToList();
            return new ComparisonChoice(list.ConvertAll(item => item.Row), list.Sum(item => item.Log) + log);
        }
    }

    private double JudgeOperator(ReadingContext context, int first, int end, LimitKind kind)
    {
        if (!_operators.TryGetValue((first, kind), out var atLeast)) _operators[(first, kind)] = atLeast = _local.JudgeOperator(context, first, end, kind);
        return atLeast;
    }

    /// <summary>The comparison with the likeliest sides, then the one with the next likely.</summary>
    private List<(DecodedRow Row, double Log)> Compare(ReadingContext context, TagSpan anchor, NumberContext? number, double anchorProbability)
    {
        var kind = number is null ? LimitKind.Comparison : LimitKind.Multiple;
        var atLeast = JudgeOperator(context, anchor.First, anchor.End, kind);
        if (!_sides.TryGetValue((anchor.First, kind), out var judged))
            _sides[(anchor.First, kind)] = judged = _local.JudgeSides(context, anchor, kind);
        return [.. judged.Take(2).Select(sides =>
        {
            var probability = sides.Probability * anchorProbability;
            return (new DecodedRow(kind, number, anchor, sides.Left, sides.Right, null, atLeast > 0.5, probability, Math.Max(atLeast, 1 - atLeast)), Math.Log(probability + Tiny));
        })];
    }
}

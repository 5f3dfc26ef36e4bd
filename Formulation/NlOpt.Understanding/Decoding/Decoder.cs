using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Decoding;

/// <summary>
/// The one global decision: readings are built from several variable sets x role choices x joint choices of objective and limits, and the
/// weighted sum of all factors decides between them.
/// </summary>
internal sealed class Decoder(DecisionModels models)
{
    private const int TargetsTried = 4;
    private const int ChoicesKept = 4;
    private const int FlipsTried = 6;
    private const double LeastFlip = 0.1;
    private const int RanksFlipped = 2;

    private readonly LocalDecisions _local = new(models);

    // A direction depends on the words alone: it is judged once for a variable set, whatever roles are tried.
    private readonly Dictionary<(int First, LimitKind Kind), double> _operators = [];

    /// <summary>The distinct readings found, unscored, in no particular order.</summary>
    public List<DecodedReading> Decode(TextContext text, IReadOnlyList<ScoredVariableSet> sets)
    {
        var readings = new Dictionary<string, DecodedReading>();
        foreach (var set in sets)
        {
            var context = new ReadingContext(text, set.Set);
            _local.JudgeRoles(context);
            _operators.Clear();
            foreach (var roles in RoleChoices(context, set.Rank < RanksFlipped ? FlipsTried : 0))
                foreach (var reading in DecodeRoles(context, set, roles)) readings.TryAdd(reading.Signature, reading);
        }

        return [.. readings.Values];
    }

    /// <summary>The likeliest roles, then variants in which one or two of the least certain numbers play another role.</summary>
    private static List<NumberRole[]> RoleChoices(ReadingContext context, int most)
    {
        var likeliest = Array.ConvertAll(context.Numbers, number => (NumberRole)Array.IndexOf(number.RoleProbabilities, number.RoleProbabilities.Max()));
        var choices = new List<NumberRole[]> { likeliest };
        var flips = new List<(double Probability, int Number, NumberRole Role)>();
        foreach (var number in context.Numbers)
        {
            foreach (var role in Enum.GetValues<NumberRole>())
                if (role != likeliest[number.Position] && number.RoleProbabilities[(int)role] > LeastFlip)
                    flips.Add((number.RoleProbabilities[(int)role], number.Position, role));
        }

        flips = [.. flips.OrderByDescending(flip => flip.Probability).Take(most)];
        foreach (var (_, number, role) in flips) choices.Add(With(likeliest, number, role));
        for (var left = 0; left < Math.Min(4, flips.Count); left++)
        {
            for (var right = left + 1; right < Math.Min(4, flips.Count); right++)
                if (flips[left].Number != flips[right].Number)
                    choices.Add(With(With(likeliest, flips[left].Number, flips[left].Role), flips[right].Number, flips[right].Role));
        }

        return choices;

        static NumberRole[] With(NumberRole[] roles, int number, NumberRole role)
        {
            var changed = (NumberRole[])roles.Clone();
            changed[number] = role;
            return changed;
        }
    }

    private IEnumerable<DecodedReading> DecodeRoles(ReadingContext context, ScoredVariableSet set, NumberRole[] roles)
    {
        foreach (var number in context.Numbers) (number.Role, number.Variable) = (roles[number.Position], null);
        var coefficients = Array.FindAll(context.Numbers, number => number.Role == NumberRole.Coefficient);
        _local.JudgeAttachments(context, coefficients);
        var columns = _local.BuildColumns(context, coefficients, out var logColumns);
        var objective = _local.JudgeObjective(context, columns);
        var limits = Array.FindAll(context.Numbers, number => number.Role == NumberRole.Limit);
        var writer = new LimitFeatures(context, columns, objective[..^1]);
        var options = limits.Select(number => _local.JudgeLimit(context, writer, number, columns, objective[..^1], TargetsTried)).ToList();
        var isComplete = columns.Select(column => column.IsComplete(context.Count)).ToArray();
        var comparisons = DecodeComparisons(context);
        var total = objective.Sum();
        foreach (var choice in JointSearch.Search(objective, options, isComplete, ChoicesKept))
        {
            var rows = new List<DecodedRow>();
            for (var index = 0; index < limits.Length; index++)
            {
                var probability = options[index].First(option => option.Target == choice.Targets[index]).Probability;
                rows.AddRange(Expand(context, limits[index], choice.Targets[index], columns, probability));
            }

            rows.AddRange(comparisons.Select(item => item.Row));
            var factors = GlobalFactors.Of(context, set, columns, choice, rows, objective[choice.Objective] / total, logColumns, comparisons.Sum(item => item.LogProbability));
            yield return new DecodedReading
            {
                Context = context,
                ObjectiveTerms = choice.Objective == columns.Count ? null : columns[choice.Objective].ByVariable(context.Count),
                Rows = [.. rows.OrderBy(row => row.Span.First)],
                Roles = roles,
                RoleProbabilities = Array.ConvertAll(context.Numbers, number => number.RoleProbabilities[(int)roles[number.Position]]),
                AttachmentProbabilities = Array.ConvertAll(
                    context.Numbers, number => number.Role == NumberRole.Coefficient ? number.VariableProbabilities[number.Variable!.Value] : 1),
                ObjectiveProbability = objective[choice.Objective] / total,
                Factors = factors,
            };
        }
    }

    private double JudgeOperator(ReadingContext context, int first, int end, LimitKind kind)
    {
        if (!_operators.TryGetValue((first, kind), out var atLeast)) _operators[(first, kind)] = atLeast = _local.JudgeOperator(context, first, end, kind);
        return atLeast;
    }

    /// <summary>The rows of one limit: one for each variable or column it limits.</summary>
    private IEnumerable<DecodedRow> Expand(
        ReadingContext context, NumberContext number, LimitTarget target, IReadOnlyList<Column> columns, double probability)
    {
        var kind = target.Kind switch { LimitKind.BoundEach => LimitKind.Bound, LimitKind.ColumnEach => LimitKind.Column, _ => target.Kind };
        var atLeast = JudgeOperator(context, number.First, number.End, kind);
        var span = new TagSpan(number.First, number.End, TagKind.Limit);
        var row = new DecodedRow(kind, number, span, -1, -1, null, atLeast > 0.5, probability, Math.Max(atLeast, 1 - atLeast));
        return target.Kind switch
        {
            LimitKind.Bound or LimitKind.Ratio => [row with { Variable = target.Index }],
            LimitKind.BoundEach => Enumerable.Range(0, context.Count).Select(variable => row with { Variable = variable }),
            LimitKind.Column or LimitKind.ColumnEach => target.Columns.Select(column => row with { Terms = columns[column].ByVariable(context.Count) }),
            _ => [row],
        };
    }

    private List<(DecodedRow Row, double LogProbability)> DecodeComparisons(ReadingContext context)
    {
        var rows = new List<(DecodedRow Row, double LogProbability)>();
        if (context.Count < 2) return rows;
        foreach (var number in context.Numbers)
            if (number.Role == NumberRole.Multiple) rows.Add(Compare(context, new TagSpan(number.First, number.End, TagKind.Parameter), number, 1));
        var done = new HashSet<int>();
        foreach (var anchor in ComparisonFeatures.Anchors(context))
        {
            var probability = _local.JudgeAnchor(context, anchor);
            if (probability > 0.5 && done.Add(context.Tokens[anchor.First].Sentence)) rows.Add(Compare(context, anchor, null, probability));
        }

        return rows;
    }

    private (DecodedRow Row, double LogProbability) Compare(ReadingContext context, TagSpan anchor, NumberContext? number, double anchorProbability)
    {
        var kind = number is null ? LimitKind.Comparison : LimitKind.Multiple;
        var (left, right, sides) = _local.JudgeSides(context, anchor, kind);
        var atLeast = JudgeOperator(context, anchor.First, anchor.End, kind);
        var direction = Math.Max(atLeast, 1 - atLeast);
        var row = new DecodedRow(kind, number, anchor, left, right, null, atLeast > 0.5, sides * anchorProbability, direction);
        return (row, Math.Log(sides * anchorProbability + 1e-9));
    }
}

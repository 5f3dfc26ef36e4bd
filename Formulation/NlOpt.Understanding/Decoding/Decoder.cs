using NlOpt.Understanding.Decisions;
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
    private const int ChoicesVaried = 2;
    private const int RanksVaried = 2;

    private readonly LocalDecisions _local = new(models);
    private readonly RowDecoder _rows = new(models);
    private readonly ColumnDecisions _columns = new(new LocalDecisions(models));

    /// <summary>The distinct readings found, unscored, in no particular order.</summary>
    public List<DecodedReading> Decode(TextContext text, IReadOnlyList<ScoredVariableSet> sets)
    {
        var readings = new Dictionary<string, DecodedReading>();
        foreach (var set in sets)
        {
            var context = new ReadingContext(text, set.Set);
            _local.JudgeRoles(context);
            _local.Start();
            _columns.Start();
            _rows.Start(context);
            var isVaried = set.Rank < RanksVaried;
            var choices = Alternatives.Roles(context, isVaried);
            for (var choice = 0; choice < choices.Count; choice++)
                foreach (var reading in DecodeRoles(set, context, choices[choice], isVaried && choice == 0)) readings.TryAdd(reading.Signature, reading);
        }

        return [.. readings.Values];
    }

    private IEnumerable<DecodedReading> DecodeRoles(ScoredVariableSet set, ReadingContext context, NumberRole[] roles, bool isVaried)
    {
        foreach (var number in context.Numbers) (number.Role, number.Variable) = (roles[number.Position], null);
        var coefficients = Array.FindAll(context.Numbers, number => number.Role == NumberRole.Coefficient);
        _local.JudgeAttachments(context, coefficients);
        var likeliest = Array.ConvertAll(coefficients, number => number.Variable);
        var comparisons = _rows.Comparisons(context, isVaried);
        var attachments = Alternatives.Attachments(context, coefficients, isVaried);
        for (var attachment = 0; attachment < attachments.Count; attachment++)
        {
            for (var index = 0; index < coefficients.Length; index++) coefficients[index].Variable = likeliest[index];
            if (attachments[attachment] is { } change) change.Number.Variable = change.Variable;
            var isFirst = attachment == 0;
            foreach (var (columns, log) in _local.BuildColumns(context, coefficients, isVaried && isFirst))
                foreach (var reading in DecodeColumns(set, context, columns, log, isFirst ? comparisons : [comparisons[0]], isVaried && isFirst)) yield return reading;
        }
    }

    /// <summary>A limit that another one states already makes no row.</summary>
    private static bool SaysAgain(ReadingContext context, NumberContext number) =>
        context.Restated[number.Position] is >= 0 and var original && context.Numbers[original].Role == NumberRole.Limit;

    private IEnumerable<DecodedReading> DecodeColumns(
        ScoredVariableSet set, ReadingContext context, IReadOnlyList<Column> columns, double logColumns, IReadOnlyList<ComparisonChoice> comparisons, bool isVaried)
    {
        var judged = _columns.Of(context, columns);
        var objective = judged.Objective;
        var limits = Array.FindAll(context.Numbers, number => number.Role == NumberRole.Limit && !SaysAgain(context, number));
        var options = limits.Select(number => judged.Limit(number, TargetsTried)).ToList();
        var isComplete = columns.Select(column => column.IsComplete(context.Count)).ToArray();
        var total = objective.Sum();
        var isRangeEnd = limits.Select((number, index) =>
            index > 0 && JoinedNumbers.LimitOneThing(context, limits[index - 1], number)).ToArray();
        var choices = JointSearch.Search(objective, options, isRangeEnd, isComplete, ChoicesKept);
        for (var rank = 0; rank < choices.Count; rank++)
        {
            var choice = choices[rank];
            var limited = new List<DecodedRow>();
            for (var index = 0; index < limits.Length; index++)
            {
                var probability = Math.Max(options[index].Find(option => option.Target == choice.Targets[index]).Probability, JointSearch.LeastInRange);
                limited.AddRange(_rows.Expand(context, limits[index], choice.Targets[index], columns, probability));
            }

            for (var index = 0; index < (rank < ChoicesVaried ? comparisons.Count : 1); index++)
                yield return Make(choice, limited, comparisons[index]);
            if (!isVaried || rank >= ChoicesVaried) continue;
            foreach (var turned in Alternatives.Directions(limited)) yield return Make(choice, turned, comparisons[0]);
        }

        DecodedReading Make(JointChoice choice, List<DecodedRow> limited, ComparisonChoice compared)
        {
            DecodedRow[] rows = [.. limited.Concat(compared.Rows).OrderBy(row => row.Span.First)];
            return new DecodedReading
            {
                Context = context,
                ObjectiveTerms = choice.Objective == columns.Count ? null : columns[choice.Objective].ByVariable(context.Count),
                Rows = rows,
                Roles = Array.ConvertAll(context.Numbers, number => number.Role),
                RoleProbabilities = Array.ConvertAll(context.Numbers, number => number.RoleProbabilities[(int)number.Role]),
                AttachmentProbabilities = Array.ConvertAll(
                    context.Numbers, number => number.Role == NumberRole.Coefficient ? number.VariableProbabilities[number.Variable!.Value] : 1),
                ObjectiveProbability = objective[choice.Objective] / total,
                Factors = GlobalFactors.Of(context, set, columns, choice, rows, objective[choice.Objective] / total, logColumns, compared.LogProbability),
            };
        }
    }
}

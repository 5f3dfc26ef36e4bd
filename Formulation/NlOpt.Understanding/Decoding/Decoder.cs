using NlOpt.Understanding.Clauses;
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
        var readings = new ReadingCollection();
        var clauses = new ClauseMemory();
        foreach (var set in sets)
        {
            var context = new ReadingContext(text, set.Set, clauses);
            _local.JudgeRoles(context);
            _local.Start();
            _columns.Start();
            _rows.Start(context);
            readings.Start(context, set);
            var isVaried = set.Rank < RanksVaried;
            var choices = Alternatives.Roles(context, isVaried);
            for (var choice = 0; choice < choices.Count; choice++) DecodeRoles(readings, context, choices[choice], isVaried && choice == 0);
        }

        return readings.Found;
    }

    private void DecodeRoles(ReadingCollection readings, ReadingContext context, NumberRole[] roles, bool isVaried)
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
                DecodeColumns(readings, context, columns, log, isFirst ? comparisons : [comparisons[0]], isVaried && isFirst);
        }
    }

    /// <summary>A limit that another one states already makes no row.</summary>
    private static bool SaysAgain(ReadingContext context, NumberContext number) =>
        context.Restated[number.Position] is >= 0 and var original && context.Numbers[original].Role == NumberRole.Limit;

    private void DecodeColumns(
        ReadingCollection readings, ReadingContext context, List<Column> columns, double logColumns, IReadOnlyList<ComparisonChoice> comparisons,
        bool isVaried)
    {
        var judged = _columns.Of(context, columns);
        var limits = Array.FindAll(context.Numbers, number => number.Role == NumberRole.Limit && !SaysAgain(context, number));
        var options = Array.ConvertAll(limits, number => judged.Limit(number, TargetsTried));
        var isRangeEnd = new bool[limits.Length];
        for (var index = 1; index < limits.Length; index++)
            isRangeEnd[index] = JoinedNumbers.LimitOneThing(context, limits[index - 1], limits[index]);
        var choices = JointSearch.Search(judged.Objective, options, isRangeEnd, judged.IsComplete, ChoicesKept);
        readings.StartColumns(judged, logColumns);
        for (var rank = 0; rank < choices.Count; rank++)
        {
            var choice = choices[rank];
            var limited = new List<DecodedRow>();
            for (var index = 0; index < limits.Length; index++)
            {
                var probability = Math.Max(options[index].Find(option => option.Target == choice.Targets[index]).Probability, JointSearch.LeastInRange);
                _rows.Expand(limited, context, limits[index], choice.Targets[index], judged, probability);
            }

            for (var index = 0; index < (rank < ChoicesVaried ? comparisons.Count : 1); index++) readings.Add(choice, limited, comparisons[index]);
            if (!isVaried || rank >= ChoicesVaried) continue;
            foreach (var turned in Alternatives.Directions(limited)) readings.Add(choice, turned, comparisons[0]);
        }
    }
}

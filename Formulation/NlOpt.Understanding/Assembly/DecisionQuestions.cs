using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>Questions about decisions of the reader that it is not sure of.</summary>
internal sealed class DecisionQuestions(AssembledReading best, Posterior posterior, QuestionWords words, TextSpans spans)
{
    // Weights of what a wrong decision spoils: a whole model, a row, one number of a row.
    private const double WholeModel = 1;
    private const double OneRow = 0.8;
    private const double OneNumber = 0.7;
    private const double DoubtWithoutCue = 0.4;
    private const double LeastOption = 0.05;

    private readonly DecodedReading _reading = best.Reading;

    /// <summary>All of them with their doubt in [0, 1], also where there is next to none.</summary>
    /// <param name="leastDoubt">Decisions that are surely less in doubt may be left out.</param>
    public IEnumerable<(Question Question, double Doubt)> Find(double leastDoubt)
    {
        // An answer of the best reading is at least as probable as that reading.
        IEnumerable<(Question, double)> shared =
            posterior.Best > 1 - leastDoubt ? [] : [Objective(), .. _reading.Context.Numbers.Select(Role), .. Targets()];
        return [Variables(), .. Sense(), .. shared, .. Operators(), .. Attachments()];
    }

    private (Question Question, double Doubt) Variables()
    {
        var others = posterior.OtherVariables.Where(item => item.Probability >= LeastOption)
            .Select(item => PlainSentence.List(VariableNaming.Of(item.Context, spans).Select(named => named.Name)));
        return Ask(
            SlotKind.Variable, "Which amounts are to be decided?", null, [.. others.Prepend(words.AllNames()).Distinct()],
            1 - posterior.Variables, WholeModel);
    }

    private IEnumerable<(Question Question, double Doubt)> Sense()
    {
        if (_reading.Context.Text.ObjectiveCue is not null) yield break;
        string[] options = ["as large as possible", "as small as possible"];
        if (_reading.IsMinimization) Array.Reverse(options);
        var name = PlainSentence.ObjectiveName(best.Formulation.Objective);
        yield return Ask(
            SlotKind.Sense, $"Should {name} be as large or as small as possible?", best.Formulation.Objective.Evidence[0],
            [.. options], DoubtWithoutCue, WholeModel);
    }

    private (Question Question, double Doubt) Objective()
    {
        var answers = posterior.Answers(reading => words.Objective(reading.ObjectiveTerms));
        var size = best.Formulation.Objective.Sense == ObjectiveSense.Maximize ? "large" : "small";
        return Ask(
            SlotKind.Objective, $"What is it that should be as {size} as possible?", best.Formulation.Objective.Evidence[0],
            answers, words.Objective(_reading.ObjectiveTerms), WholeModel);
    }

    private (Question Question, double Doubt) Role(NumberContext number)
    {
        var answers = posterior.Answers(reading =>
            Array.Find(reading.Context.Numbers, other => other.First == number.First) is { } same ? Say(reading.Roles[same.Position]) : null);
        var slot = _reading.Roles[number.Position] switch
        {
            NumberRole.Coefficient => SlotKind.Coefficient,
            NumberRole.Multiple => SlotKind.Template,
            _ => SlotKind.LimitValue,
        };
        return Ask(
            slot, $"What is {words.Number(number)} in {words.Quote(number.First)}?", spans.Number(number.Quantity),
            answers, Say(_reading.Roles[number.Position]), OneRow);

        static string Say(NumberRole role) => role switch
        {
            NumberRole.Coefficient => "an amount for each one of something",
            NumberRole.Limit => "a limit",
            NumberRole.Multiple => "how many times as much one is as the other",
            _ => "nothing that the plan depends on",
        };
    }

    private IEnumerable<(Question Question, double Doubt)> Targets()
    {
        foreach (var rows in _reading.Rows.Where(row => row.Number is not null && row.Kind != LimitKind.Multiple).GroupBy(row => row.Number!.First))
        {
            var number = rows.First().Number!;
            var answers = posterior.Answers(reading => Say(reading.Rows.Where(row => row.Number?.First == number.First)));
            yield return Ask(
                SlotKind.Template, $"What does {words.Amount(number)} in {words.Quote(number.First)} limit?", spans.Number(number.Quantity),
                answers, Say(rows)!, OneRow);
        }

        string? Say(IEnumerable<DecodedRow> rows)
        {
            var targets = rows.Where(row => row.Kind != LimitKind.Multiple).Select(words.Target).Distinct().ToList();
            return targets.Count == 0 ? null : PlainSentence.List(targets);
        }
    }

    private IEnumerable<(Question Question, double Doubt)> Operators()
    {
        foreach (var (statement, rows) in best.Statements)
        {
            if (rows.Count > 1 || statement is Statement.Comparison { Operator: ComparisonOperator.Equal }) continue;
            var row = rows[0];
            if (LimitWording.IsExact(spans.Tokens, row.Span.First)) continue;
            string[] options = statement is Statement.Comparison comparison
                ? [words.Say(comparison with { Operator = ComparisonOperator.AtLeast }), words.Say(comparison with { Operator = ComparisonOperator.AtMost })]
                : [$"at least {words.Amount(row.Number!)}", $"at most {words.Amount(row.Number!)}"];
            if (!row.IsAtLeast) Array.Reverse(options);
            yield return Ask(
                SlotKind.Operator, $"Does {words.Quote(row.Span.First)} mean at least or at most?", statement.Evidence[0],
                [.. options], 1 - row.OperatorProbability, OneRow);
        }
    }

    private IEnumerable<(Question Question, double Doubt)> Attachments()
    {
        if (_reading.Context.Count < 2) yield break;
        var columns = _reading.Rows.Select(row => row.Terms).Prepend(_reading.ObjectiveTerms).OfType<NumberContext?[]>();
        var amounts = columns.SelectMany(column => column.OfType<NumberContext>().Select(number => (number, column))).DistinctBy(item => item.number.First);
        foreach (var (number, column) in amounts)
        {
            var owners = Enumerable.Range(0, column.Length).Where(variable => column[variable] == number).ToList();
            var others = Enumerable.Range(0, column.Length).Select(words.Name).Append(words.AllNames());
            var taken = owners.Count == 1 ? words.Name(owners[0]) : words.AllNames();
            yield return Ask(
                SlotKind.Coefficient, $"What does {words.Number(number)} in {words.Quote(number.First)} belong to?", spans.Number(number.Quantity),
                [taken, .. others.Where(other => other != taken)], 1 - _reading.AttachmentProbabilities[number.Position], OneNumber);
        }
    }

    private static (Question Question, double Doubt) Ask(
        SlotKind slot, string text, Evidence? quote, List<(string Answer, double Probability)> answers, string taken, double weight)
    {
        var probability = answers.Find(item => item.Answer == taken).Probability;
        var options = answers.Where(item => item.Answer != taken && item.Probability >= LeastOption).Select(item => item.Answer).Prepend(taken);
        return Ask(slot, text, quote, [.. options], 1 - probability, weight);
    }

    private static (Question Question, double Doubt) Ask(
        SlotKind slot, string text, Evidence? quote, ImmutableArray<string> options, double doubt, double weight)
    {
        var bounded = Math.Clamp(doubt, 0, 1);
        return (new Question(slot, text, quote, options, bounded * weight), bounded);
    }
}

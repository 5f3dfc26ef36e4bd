using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>Questions about decisions of the reader that it is not sure of.</summary>
internal sealed class DecisionQuestions(AssembledReading best, Posterior posterior, QuestionWords words, TextSpans spans)
{
    private const double DoubtWithoutCue = 0.4;
    private const double LeastOption = 0.05;
    private const int MostOptions = 5;

    private readonly DecodedReading _reading = best.Reading;

    /// <summary>All of them with their doubt in [0, 1], also where there is next to none.</summary>
    /// <param name="leastDoubt">Decisions that are surely less in doubt may be left out,</param>
    /// <param name="sure">where the reading as a whole is at least as probable as this.</param>
    public IEnumerable<QuestionCandidate> Find(double leastDoubt, double sure)
    {
        // An answer of the best reading is at least as probable as that reading.
        IEnumerable<QuestionCandidate> shared = posterior.Best > 1 - leastDoubt && best.Formulation.Probability >= sure
            ? []
            : [Objective(), .. _reading.Context.Numbers.Select(Role), .. Targets()];
        return [Variables(), .. Sense(), .. shared, .. Comparisons(), .. Operators(), .. Attachments()];
    }

    private QuestionCandidate Variables()
    {
        var others = posterior.OtherVariables.Where(item => item.Probability >= LeastOption)
            .Select(item => PlainSentence.List(VariableNaming.Of(item.Context, spans).Select(named => named.Name)));
        ImmutableArray<string> options = [.. others.Prepend(words.AllNames()).Distinct()];
        // Without another set to choose from there is nothing to offer: the question is then open.
        return Ask(
            SlotKind.Variable, "Which amounts are to be decided?", null, options.Length > 1 ? options : [], DecisionKind.Variables,
            1 - posterior.Variables);
    }

    private IEnumerable<QuestionCandidate> Sense()
    {
        if (_reading.Context.Text.ObjectiveCue is not null) yield break;
        string[] options = ["as large as possible", "as small as possible"];
        if (_reading.IsMinimization) Array.Reverse(options);
        var name = PlainSentence.ObjectiveName(best.Formulation.Objective);
        yield return Ask(
            SlotKind.Sense, $"Should {name} be as large or as small as possible?", best.Formulation.Objective.Evidence[0],
            [.. options], DecisionKind.Sense, DoubtWithoutCue);
    }

    private QuestionCandidate Objective()
    {
        var answers = posterior.Answers(reading => words.Objective(reading.ObjectiveTerms));
        var size = best.Formulation.Objective.Sense == ObjectiveSense.Maximize ? "large" : "small";
        return Ask(
            SlotKind.Objective, $"What is it that should be as {size} as possible?", best.Formulation.Objective.Evidence[0],
            answers, words.Objective(_reading.ObjectiveTerms), [.. Columns(), words.Objective(null)], DecisionKind.Objective,
            LocalDoubt(_reading.ObjectiveProbability, _reading.ObjectiveTerms));
    }

    private QuestionCandidate Role(NumberContext number)
    {
        var answers = posterior.Answers(reading =>
            PositionOf(number, reading) is { } same ? Say(reading.Roles[same]) : null);
        var slot = _reading.Roles[number.Position] switch
        {
            NumberRole.Coefficient => SlotKind.Coefficient,
            NumberRole.Multiple => SlotKind.Template,
            _ => SlotKind.LimitValue,
        };
        return Ask(
            slot, $"What is {words.Number(number)} in {words.Quote(number.First)}?", spans.Number(number.Quantity),
            answers, Say(_reading.Roles[number.Position]), [.. Enum.GetValues<NumberRole>().Select(Say)],
            _reading.Roles[number.Position] is NumberRole.Coefficient or NumberRole.Limit or NumberRole.Multiple ? DecisionKind.Role : DecisionKind.SetAside,
            1 - _reading.RoleProbabilities[number.Position]);

        static int? PositionOf(NumberContext number, DecodedReading reading)
        {
            foreach (var other in reading.Context.Numbers)
                if (other.First == number.First) return other.Position;
            return null;
        }

        static string Say(NumberRole role) => role switch
        {
            NumberRole.Coefficient => "an amount for each one of something",
            NumberRole.Limit => "a limit",
            NumberRole.Multiple => "how many times as much one is as the other",
            _ => "nothing that the plan depends on",
        };
    }

    private IEnumerable<QuestionCandidate> Targets()
    {
        foreach (var rows in _reading.Rows.Where(row => row.Number is not null && row.Kind != LimitKind.Multiple).GroupBy(row => row.Number!.First))
        {
            var number = rows.First().Number!;
            var answers = posterior.Answers(reading => Say(reading.Rows, number));
            yield return Ask(
                SlotKind.Template, $"What does {words.Amount(number)} in {words.Quote(number.First)} limit?", spans.Number(number.Quantity),
                answers, Say(_reading.Rows, number)!, [.. words.EachAlone, words.Together(), .. Columns()],
                rows.First().Kind == LimitKind.Sum ? DecisionKind.SumTarget : DecisionKind.Target,
                LocalDoubt(rows.First().TargetProbability * rows.First().OperatorProbability * _reading.RoleProbabilities[number.Position], rows.First().Terms));
        }

        string? Say(IReadOnlyList<DecodedRow> rows, NumberContext number)
        {
            var targets = new List<string>();
            for (var index = 0; index < rows.Count; index++)
            {
                if (rows[index].Number?.First != number.First || rows[index].Kind == LimitKind.Multiple) continue;
                var target = words.Target(rows[index]);
                if (!targets.Contains(target)) targets.Add(target);
            }

            return targets.Count == 0 ? null : PlainSentence.List(targets);
        }
    }

    /// <summary>Whether two variables are compared so.</summary>
    private IEnumerable<QuestionCandidate> Comparisons() =>
        from item in best.Statements
        where item.Rows[0].Kind is LimitKind.Comparison or LimitKind.Multiple
        select Ask(
            SlotKind.Template, $"Is it meant here that {words.Say(item.Statement)}?", item.Statement.Evidence[0], ["yes", "no"],
            DecisionKind.Comparison, 1 - item.Rows[0].TargetProbability);

    private IEnumerable<QuestionCandidate> Operators()
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
                [.. options], DecisionKind.Operator, 1 - row.OperatorProbability);
        }
    }

    private IEnumerable<QuestionCandidate> Attachments()
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
                [taken, .. others.Where(other => other != taken)], DecisionKind.Column, 1 - _reading.AttachmentProbabilities[number.Position]);
        }
    }

    /// <summary>That a decision or one of those about the amounts it adds up is wrong, as the decisions by themselves have it.</summary>
    private double LocalDoubt(double probability, NumberContext?[]? terms) => 1 - (terms ?? []).OfType<NumberContext>().Distinct()
        .Aggregate(probability, (product, number) => product * _reading.RoleProbabilities[number.Position] * _reading.AttachmentProbabilities[number.Position]);

    /// <summary>The totals that the reading speaks of, as phrases.</summary>
    private IEnumerable<string> Columns() =>
        _reading.Rows.Select(row => row.Terms).Prepend(_reading.ObjectiveTerms).OfType<NumberContext?[]>().Select(words.Column).Distinct();

    /// <summary>A question whose answers are those of all readings; where they agree, other answers that would make sense stand beside.</summary>
    private static QuestionCandidate Ask(
        SlotKind slot,
        string text,
        Evidence? quote,
        List<(string Answer, double Probability)> answers,
        string taken,
        ImmutableArray<string> others,
        DecisionKind kind,
        double local)
    {
        var doubt = 1 - answers.Find(item => item.Answer == taken).Probability;
        var options = answers.Where(item => item.Answer != taken && item.Probability >= LeastOption).Select(item => item.Answer).Prepend(taken).ToList();
        if (options.Count == 1) options = [.. options.Concat(others).Distinct().Take(MostOptions)];
        return new(new Question(slot, text, quote, [.. options], 0), kind, doubt, local);
    }

    private static QuestionCandidate Ask(SlotKind slot, string text, Evidence? quote, ImmutableArray<string> options, DecisionKind kind, double doubt) =>
        new(new Question(slot, text, quote, options, 0), kind, Math.Clamp(doubt, 0, 1), doubt);
}

using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Understanding.Assembly;

/// <summary>Questions about what the text leaves out: amounts, limits that stop growth, whether parts make sense.</summary>
internal sealed class GapQuestions(AssembledReading best, QuestionWords words, TextSpans spans)
{
    // An unbounded plan is no plan; an amount left out is mostly left out because there is none; whole or divisible seldom changes much.
    private const double LossOfNoLimit = 0.9;
    private const double LossOfMissingAmount = 0.3;
    private const double LossOfDivisibility = 0.2;
    private const double LossOfUnread = 0.3;
    private const double LossOfUnused = 0.65;
    private const double LossOfListed = 0.8;
    private const double LossOfMixed = 0.75;
    private const double LossOfUnits = 0.75;
    private const double LossOfConversion = 0.4;
    private const double DoubtOfConversion = 0.4;

    private readonly ProblemFormulation _formulation = best.Formulation;

    /// <summary>All of them with their doubt in [0, 1].</summary>
    public IEnumerable<(Question Question, double Doubt)> Find() => [.. Growth(), .. Effort(), .. Unread(), .. Listed(), .. Mixed(), .. Units(), .. Unused(), .. LeftCharges(), .. MissingAmounts(), .. Divisibilities()];

    private IEnumerable<(Question Question, double Doubt)> Growth()
    {
        if (_formulation.Objective.Sense != ObjectiveSense.Maximize) yield break;
        var free = GrowthLimits.Unlimited(_formulation).ToList();
        if (free.Count == 0) yield break;
        var names = PlainSentence.List(free.Select(variable => _formulation[variable].Name));
        yield return (new Question(SlotKind.LimitValue, $"What limits {names}? As read, there could be any amount.", null, [], LossOfNoLimit), 1);
    }

    private IEnumerable<(Question Question, double Doubt)> Effort()
    {
        var isForced = _formulation.Statements.Any(statement => statement switch
        {
            Statement.SingleVariable(_, var limit) => limit.Lower > 0,
            Statement.Sum(_, var limit) => limit.Lower > 0,
            Statement.WeightedSum(_, var limit) => limit.Lower > 0,
            Statement.Cardinality(_, var count) => count.Lower > 0,
            Statement.SumComparison { Operator: not ComparisonOperator.AtMost, Difference.Value: > 0 } => true,
            Statement.ActivityRequirement(var activity) => activity.IsActive,
            _ => false,
        });
        if (_formulation.Objective.Sense == ObjectiveSense.Minimize && !isForced)
            yield return (new Question(SlotKind.LimitValue, "What has to be reached at least? As read, doing nothing at all would be best.", null, [], LossOfNoLimit), 1);
    }

    private IEnumerable<(Question Question, double Doubt)> Unread() =>
        UnreadSentences.Find(best.Reading, spans).Select(first =>
        {
            var sentence = spans.Sentence(first);
            return (new Question(SlotKind.Template, $"What does {words.Quote(sentence)} ask of the plan? Nothing was read from it.", sentence, [], LossOfUnread), 1.0);
        });

    private IEnumerable<(Question Question, double Doubt)> Listed() =>
        ListedNames.Find(best.Reading.Context).Select(place =>
        {
            var (name, sentence) = (spans.Words(place.First, place.End), spans.Sentence(place.First));
            ImmutableArray<string> options = [$"no, {name} is given", $"yes, {name} is to be decided"];
            return (new Question(SlotKind.Variable, $"Is the amount of {name} in {words.Quote(sentence)} to be decided too?", sentence, options, LossOfListed), 1.0);
        });

    private IEnumerable<(Question Question, double Doubt)> Mixed() =>
        MixedAmounts.Find(best.Reading).Select(number =>
        {
            var clause = spans.Clause(number);
            return (new Question(SlotKind.Coefficient, $"What do the numbers in {words.Quote(clause)} measure? As read, money is added to something else.", clause, [], LossOfMixed), 1.0);
        });

    private IEnumerable<(Question Question, double Doubt)> Units()
    {
        foreach (var conflict in best.Units.Conflicts)
        {
            var (number, expected) = (_formulation.Source.Quote(conflict.Number), conflict.Expected.Name);
            var measured = conflict.Measure is { } measure ? $"measured in {measure.Name}" : "without a unit";
            yield return (
                new Question(SlotKind.Coefficient, $"What is {number} in {expected}? It is {measured}, but goes with amounts in {expected}.", conflict.Number, [], LossOfUnits),
                1);
        }

        foreach (var conversion in best.Units.Conversions)
        {
            if (conversion.IsSure) continue;
            yield return (
                new Question(SlotKind.Coefficient, $"Is it right here that {conversion}?", conversion.Evidence, ["yes", $"no, {conversion.From.Say(conversion.Value)} are another amount"], LossOfConversion),
                DoubtOfConversion);
        }
    }

    private IEnumerable<(Question Question, double Doubt)> Unused() =>
        UnusedAmounts.Find(best, spans).Select(numbers =>
        {
            var (clause, amounts) = (spans.Clause(numbers[0].First), PlainSentence.List(numbers.Select(words.Number)));
            var (verb, them) = numbers.Count == 1 ? ("is", "it") : ("are", "them");
            return (new Question(SlotKind.Coefficient, $"What {verb} {amounts} in {words.Quote(clause)} for? The plan as read does not use {them}.", clause, [], LossOfUnused), 1.0);
        });

    /// <summary>Charges that were read but fit neither the goal nor a row: their sentences count as read, so nothing else would ask.</summary>
    private IEnumerable<(Question Question, double Doubt)> LeftCharges()
    {
        var aside = _formulation.Ledger.Where(entry => entry.Use is NumberUse.SetAside).Select(entry => entry.Evidence).ToHashSet();
        return best.Reading.Context.Charges.Where(charge => aside.Contains(spans.Number(charge.Amount))).DistinctBy(charge => charge.Amount).Select(charge =>
        {
            var clause = spans.Of(charge.First, charge.End);
            var text = $"Where does {_formulation.Source.Quote(spans.Number(charge.Amount))} in {words.Quote(clause)} count? The plan as read does not use it.";
            return (new Question(SlotKind.Coefficient, text, clause, [], LossOfUnused), 1.0);
        });
    }

    private IEnumerable<(Question Question, double Doubt)> MissingAmounts()
    {
        var count = _formulation.Variables.Length;
        var sums = best.Statements.Where(item => item.Statement is Statement.WeightedSum)
            .Select(item => (((Statement.WeightedSum)item.Statement).Terms, item.Statement.Evidence, Weight: 1));
        foreach (var (terms, evidence, weight) in sums.Prepend((_formulation.Objective.Terms, _formulation.Objective.Evidence, Weight: 2)))
        {
            var missing = Enumerable.Range(0, count).Except(terms.Select(term => term.Variable.Index)).ToList();
            if (missing.Count != 1) continue;
            var name = words.Name(missing[0]);
            yield return (
                new Question(SlotKind.Coefficient, $"Does {words.Quote(evidence[0])} concern {name} too? The text gives no amount for it.", evidence[0], [$"no, not {name}", $"yes, {name} too"], LossOfMissingAmount * weight),
                LossOfMissingAmount * weight);
        }
    }

    private IEnumerable<(Question Question, double Doubt)> Divisibilities()
    {
        for (var variable = 0; variable < best.Kinds.Count; variable++)
        {
            var doubt = 1 - best.Kinds[variable].Certainty;
            var name = words.Name(variable);
            ImmutableArray<string> options = ["whole numbers only", "parts too"];
            if (best.Kinds[variable].Divisibility == Divisibility.Divisible) options = [options[1], options[0]];
            Evidence? quote = _formulation.Variables[variable].Mentions is [var first, ..] ? first : null;
            yield return (new Question(SlotKind.Divisibility, $"Can the plan have a part of one, such as a half, of {name}?", quote, options, doubt * LossOfDivisibility), doubt);
        }
    }
}

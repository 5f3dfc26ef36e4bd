using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Understanding.Assembly;

/// <summary>Questions about what the text leaves out: amounts, limits that stop growth, whether parts make sense.</summary>
internal sealed class GapQuestions(AssembledReading best, QuestionWords words, TextSpans spans)
{
    // An unbounded plan is no plan; an amount left out is mostly left out because there is none; whole or divisible changes some percent.
    private const double LossOfNoLimit = 0.9;
    private const double LossOfMissingAmount = 0.3;
    private const double LossOfDivisibility = 0.03;
    private const double LossOfUnused = 0.65;
    private const double LossOfListed = 0.8;
    private const double LossOfMixed = 0.75;
    private const double LossOfUnits = 0.75;
    private const double LossOfConversion = 0.4;
    private const double DoubtOfConversion = 0.4;

    private readonly ProblemFormulation _formulation = best.Formulation;

    /// <summary>All of them with their doubt in [0, 1].</summary>
    public IEnumerable<QuestionCandidate> Find() => [.. Growth(), .. Effort(), .. Unread(), .. Listed(), .. Mixed(), .. Units(), .. Unused(), .. LeftCharges(), .. MissingAmounts(), .. Divisibilities()];

    private IEnumerable<QuestionCandidate> Growth()
    {
        if (_formulation.Objective.Sense != ObjectiveSense.Maximize) yield break;
        var free = GrowthLimits.Unlimited(_formulation).ToList();
        if (free.Count == 0) yield break;
        var names = PlainSentence.List(free.Select(variable => _formulation[variable].Name));
        yield return Gap(new Question(SlotKind.LimitValue, $"What limits {names}? As read, there could be any amount.", null, [], LossOfNoLimit));
    }

    private IEnumerable<QuestionCandidate> Effort()
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
            yield return Gap(new Question(SlotKind.LimitValue, "What has to be reached at least? As read, doing nothing at all would be best.", null, [], LossOfNoLimit));
    }

    private IEnumerable<QuestionCandidate> Unread() =>
        UnreadSentences.Find(best.Reading, spans).Select(first =>
        {
            var sentence = spans.Sentence(first);
            var question = new Question(SlotKind.Template, $"What does {words.Quote(sentence)} ask of the plan? Nothing was read from it.", sentence, [], 0);
            return new QuestionCandidate(question, DecisionKind.Unread, 1, 1);
        });

    private IEnumerable<QuestionCandidate> Listed() =>
        ListedNames.Find(best.Reading.Context).Select(place =>
        {
            var (name, sentence) = (spans.Words(place.First, place.End), spans.Sentence(place.First));
            ImmutableArray<string> options = [$"no, {name} is given", $"yes, {name} is to be decided"];
            return Gap(new Question(SlotKind.Variable, $"Is the amount of {name} in {words.Quote(sentence)} to be decided too?", sentence, options, LossOfListed));
        });

    private IEnumerable<QuestionCandidate> Mixed() =>
        MixedAmounts.Find(best.Reading).Select(number =>
        {
            var clause = spans.Clause(number);
            return Gap(new Question(SlotKind.Coefficient, $"What do the numbers in {words.Quote(clause)} measure? As read, money is added to something else.", clause, [], LossOfMixed));
        });

    private IEnumerable<QuestionCandidate> Units()
    {
        foreach (var conflict in best.Units.Conflicts)
        {
            var (number, expected) = (_formulation.Source.Quote(conflict.Number), conflict.Expected.Name);
            var measured = conflict.Measure is { } measure ? $"measured in {measure.Name}" : "without a unit";
            yield return Gap(
                new Question(SlotKind.Coefficient, $"What is {number} in {expected}? It is {measured}, but goes with amounts in {expected}.", conflict.Number, [], LossOfUnits));
        }

        foreach (var conversion in best.Units.Conversions)
        {
            if (conversion.IsSure) continue;
            yield return Gap(
                new Question(SlotKind.Coefficient, $"Is it right here that {conversion}?", conversion.Evidence, ["yes", $"no, {conversion.From.Say(conversion.Value)} are another amount"], LossOfConversion),
                DoubtOfConversion);
        }
    }

    private IEnumerable<QuestionCandidate> Unused() =>
        UnusedAmounts.Find(best, spans).Select(numbers =>
        {
            var (clause, amounts) = (spans.Clause(numbers[0].First), PlainSentence.List(numbers.Select(words.Number)));
            var (verb, them) = numbers.Count == 1 ? ("is", "it") : ("are", "them");
            return Gap(new Question(SlotKind.Coefficient, $"What {verb} {amounts} in {words.Quote(clause)} for? The plan as read does not use {them}.", clause, [], LossOfUnused));
        });

    /// <summary>Charges that were read but fit neither the goal nor a row: their sentences count as read, so nothing else would ask.</summary>
    private IEnumerable<QuestionCandidate> LeftCharges()
    {
        var aside = _formulation.Ledger.Where(entry => entry.Use is NumberUse.SetAside).Select(entry => entry.Evidence).ToHashSet();
        return best.Reading.Context.Charges.Where(charge => aside.Contains(spans.Number(charge.Amount))).DistinctBy(charge => charge.Amount).Select(charge =>
        {
            var clause = spans.Of(charge.First, charge.End);
            var text = $"Where does {_formulation.Source.Quote(spans.Number(charge.Amount))} in {words.Quote(clause)} count? The plan as read does not use it.";
            return Gap(new Question(SlotKind.Coefficient, text, clause, [], LossOfUnused));
        });
    }

    private IEnumerable<QuestionCandidate> MissingAmounts()
    {
        var count = _formulation.Variables.Length;
        var sums = best.Statements.Where(item => item.Statement is Statement.WeightedSum)
            .Select(item => (((Statement.WeightedSum)item.Statement).Terms, item.Statement.Evidence, Weight: 1));
        foreach (var (terms, evidence, weight) in sums.Prepend((_formulation.Objective.Terms, _formulation.Objective.Evidence, Weight: 2)))
        {
            var missing = Enumerable.Range(0, count).Except(terms.Select(term => term.Variable.Index)).ToList();
            if (missing.Count != 1) continue;
            var name = words.Name(missing[0]);
            yield return Gap(
                new Question(SlotKind.Coefficient, $"Does {words.Quote(evidence[0])} concern {name} too? The text gives no amount for it.", evidence[0], [$"no, not {name}", $"yes, {name} too"], LossOfMissingAmount * weight),
                LossOfMissingAmount * weight);
        }
    }

    private IEnumerable<QuestionCandidate> Divisibilities()
    {
        for (var variable = 0; variable < best.Kinds.Count; variable++)
        {
            var doubt = 1 - best.Kinds[variable].Certainty;
            var name = words.Name(variable);
            ImmutableArray<string> options = ["whole numbers only", "parts too"];
            if (best.Kinds[variable].Divisibility == Divisibility.Divisible) options = [options[1], options[0]];
            Evidence? quote = _formulation.Variables[variable].Mentions is [var first, ..] ? first : null;
            yield return Gap(new Question(SlotKind.Divisibility, $"Can the plan have a part of one, such as a half, of {name}?", quote, options, doubt * LossOfDivisibility), doubt);
        }
    }

    /// <summary>What is missing weighs what is lost with it.</summary>
    private static QuestionCandidate Gap(Question question, double doubt = 1) => new(question, null, doubt, doubt);
}

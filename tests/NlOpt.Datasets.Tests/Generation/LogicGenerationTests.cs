using FluentAssertions;
using NlOpt.Datasets.Generation;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Logic;
using NlOpt.Formulation;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Datasets.Tests.Generation;

/// <summary>Problems with logic on what is done at all.</summary>
public class LogicGenerationTests
{
    private const double Tolerance = 1e-9;
    private static readonly ProblemGenerator Generator = new(OrToolsSolvers.Automatic);

    public static TheoryData<string> Templates => [.. GenerationOptions.LogicTemplateIds];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_template_is_generated_from_both_banks(string template)
    {
        foreach (var bank in Enum.GetValues<GenerationBank>())
        {
            var problem = Generator.Generate(Options(bank, template), index: 0);
            problem.Templates.Should().Contain(template);
            problem.Outcome.Should().Be(GeneratedOutcome.Optimal);
        }
    }

    [Fact]
    public void Gold_statements_say_what_their_words_name()
    {
        foreach (var problem in Generator.Generate(Options(GenerationBank.HeldOut, [.. GenerationOptions.LogicTemplateIds]) with { Count = 60 }))
        {
            foreach (var statement in problem.Formulation.Statements.Where(NamesItsThings))
            {
                var words = statement.Evidence[0];
                foreach (var thing in Things(statement))
                    problem.Formulation[thing].Mentions.Should().Contain(
                        mention => mention.Start >= words.Start && mention.End <= words.End, $"'{problem.Formulation.Source.Quote(words)}' is about {problem.Formulation[thing].Name}");
            }
        }
    }

    [Fact]
    public void The_numbers_of_gold_statements_are_those_of_their_words()
    {
        var numbers = Generator.Generate(Options(GenerationBank.Train, [.. GenerationOptions.LogicTemplateIds]) with { Count = 40, TypingErrorShare = 0 })
            .SelectMany(problem => problem.Formulation.Statements.SelectMany(statement => statement.Numbers).Concat(problem.Formulation.Objective.Numbers)
                .Where(number => number.Evidence is not null).Select(number => (number.Value, Words: problem.Formulation.Source.Quote(number.Evidence!.Value)))).ToList();
        numbers.Should().NotBeEmpty();
        foreach (var (value, words) in numbers.Where(number => double.TryParse(number.Words, out _) && !number.Words.Contains(',', StringComparison.Ordinal)))
        {
            // Limits may be told in a larger unit, as hours for minutes.
            var told = double.Parse(words, System.Globalization.CultureInfo.InvariantCulture);
            (Math.Abs(value) / told).Should().Match(ratio => Math.Abs(ratio - 1) < Tolerance || ratio > 1);
        }
    }

    [Fact]
    public void Problems_with_logic_are_read_as_written()
    {
        foreach (var problem in Generator.Generate(Options(GenerationBank.Train, [.. GenerationOptions.LogicTemplateIds]) with { Count = 25 }))
        {
            var line = GeneratedProblemJson.Write(problem);
            GeneratedProblemJson.Read(line).TryGetValue(out var read).Should().BeTrue();
            GeneratedProblemJson.Write(read!).Should().Be(line);
        }
    }

    [Fact]
    public void A_fixed_charge_lessens_a_profit_and_adds_to_a_cost()
    {
        var objectives = Generator.Generate(Options(GenerationBank.Train, LogicMix.FixedCharge) with { Count = 40 })
            .Select(problem => problem.Formulation.Objective).Where(objective => !objective.FixedCharges.IsEmpty).ToList();
        objectives.Should().Contain(objective => objective.Sense == NlOpt.Modeling.ObjectiveSense.Maximize);
        objectives.Should().OnlyContain(objective => objective.FixedCharges.All(charge =>
            objective.Sense == NlOpt.Modeling.ObjectiveSense.Maximize ? charge.Amount.Value < 0 : charge.Amount.Value > 0));
    }

    [Fact]
    public void About_one_in_five_phrasings_of_logic_is_held_out_and_every_section_has_one_for_training()
    {
        var book = PhraseBook.Embedded;
        var sections = Enum.GetValues<ActivityForm>().Select(form => book[SectionName.Of(form)]).ToList();
        sections.Should().OnlyContain(section => section[0].Split == BankSplit.Train);
        var phrases = sections.SelectMany(section => section).ToList();
        (phrases.Count(phrase => phrase.Split == BankSplit.HeldOut) / (double)phrases.Count).Should().BeInRange(0.12, 0.3);
    }

    private static GenerationOptions Options(GenerationBank bank, params string[] templates) =>
        new() { Count = 1, Seed = 11, Bank = bank, Templates = [.. templates], InfeasibleShare = 0, UnboundedShare = 0 };

    private static bool NamesItsThings(Statement statement) =>
        statement is Statement.Implication or Statement.Equivalence or Statement.ActivityRequirement or Statement.SumComparison or Statement.ConditionalLimit;

    private static IEnumerable<DecisionVariableId> Things(Statement statement) => statement switch
    {
        Statement.Implication(var condition, var consequence) => condition.Activities.Concat(consequence.Activities).Select(activity => activity.Variable),
        Statement.Equivalence(var left, var right) => [left.Variable, right.Variable],
        Statement.ActivityRequirement(var activity) => [activity.Variable],
        Statement.SumComparison comparison => comparison.Left.Concat(comparison.Right),
        Statement.ConditionalLimit conditional => [conditional.If.Variable],
        _ => [],
    };
}

using System.Globalization;
using FluentAssertions;
using NlOpt.Datasets.Generation;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Datasets.Tests.Generation;

public class ProblemGeneratorTests
{
    private static readonly ProblemGenerator Generator = new(OrToolsSolvers.Automatic);
    private static readonly Lazy<IReadOnlyList<GeneratedProblem>> Train = new(() => Generator.Generate(new() { Count = 150, Seed = 11 }));
    private static readonly Lazy<IReadOnlyList<GeneratedProblem>> HeldOut = new(() => Generator.Generate(new() { Count = 50, Seed = 11, Bank = GenerationBank.HeldOut }));

    private static IEnumerable<GeneratedProblem> Both => Train.Value.Concat(HeldOut.Value);

    [Fact]
    public void A_problem_depends_on_seed_and_position_alone()
    {
        var options = new GenerationOptions { Count = 20, Seed = 11 };
        var few = Generator.Generate(options).Select(GeneratedProblemJson.Write).ToList();
        few.Should().Equal(Train.Value.Take(20).Select(GeneratedProblemJson.Write));
        GeneratedProblemJson.Write(Generator.Generate(options, 17)).Should().Be(few[17]);
        GeneratedProblemJson.Write(Generator.Generate(options with { Seed = 12 }, 17)).Should().NotBe(few[17]);
    }

    [Fact]
    public void Texts_are_finished()
    {
        foreach (var problem in Both)
        {
            problem.Text.Should().NotMatchRegex(@"[\[\]{}|@#\^\x01\x02]|  | [.,;?]|[,;][.,;]|\.\.|\ba (?!one)[aeio]|\(n\)", problem.Text);
            problem.Text.Should().MatchRegex(@"^[A-Z0-9$€£]", problem.Text);
        }
    }

    [Fact]
    public void Numbers_are_quoted_as_they_are_used()
    {
        foreach (var problem in Both)
        {
            foreach (var number in problem.Formulation.Objective.Numbers.Concat(problem.Formulation.Statements.SelectMany(statement => statement.Numbers)))
            {
                if (number.Evidence is not { } span) continue;
                var quote = problem.Text[span.Start..span.End];
                quote.Should().MatchRegex("^[0-9][0-9,.]*(%| percent| times)?$|^[A-Za-z -]+$", problem.Text);
                if (!double.TryParse(quote.Split(' ')[0].TrimEnd('%').Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var told)) continue;
                if (quote.Contains('%', StringComparison.Ordinal) || quote.Contains("percent", StringComparison.Ordinal)) told /= 100;
                // A number told in a larger unit is a whole multiple of what was written.
                var factor = number.Value / told;
                (Math.Abs(factor - 1) < 1e-9 || (factor > 1 && problem.Phenomena.Contains("unit-conversion"))).Should().BeTrue("{0} stands for {1} in {2}", quote, number.Value, problem.Text);
            }
        }
    }

    [Fact]
    public void Every_statement_and_the_goal_have_words_and_labels()
    {
        foreach (var problem in Both)
        {
            var formulation = problem.Formulation;
            formulation.Statements.Should().OnlyContain(statement => statement.Evidence.Length > 0);
            formulation.Objective.Evidence.Should().NotBeEmpty(problem.Text);
            problem.Entities.Select(entity => entity.Label).Should().Contain("VAR").And.Contain("OBJ_DIR");
            problem.Entities.Should().BeInAscendingOrder(entity => entity.Start);
            problem.Entities.Zip(problem.Entities.Skip(1)).Should().OnlyContain(pair => pair.First.End <= pair.Second.Start);
            problem.Mentions.Select(mention => mention.Column).Distinct().Should().HaveCount(formulation.Variables.Length);
            problem.Mentions.Should().OnlyContain(mention => problem.Text.Contains(mention.Text, StringComparison.Ordinal));
            foreach (var number in formulation.Statements.SelectMany(statement => statement.Numbers).Where(number => number.Evidence is not null))
                problem.Entities.Should().Contain(entity => entity.Start == number.Evidence!.Value.Start && entity.End == number.Evidence.Value.End);
        }
    }

    [Fact]
    public void Gold_models_have_the_recorded_outcome()
    {
        foreach (var problem in Both)
        {
            var result = OrToolsSolvers.Automatic.Solve(Lowering.Lower(problem.Formulation).Value.Model).Value;
            var expected = problem.Outcome switch
            {
                GeneratedOutcome.Optimal => TerminationReason.Optimal,
                GeneratedOutcome.Infeasible => TerminationReason.Infeasible,
                _ => TerminationReason.Unbounded,
            };
            result.Termination.Should().Be(expected, problem.Text);
        }
    }

    [Fact]
    public void Shares_follow_the_options()
    {
        double Share(Func<GeneratedProblem, bool> test) => (double)Train.Value.Count(test) / Train.Value.Count;
        Share(problem => problem.Formulation.Objective.Sense == ObjectiveSense.Minimize).Should().BeInRange(0.38, 0.62);
        Share(problem => problem.Formulation.Objective.Class == ObjectiveClass.Count).Should().BeInRange(0.12, 0.28);
        Share(problem => problem.Formulation.Variables.Length == 2).Should().BeInRange(0.75, 0.95);
        var outcomes = Generator.Generate(new() { Count = 60, Seed = 5, InfeasibleShare = 0.5, UnboundedShare = 0.2 }).CountBy(problem => problem.Outcome).ToDictionary();
        outcomes[GeneratedOutcome.Infeasible].Should().BeInRange(20, 40);
        outcomes[GeneratedOutcome.Unbounded].Should().BeInRange(5, 20);
    }

    [Fact]
    public void Phenomena_that_hurt_all_occur() =>
        Generator.Generate(new() { Count = 1500, Seed = 3, InfeasibleShare = 0, UnboundedShare = 0 }).SelectMany(problem => problem.Phenomena).Distinct().Should().Contain(
        [
            "any-order", "british", "bullets", "count-objective", "department", "digits-in-name", "distractor", "double-bounded", "each", "ellipsis", "joined-limits", "limit-in-question", "limit-modifier",
            "name-inside-name", "negated", "number-words", "of-whom", "pace", "partial-row", "participle", "percent-of-other", "price-minus-cost", "pronominal", "question-first", "resource-in-name",
            "respectively", "reversed-order", "shared-coefficient", "shared-head", "table", "thousands-separator", "typo", "unit-conversion",
        ]);

    [Fact]
    public void Domains_stay_in_their_bank()
    {
        var held = BankLoader.All.Where(bank => bank.Bank == BankSplit.HeldOut).Select(bank => bank.Domain).ToHashSet();
        Train.Value.Should().OnlyContain(problem => !held.Contains(problem.Domain));
        HeldOut.Value.Should().OnlyContain(problem => held.Contains(problem.Domain));
    }

    [Fact]
    public void Templates_that_are_asked_for_are_there()
    {
        foreach (var template in GenerationOptions.TemplateIds)
            Generator.Generate(new GenerationOptions { Count = 2, Templates = [template] }, 1).Templates.Should().Contain(template);
    }

    [Fact]
    public void Senseless_options_are_refused()
    {
        FluentActions.Invoking(() => new GenerationOptions { Count = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new GenerationOptions { Count = 1, InfeasibleShare = 1.5 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new GenerationOptions { Count = 1, Templates = ["no-such"] }).Should().Throw<ArgumentException>();
    }
}

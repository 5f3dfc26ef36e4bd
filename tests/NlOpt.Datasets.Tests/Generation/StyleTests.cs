using FluentAssertions;
using NlOpt.Datasets.Generation;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;
using NlOpt.Solving.OrTools;
using Xunit;

namespace NlOpt.Datasets.Tests.Generation;

public class StyleTests
{
    private static readonly Lazy<IReadOnlyList<GeneratedProblem>> Problems = new(() =>
        [.. new[] { GenerationBank.Train, GenerationBank.HeldOut }.SelectMany(bank => new ProblemGenerator(OrToolsSolvers.Automatic).Generate(new() { Count = 500, Seed = 21, Bank = bank }))]);

    private static IEnumerable<GeneratedProblem> With(string phenomenon) => Problems.Value.Where(problem => problem.Phenomena.Contains(phenomenon));

    [Theory]
    [InlineData("costs/cost", "costing")]
    [InlineData("takes up/take up", "taking up")]
    [InlineData("emits/emit", "emitting")]
    [InlineData("is sold for/are sold for", "sold for")]
    [InlineData("has/have", null)]
    public void Verbs_bend_to_participles(string verb, string? participle) => VerbForms.Gerund(verb).Should().Be(participle);

    [Fact]
    public void A_limit_in_the_question_has_its_words_there()
    {
        foreach (var problem in With("limit-in-question"))
        {
            var question = problem.Formulation.Objective.Evidence;
            problem.Formulation.Statements.Should().Contain(
                statement => statement.Evidence.Any(span => question.Any(asked => asked.Start <= span.Start && span.End <= asked.End)), problem.Text);
        }
    }

    [Fact]
    public void Amounts_that_some_things_lack_give_rows_without_them()
    {
        foreach (var problem in With("partial-row"))
            problem.Formulation.Statements.OfType<Statement.WeightedSum>().Should().Contain(row => row.Terms.Length < problem.Formulation.Variables.Length, problem.Text);
    }

    [Fact]
    public void One_sentence_names_all_things_with_an_amount_each()
    {
        foreach (var problem in With("participle"))
            Sentences(problem.Text).Should().Contain(sentence => TellsAll(problem, sentence.Start, sentence.End), problem.Text);
    }

    private static bool TellsAll(GeneratedProblem problem, int start, int end) =>
        problem.Entities.Count(entity => entity.Label == "PARAM" && entity.Start >= start && entity.End <= end) >= problem.Formulation.Variables.Length
        && problem.Formulation.Variables.All(variable => variable.Mentions.Any(mention => mention.Start >= start && mention.End <= end));

    private static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        var start = 0;
        for (var end = text.IndexOf(". ", StringComparison.Ordinal); end >= 0; end = text.IndexOf(". ", start, StringComparison.Ordinal))
        {
            yield return (start, end);
            start = end + 2;
        }

        yield return (start, text.Length);
    }

    [Theory]
    [InlineData("department")]
    [InlineData("limit-in-question")]
    [InlineData("pace")]
    [InlineData("partial-row")]
    [InlineData("participle")]
    [InlineData("shared-subject")]
    public void Styles_occur_in_both_banks(string phenomenon) =>
        With(phenomenon).Select(problem => problem.Bank).Distinct().Should().BeEquivalentTo([GenerationBank.Train, GenerationBank.HeldOut]);
}

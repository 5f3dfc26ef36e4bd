using FluentAssertions;
using NlOpt.Agents.Checking;
using NlOpt.Agents.Formulating;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;
using NlOpt.Understanding.Weights;
using Xunit;

namespace NlOpt.Pipeline.Tests.Agents;

public sealed class CheckedFormulatorTests
{
    private static readonly CrossChecker Checker = new(ReaderWeights.Default);
    private static readonly EmbeddedReader Reader = new();

    [Fact]
    public void Agreement_raises_the_probability()
    {
        using var client = AgentTexts.ReadJoinery();
        var reading = Formulate(client, new CheckedOptions());
        reading.IsSuccess.Should().BeTrue();
        reading.Value.Best.Probability.Should().BeGreaterThan(0.8);
        reading.Value.Best.Questions.Should().BeEmpty();
        reading.Diagnostics.Should().BeEmpty();
    }

    [Fact]
    public void Disagreement_becomes_a_question_that_quotes_the_text()
    {
        using var client = Turned();
        var reading = Formulate(client, new CheckedOptions());
        var question = reading.Value.Best.Questions[0];
        question.Slot.Should().Be(SlotKind.Operator);
        question.Text.Should().Be("Is this right? “At most 4 benches.” should perhaps be “At least 4 benches.”.");
        reading.Value.Best.Source.Quote(question.Quote!.Value).Should().Contain("4 benches");
        reading.Value.Best.Probability.Should().BeLessThan(0.5);
        reading.Diagnostics.Should().Contain(diagnostic => diagnostic.Code == "check.direction" && diagnostic.Severity == DiagnosticSeverity.Warning);
        reading.Value.Rivals[0].Statements.Should().Contain(
            statement => statement is Statement.SingleVariable && ((Statement.SingleVariable)statement).Limit is Limit.AtLeast);
    }

    [Theory]
    [InlineData("dropped constraint", "missing-rule")]
    [InlineData("swapped coefficients", "coefficients")]
    [InlineData("wrong direction", "direction")]
    [InlineData("wrong objective", "objective")]
    [InlineData("total as a variable", "total-as-variable")]
    public void What_a_model_gets_wrong_most_is_flagged(string error, string check)
    {
        using var client = Erring(error);
        var reading = Formulate(client, new CheckedOptions());
        client.Left.Should().Be(0);
        reading.Diagnostics.Should().Contain(diagnostic => diagnostic.Code == $"check.{check}");
        reading.Value.Best.Probability.Should().BeLessThan(0.5);
        reading.Value.Best.Questions.Should().NotBeEmpty();
    }

    [Fact]
    public void An_invented_number_does_not_even_become_a_statement()
    {
        var invented = AgentTexts.JoineryHours.Replace("\"value\":80", "\"value\":75", StringComparison.Ordinal);
        using var client = new ScriptedChatClient().On("variables", AgentTexts.JoineryVariables).On("parts", AgentTexts.JoineryParts)
            .On("objective", AgentTexts.JoineryObjective).On("amounts", invented, invented, invented, AgentTexts.JoineryOrder);
        var reading = Formulate(client, new CheckedOptions());
        reading.Diagnostics.Should().Contain(diagnostic => diagnostic.Code == "agent.number").And.Contain(diagnostic => diagnostic.Code == "check.missing-rule");
        reading.Value.Best.Statements.Should().ContainSingle();
    }

    [Fact]
    public void Unattended_a_sure_reader_is_taken_and_an_unsure_one_is_not()
    {
        using var one = Turned();
        var taken = Formulate(one, new CheckedOptions { IsAttended = false, TrustedConfidence = 0 });
        taken.Diagnostics.Should().Contain(diagnostic => diagnostic.Code == "checked.reader-taken");
        taken.Value.Best.Statements.OfType<Statement.SingleVariable>().Single().Limit.Should().BeOfType<Limit.AtLeast>();
        taken.Value.Rivals.Should().NotBeEmpty();
        using var other = Turned();
        var kept = Formulate(other, new CheckedOptions { IsAttended = false, TrustedConfidence = 1 });
        kept.Value.Best.Statements.OfType<Statement.SingleVariable>().Single().Limit.Should().BeOfType<Limit.AtMost>();
    }

    [Fact]
    public void Where_the_model_fails_the_reader_is_taken_and_it_is_said()
    {
        using var client = new ScriptedChatClient().On("variables", "no", "no", "no");
        var reading = Formulate(client, new CheckedOptions());
        reading.IsSuccess.Should().BeTrue();
        reading.Diagnostics.Select(diagnostic => diagnostic.Code).Should().Contain("checked.agent-failed").And.Contain("model.reply.json");
        reading.Diagnostics.Should().OnlyContain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Where_the_reader_declines_the_model_is_taken_and_it_is_said()
    {
        var (text, client) = TransportTexts.Make();
        using (client)
        {
            var reading = new CheckedFormulator(new AgentFormulator(client.Kernel()), Reader, Checker).Formulate(Source.Of(text));
            reading.Value.Best.Variables.Should().HaveCount(4);
            reading.Diagnostics.Should().Contain(diagnostic => diagnostic.Code == "checked.reader-declined");
        }
    }

    [Fact]
    public void Where_neither_reads_the_errors_are_those_of_the_model()
    {
        using var client = new ScriptedChatClient().On("variables", """{"variables":[],"reason":"a poem"}""");
        new CheckedFormulator(new AgentFormulator(client.Kernel()), Reader, Checker).Formulate(Source.Of("Roses are red.")).Diagnostics
            .Should().ContainSingle(diagnostic => diagnostic.Code == "read.not-a-problem");
    }

    private static Result<Reading> Formulate(ScriptedChatClient client, CheckedOptions options) =>
        new CheckedFormulator(new AgentFormulator(client.Kernel()), Reader, Checker, options).Formulate(Source.Of(AgentTexts.Joinery));

    /// <summary>A model that makes one error of its kind.</summary>
    private static ScriptedChatClient Erring(string error)
    {
        var client = new ScriptedChatClient();
        var total = AgentTexts.JoineryVariables.Replace("],\"reason\"", ",{\"name\":\"total hours\",\"quotes\":[\"hours of work\"],\"unit\":null,\"whole\":false}],\"reason\"", StringComparison.Ordinal);
        client.On("variables", error == "total as a variable" ? total : AgentTexts.JoineryVariables);
        client.On("parts", error == "dropped constraint" ? AgentTexts.JoineryParts[..AgentTexts.JoineryParts.IndexOf("{\"template\":\"lower", StringComparison.Ordinal)]
            + AgentTexts.JoineryParts[AgentTexts.JoineryParts.IndexOf("{\"template\":\"objective", StringComparison.Ordinal)..] : AgentTexts.JoineryParts);
        client.On("objective", error == "wrong objective" ? AgentTexts.JoineryObjective.Replace("maximize", "minimize", StringComparison.Ordinal) : AgentTexts.JoineryObjective);
        client.On("amounts", error switch
        {
            "swapped coefficients" => AgentTexts.JoineryHours.Replace("\"stools\"", "\"x\"", StringComparison.Ordinal)
                .Replace("\"benches\"", "\"stools\"", StringComparison.Ordinal).Replace("\"x\"", "\"benches\"", StringComparison.Ordinal),
            "total as a variable" => AgentTexts.JoineryOrder.Replace("\"benches\"", "\"total hours\"", StringComparison.Ordinal)
                .Replace("at-least", "at-most", StringComparison.Ordinal).Replace("\"value\":4,\"quote\":\"4 benches\"", "\"value\":80,\"quote\":\"80 hours\"", StringComparison.Ordinal),
            _ => AgentTexts.JoineryHours,
        });
        if (error != "dropped constraint")
            client.On("amounts", error == "wrong direction" ? AgentTexts.JoineryOrder.Replace("at-least", "at-most", StringComparison.Ordinal) : AgentTexts.JoineryOrder);
        return client;
    }

    private static ScriptedChatClient Turned() =>
        new ScriptedChatClient().On("variables", AgentTexts.JoineryVariables).On("parts", AgentTexts.JoineryParts)
        .On("objective", AgentTexts.JoineryObjective)
        .On("amounts", AgentTexts.JoineryHours, AgentTexts.JoineryOrder.Replace("at-least", "at-most", StringComparison.Ordinal));
}

using FluentAssertions;
using NlOpt.Agents.Formulating;
using NlOpt.Formulation;
using NlOpt.LanguageModels.Prompts;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Pipeline.Tests.Agents;

/// <summary>Whatever a model replies ends in a diagnostic, after as many repairs as are allowed and no more.</summary>
public sealed class HostileReplyTests
{
    private static readonly AgentOptions TwoRepairs = new() { Replies = new PromptLimits { MostRepairs = 2, LongestReply = 10_000 } };

    public static TheoryData<string, string> Variables => new()
    {
        { "", "model.reply.empty" },
        { "I cannot help with that.", "model.reply.json" },
        { "{", "model.reply.json" },
        { "[" + new string('[', 500) + new string(']', 500) + "]", "model.reply.json" },
        { new string('x', 20_000), "model.reply.too-long" },
        { """{"variables":[],"variables":[],"reason":null}""", "model.reply.json" },
        { """{"variables":[]}""", "model.reply.schema" },
        { """["stools"]""", "model.reply.schema" },
        { """{"variables":"stools","reason":null}""", "model.reply.schema" },
        { """{"variables":[{"name":"stools","quotes":["stools"],"unit":null,"whole":"yes"}],"reason":null}""", "model.reply.schema" },
        { """{"variables":[{"name":"stools","quotes":["stools"],"unit":null,"whole":true,"code":"rm"}],"reason":null}""", "model.reply.schema" },
        { """{"variables":[{"name":"stools","quotes":[],"unit":null,"whole":true}],"reason":null}""", "model.reply.schema" },
        { """{"variables":[{"name":"stools","quotes":["armchairs"],"unit":null,"whole":true}],"reason":null}""", "agent.quote" },
        { """{"variables":[{"name":"a","quotes":["stools"],"unit":null,"whole":true},{"name":"A","quotes":["benches"],"unit":null,"whole":true}],"reason":null}""", "agent.variables" },
        { """{"variables":[],"reason":null}""", "agent.variables" },
        { """{"variables":[{"name":"\ud800","quotes":["stools"],"unit":null,"whole":true}],"reason":null}""", "model.reply.schema" },
    };

    public static TheoryData<string, string> Amounts => new()
    {
        { AgentTexts.JoineryHours.Replace("\"value\":80", "\"value\":NaN", StringComparison.Ordinal), "model.reply.json" },
        { AgentTexts.JoineryHours.Replace("\"value\":80", "\"value\":1e999", StringComparison.Ordinal), "model.reply.schema" },
        { AgentTexts.JoineryHours.Replace("\"value\":80", "\"value\":\"eighty\"", StringComparison.Ordinal), "model.reply.schema" },
        { AgentTexts.JoineryHours.Replace("\"value\":80", "\"value\":\"80\"", StringComparison.Ordinal), "model.reply.schema" },
        { AgentTexts.JoineryHours.Replace("\"value\":80", "\"value\":90", StringComparison.Ordinal), "agent.number" },
        { AgentTexts.JoineryHours.Replace("80 hours", "90 hours", StringComparison.Ordinal), "agent.quote" },
        { AgentTexts.JoineryHours.Replace("\"quote\":\"80 hours\"", "\"quote\":null", StringComparison.Ordinal), "agent.number.quote" },
        { AgentTexts.JoineryHours.Replace("\"variable\":\"stools\"", "\"variable\":\"total hours\"", StringComparison.Ordinal), "agent.name" },
        { AgentTexts.JoineryHours.Replace("\"variable\":\"stools\"", "\"variable\":\"benches\"", StringComparison.Ordinal),
            "formulation.repetition" },
        { AgentTexts.JoineryHours.Replace("at-most", "less", StringComparison.Ordinal), "model.reply.schema" },
        { AgentTexts.JoineryHours.Replace("at-most", "between", StringComparison.Ordinal), "model.reply.schema" },
    };

    [Theory]
    [MemberData(nameof(Variables))]
    public async Task Unusable_variables_end_in_a_diagnostic(string reply, string code)
    {
        using var client = new ScriptedChatClient().On("variables", reply, reply, reply, AgentTexts.JoineryVariables);
        var read = await new AgentFormulator(client.Kernel(), TwoRepairs).FormulateAsync(Source.Of(AgentTexts.Joinery));
        read.IsSuccess.Should().BeFalse();
        var errors = read.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        errors.Select(error => error.Code).Should().Equal(code, "agent.stopped");
        client.Requests.Should().HaveCount(3);
        errors[0].Message.Length.Should().BeLessThan(500);
    }

    [Theory]
    [MemberData(nameof(Amounts))]
    public async Task A_rule_that_cannot_be_used_becomes_a_question_and_a_warning(string reply, string code)
    {
        using var client = new ScriptedChatClient().On("variables", AgentTexts.JoineryVariables).On("parts", AgentTexts.JoineryParts)
            .On("objective", AgentTexts.JoineryObjective).On("amounts", reply, reply, reply, AgentTexts.JoineryOrder);
        var read = await new AgentFormulator(client.Kernel(), TwoRepairs).FormulateAsync(Source.Of(AgentTexts.Joinery));
        read.IsSuccess.Should().BeTrue();
        read.Diagnostics.Should().Contain(diagnostic => diagnostic.Code == code).And.Contain(diagnostic => diagnostic.Code == "agent.rule.unread");
        read.Value.Best.Statements.Should().ContainSingle();
        read.Value.Best.Questions.Should().ContainSingle(question => question.Doubt == 1);
    }

    [Theory]
    [MemberData(nameof(Amounts))]
    public async Task A_repair_is_told_what_was_wrong_and_may_succeed(string reply, string code)
    {
        using var client = new ScriptedChatClient().On("variables", AgentTexts.JoineryVariables).On("parts", AgentTexts.JoineryParts)
            .On("objective", AgentTexts.JoineryObjective).On("amounts", reply, AgentTexts.JoineryHours, AgentTexts.JoineryOrder);
        var read = await new AgentFormulator(client.Kernel(), TwoRepairs).FormulateAsync(Source.Of(AgentTexts.Joinery));
        read.Value.Best.Statements.Should().HaveCount(2);
        read.Value.Best.Questions.Should().BeEmpty();
        read.Diagnostics.Should().OnlyContain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        var repair = client.Requests.Single(request => request.Prompt == "amounts" && request.Messages.Count == 4);
        repair.Messages[2].Role.Value.Should().Be("assistant");
        repair.Messages[3].Text.Should().Contain($"[{code}]");
    }

    [Theory]
    [InlineData("""{"parts":[{"template":"quadratic","quotes":["There are 80 hours"],"subject":null}],"unsupported":[]}""", "agent.template")]
    [InlineData("""{"parts":[{"template":"lower-bound","quotes":["At least 4 benches"],"subject":null}],"unsupported":[]}""", "agent.parts")]
    [InlineData("""{"parts":[],"unsupported":[{"quote":"nowhere said","reason":"x"}]}""", "agent.quote")]
    public async Task Parts_that_cannot_be_used_end_in_a_diagnostic(string reply, string code)
    {
        using var client = new ScriptedChatClient().On("variables", AgentTexts.JoineryVariables).On("parts", reply, reply, reply);
        var read = await new AgentFormulator(client.Kernel(), TwoRepairs).FormulateAsync(Source.Of(AgentTexts.Joinery));
        read.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.Code).Should().Equal(
            code, "agent.stopped");
    }

    [Fact]
    public async Task A_fence_around_the_reply_is_taken_off()
    {
        using var client = new ScriptedChatClient().On("variables", $"```json\n{AgentTexts.JoineryVariables}\n```").On(
            "parts", AgentTexts.JoineryParts)
            .On("objective", AgentTexts.JoineryObjective).On("amounts", AgentTexts.JoineryHours, AgentTexts.JoineryOrder);
        var read = await new AgentFormulator(client.Kernel()).FormulateAsync(Source.Of(AgentTexts.Joinery));
        read.IsSuccess.Should().BeTrue();
        read.Diagnostics.Should().BeEmpty();
    }

    [Fact]
    public async Task A_self_check_that_cannot_be_used_changes_nothing()
    {
        using var client = AgentTexts.ReadJoinery().On("selfcheck", "no", "no", """{"wrong":[{"rule":9,"why":"x"}],"missing":[]}""");
        var read = await new AgentFormulator(client.Kernel(), TwoRepairs).FormulateAsync(Source.Of(AgentTexts.Joinery));
        read.Value.Best.Statements.Should().HaveCount(2);
        client.Left.Should().Be(0);
    }
}

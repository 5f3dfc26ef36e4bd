using FluentAssertions;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.LanguageModels;
using NlOpt.Dialogue.Simulation.LanguageModels;
using NlOpt.LanguageModels.Failures;
using NlOpt.Modeling;
using NlOpt.Understanding;
using Xunit;

namespace NlOpt.Dialogue.Tests.LanguageModels;

/// <summary>A server that fails ends a conversation with what was said until then.</summary>
public class ServerFailureTests
{
    private static readonly NoteReader Reader = new();

    public static TheoryData<string> Failures => ["model.refused", "model.unreachable", "model.timed-out", "model.cut"];

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_of_the_server_is_told(string code)
    {
        var model = ScriptedModel.Throwing(code switch
        {
            "model.unreachable" => new HttpRequestException(HttpRequestError.ConnectionError, "no route"),
            "model.timed-out" => new TimeoutException(),
            "model.cut" => new IOException(),
            _ => new LanguageModelException(Diagnostic.Error(code, "the model would not answer")),
        });
        new LanguageModelAgent(model.Kernel, Reader).Next(Transcript.Empty).Diagnostics.Should().ContainSingle(error => error.Code == code);
        new LanguageModelUser(model.Kernel, Lamps.Problem).Answer(Say.After() with { Turns = [Say.After().Turns[0]] })
            .Diagnostics.Should().ContainSingle(error => error.Code == code);
        model.Requests.Should().HaveCount(2, "there is nothing to be mended");
    }

    [Fact]
    public void A_budget_that_is_used_up_keeps_what_was_said()
    {
        var model = ScriptedModel.Saying(Say.Question("What do you make?"), Say.Question("How much wood is there?"));
        var outcome = DialogueRunner.Run(new LanguageModelAgent(model.Within(2), Reader), Lamps.Client());
        outcome.End.Should().Be(DialogueEnd.Failed);
        outcome.Transcript.Turns.Should().HaveCount(4);
        outcome.Findings.Should().ContainSingle(error => error.Code == FailureCode.Budget && error.Severity == DiagnosticSeverity.Error);
        outcome.Formulation.Should().BeNull();
    }

    [Fact]
    public void A_budget_that_ends_within_repairs_takes_no_older_message()
    {
        var model = ScriptedModel.Saying(Say.Question("What do you make? What is your goal?"));
        new LanguageModelAgent(model.Within(1), Reader).Next(Transcript.Empty).Diagnostics.Should()
            .Contain(error => error.Code == FailureCode.Budget && error.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_user_that_fails_keeps_the_question()
    {
        var agent = new LanguageModelAgent(ScriptedModel.Saying(Say.Question("What do you make?")).Kernel, Reader);
        var outcome = DialogueRunner.Run(agent, new LanguageModelUser(ScriptedModel.Saying("no JSON").Kernel, Lamps.Problem));
        outcome.End.Should().Be(DialogueEnd.Failed);
        outcome.Transcript.Turns.Should().ContainSingle();
        outcome.Findings.Should().Contain(error => error.Code == "model.reply.json" && error.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Cancelling_ends_a_call()
    {
        using var source = new CancellationTokenSource();
        var model = ScriptedModel.Silent(source.Cancel);
        var agent = new LanguageModelAgent(model.Kernel, Reader);
        agent.Invoking(other => other.Next(Transcript.Empty, source.Token)).Should().Throw<OperationCanceledException>();
        model.Requests.Should().ContainSingle();
    }
}

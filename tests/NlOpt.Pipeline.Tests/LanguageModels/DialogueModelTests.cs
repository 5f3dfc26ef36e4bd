using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using NlOpt.Cli;
using NlOpt.Cli.Configuration;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.Files;
using NlOpt.Formulation;
using NlOpt.Pipeline.Tests.Chat;
using NlOpt.Pipeline.Tests.Commands;
using Xunit;

namespace NlOpt.Pipeline.Tests.LanguageModels;

/// <summary>Conversations of the command line with a language model behind a server.</summary>
public sealed class DialogueModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Problems => Path.Combine(_folder.Path, "problems.jsonl");

    private string Out => Path.Combine(_folder.Path, "talks");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_asks_and_our_users_answer()
    {
        await using var server = await ModelServer.Start([.. Enumerable.Repeat<ModelServer.Act>(AsEmbeddedAgent, 80)]);
        Generate();
        var run = Run(server, "dialogue", "generate", "--problems", Problems, "--out", Out, "-n", "2", "--agent", "model", "--personas", "Faithful");
        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().MatchRegex(@"m: \d+ calls, \d+ tokens");
        File.ReadAllText(Path.Combine(Out, "plan.txt")).Should().StartWith("2 dialogues, seed 1, Faithful, model m, scripted");
        var saved = TranscriptFile.Load(Directory.GetFiles(Path.Combine(Out, "transcripts"))[0]).Value;
        saved.Transcript.Turns.Should().Contain(turn => turn.Kind == TurnKind.Summary);
        CommandRun.Of("dialogue", "evaluate", Out).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_server_that_fails_ends_the_command_and_keeps_what_was_said()
    {
        await using var server = await ModelServer.Start(AsEmbeddedAgent, ServerFaults.Status(401));
        Generate();
        string[] command = ["dialogue", "generate", "--problems", Problems, "--out", Out, "-n", "1", "--agent", "model"];
        var run = Run(server, command);
        run.ExitCode.Should().Be(4);
        run.Error.Should().Contain("model.unauthorised");
        var kept = TranscriptFile.Load(Directory.GetFiles(Path.Combine(Out, "unfinished")).Single()).Value;
        kept.End.Should().Be(DialogueEnd.Failed);
        kept.Transcript.Turns.Should().HaveCount(2);
        Directory.Exists(Path.Combine(Out, "transcripts")).Should().BeFalse("it is begun anew when the folder is taken up");
    }

    [Fact]
    public async Task A_model_that_answers_nonsense_fails_its_conversations_alone()
    {
        await using var server = await ModelServer.Start();
        Generate();
        var run = Run(server, "dialogue", "generate", "--problems", Problems, "--out", Out, "-n", "2", "--user", "model", "--model", "other");
        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().Contain("2 conversations ended because").And.Contain("dialogues.failed");
        Directory.GetFiles(Path.Combine(Out, "transcripts")).Should().HaveCount(2);
        server.Requests.Select(request => request["model"]!.GetValue<string>()).Distinct().Should().Equal("other");
    }

    [Theory]
    [InlineData("--agent", "pirate")]
    [InlineData("--user", "pirate")]
    [InlineData("--model", "m")]
    [InlineData("--user", "model", "--personas", "Hesitant")]
    [InlineData("--agent", "model", "--model", "a b")]
    public void Senseless_requests_are_refused(params string[] options) =>
        CommandRun.Of(["dialogue", "generate", "--problems", "x", "--out", Out, .. options]).ExitCode.Should().Be(2);

    [Fact]
    public void Without_a_model_nothing_is_begun()
    {
        Generate();
        var run = CommandRun.Of("dialogue", "generate", "--problems", Problems, "--out", Out, "--agent", "model");
        run.ExitCode.Should().Be(4);
        run.Error.Should().Contain("model.none");
        Directory.Exists(Out).Should().BeFalse();
        CommandRun.Of("chat", "--agent", "model").ExitCode.Should().Be(4);
        CommandRun.Of("chat", "--model", "m").ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task A_model_chats()
    {
        await using var server = await ModelServer.Start([.. Enumerable.Repeat<ModelServer.Act>(AsEmbeddedAgent, 20)]);
        var run = Chat(server, [.. ChatRun.Furniture, "yes, that is right"]);
        run.ExitCode.Should().Be(0, run.Error + run.Output);
        run.Output.Should().Contain("Is that right?").And.Contain("At least 4 chairs").And.Contain("Best plan: 5 chairs and 6 tables");
    }

    [Fact]
    public async Task A_chat_goes_on_after_a_failure()
    {
        await using var server = await ModelServer.Start(
            AsEmbeddedAgent, ServerFaults.Status(401), AsEmbeddedAgent, ServerFaults.Status(401), AsEmbeddedAgent);
        var run = Chat(server, ["chairs and tables", "chairs and tables", "/undo", "chairs and tables", "chairs and tables"]);
        run.Error.Should().Contain("model.unauthorised").And.Contain("say it again to try once more");
        run.Output.Split('\n').Count(line => line.Contains("What is your goal", StringComparison.Ordinal)).Should().Be(2);
        server.Requests.Should().HaveCount(5, "what is taken back is not asked for again");
    }

    [Fact]
    public async Task A_chat_that_cannot_begin_says_why()
    {
        await using var server = await ModelServer.Start(ServerFaults.Status(401));
        var run = Chat(server, ["chairs and tables"]);
        run.ExitCode.Should().Be(4);
        run.Error.Should().Contain("model.unauthorised");
    }

    private void Generate() => CommandRun.Of("generate", "problems", "-n", "2", "--seed", "3", "--out", Problems).ExitCode.Should().Be(0);

    private static CommandRun Run(ModelServer server, params string[] arguments) => CommandRun.With(EnginesOf(server, CommandRun.Real), "", arguments);

    private CommandRun Chat(ModelServer server, string[] lines) => CommandRun.With(
        EnginesOf(server, ChatRun.Engines(_folder.Path)), string.Concat(lines.Select(line => line + "\n")), "chat", "--agent", "model");

    private static Engines EnginesOf(ModelServer server, Engines engines)
    {
        var variables = Models.At(server, "openai").ToDictionary(
            setting => Setting.All.FirstOrDefault(known => known.Key == setting.Name)?.Variable ?? setting.Name,
            setting => setting.Value,
            StringComparer.Ordinal);
        return engines with { Variable = name => variables.GetValueOrDefault(name) };
    }

    /// <summary>A model that talks as the embedded agent would.</summary>
    private static Task AsEmbeddedAgent(Microsoft.AspNetCore.Http.HttpContext context, JsonNode request)
    {
        using var data = JsonDocument.Parse(request["messages"]![1]!["content"]!.GetValue<string>());
        var turn = new EmbeddedAgent().Next(new Transcript([.. data.RootElement.GetProperty("conversation").EnumerateArray().Select(item =>
        {
            var text = item.GetProperty("says").GetString()!;
            if (item.GetProperty("speaker").GetString() != "you") return Turn.OfClient(text);
            var isSummary = text.StartsWith("Let me sum up", StringComparison.Ordinal);
            return new Turn(Speaker.Agent, isSummary ? TurnKind.Summary : TurnKind.Question, text);
        })]));
        var reply = turn.Formulation is { } formulation
            ? new
            {
                kind = "summary",
                question = "",
                things = formulation.Variables.Select(variable => variable.Name).ToArray(),
                goal = PlainSentence.OfObjective(formulation),
                rules = formulation.Statements.Select(statement => PlainSentence.Of(statement, formulation)).ToArray(),
            }
            : new
            {
                kind = turn.Kind == TurnKind.Question ? "question" : "goodbye",
                question = turn.Text,
                things = Array.Empty<string>(),
                goal = "",
                rules = Array.Empty<string>(),
            };
        return OpenAiReplies.Text(JsonSerializer.Serialize(reply))(context, request);
    }
}

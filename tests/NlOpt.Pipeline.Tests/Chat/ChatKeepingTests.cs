using FluentAssertions;
using NlOpt.Cli.Chat;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Files;
using NlOpt.Pipeline.Tests.Commands;
using Xunit;

namespace NlOpt.Pipeline.Tests.Chat;

/// <summary>Nothing that was said is lost: files, taking up, full disks, Ctrl-C.</summary>
public sealed class ChatKeepingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Folder => Path.Combine(_folder.Path, "state", "chats");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_conversation_is_kept_under_its_time_and_taken_up()
    {
        ChatRun.Of(Folder, ChatRun.Furniture[..4]).ExitCode.Should().Be(1, "there was no plan yet");
        var file = Path.Combine(Folder, "2030-05-17-093000.json");
        ClientWords(file).Should().Equal(ChatRun.Furniture[..4]);
        var rest = ChatRun.Of(Folder, [.. ChatRun.Furniture[4..], "yes"], "--resume");
        rest.ExitCode.Should().Be(0, rest.Error);
        Directory.GetFiles(Folder).Should().Equal(file);
        ClientWords(file).Should().Equal([.. ChatRun.Furniture, "yes"]);
        var whole = ChatRun.Of(Path.Combine(_folder.Path, "other"), [.. ChatRun.Furniture, "yes"]);
        rest.Output[rest.Output.IndexOf("The plan", StringComparison.Ordinal)..].Should().Be(
            whole.Output[whole.Output.IndexOf("The plan", StringComparison.Ordinal)..], "a conversation taken up ends as one without a break");
    }

    [Fact]
    public void A_message_without_its_answer_gets_it_when_taken_up()
    {
        ChatRun.Of(Folder, ChatRun.Furniture[..3]);
        var file = Directory.GetFiles(Folder).Single();
        var saved = TranscriptFile.Load(file).Value;
        // As a kill between message and answer leaves it.
        TranscriptFile.Save(file, new SavedTranscript(new Transcript(saved.Transcript.Turns[..^1])));
        ChatRun.Of(Folder, [], "--resume").Output.Should().Contain(saved.Transcript.Last!.Text[..20]);
        TranscriptFile.Load(file).Value.Transcript.Turns.Length.Should().Be(saved.Transcript.Turns.Length);
    }

    [Fact]
    public void Every_message_is_in_the_file_while_the_conversation_waits_and_Ctrl_C_leaves_it_there()
    {
        using var interrupt = new CancellationTokenSource();
        using var leaves = new ManualResetEventSlim();
        var run = ChatRun.Typed(Folder, () => new ActingStream([ChatRun.Furniture[0], "never heard"], 1, WaitAndInterrupt), interrupt.Token);
        leaves.Set();
        run.ExitCode.Should().Be(130);
        run.Output.Should().Contain("--resume");
        ClientWords(Directory.GetFiles(Folder).Single()).Should().Equal(ChatRun.Furniture[0]);

        void WaitAndInterrupt()
        {
            SpinWait.SpinUntil(
                () => Directory.Exists(Folder) && Directory.GetFiles(Folder, "*.json") is [var file]
                    && TranscriptFile.Load(file) is { IsSuccess: true, Value.Transcript.Turns.Length: 3 },
                TimeSpan.FromMinutes(2));
            interrupt.Cancel();
            leaves.Wait();
        }
    }

    [Fact]
    public void What_cannot_be_saved_is_told_once_and_saved_as_soon_as_it_can_be()
    {
        // Where the folder should be lies a file; it goes away in the middle.
        Directory.CreateDirectory(Path.GetDirectoryName(Folder)!);
        File.WriteAllText(Folder, "");
        var file = new ChatFile(Folder, TimeProvider.System);
        var said = new SavedTranscript(Transcript.Empty.With(new Turn(Speaker.Agent, TurnKind.Question, "What?")).With(Turn.OfClient("Chairs.")));
        file.Save(said)!.Code.Should().Be("chat.unsaved");
        file.Save(said).Should().BeNull("the warning comes once");
        file.IsBehind.Should().BeTrue();
        File.Delete(Folder);
        file.Save(said)!.Code.Should().Be("chat.saved-again");
        file.Save(said).Should().BeNull();
        ClientWords(file.Path!).Should().Equal("Chairs.");
    }

    [Fact]
    public void A_full_disk_does_not_end_the_conversation()
    {
        if (!File.Exists("/dev/full")) return;
        Directory.CreateDirectory(Folder);
        // The first file that would be written leads to a device that is always full.
        File.CreateSymbolicLink(Path.Combine(Folder, "2030-05-17-093000.json.partial"), "/dev/full");
        var run = ChatRun.Of(Folder, [.. ChatRun.Furniture, "yes"]);
        run.ExitCode.Should().Be(0, "the plan was found all the same");
        run.Error.Should().Contain("chat.unsaved").And.Contain("could not be saved");
        run.Output.Should().Contain("Best plan");
    }

    [Fact]
    public void Without_a_home_it_is_told_that_nothing_is_kept()
    {
        var run = ChatRun.Of(null, ChatRun.Furniture[..2]);
        run.Error.Should().Contain("chat.unsaved").And.Contain("XDG_STATE_HOME");
    }

    [Theory]
    [InlineData("", 3, "chat.none")]
    [InlineData("missing", 3, "transcript.not-found")]
    [InlineData("broken", 3, "transcript.json")]
    public void What_cannot_be_taken_up_is_refused(string what, int exitCode, string code)
    {
        string[] options = what switch
        {
            "" => ["--resume"],
            "broken" => ["--resume", _folder.File("broken.json", "{\"format\": 3}")],
            _ => ["--resume", Path.Combine(_folder.Path, "missing.json")],
        };
        var run = ChatRun.Of(Folder, [], options);
        run.ExitCode.Should().Be(exitCode);
        run.Error.Should().Contain(code);
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public void The_last_message_can_be_taken_back()
    {
        var run = ChatRun.Of(Folder, ["/undo", .. ChatRun.Furniture[..2], "no idea, let us see", "/undo", .. ChatRun.Furniture[2..], "yes", "/undo", "yes"]);
        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().Contain("no message to take back");
        ClientWords(Directory.GetFiles(Folder).Single()).Should().Equal([.. ChatRun.Furniture, "yes"]);
    }

    [Fact]
    public void A_message_behind_the_goodbye_answers_the_summary_once_more()
    {
        var run = ChatRun.Of(Folder, [.. ChatRun.Furniture, "yes", "you left out that we can make at most 8 chairs", "yes"]);
        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Split("Best plan").Should().HaveCount(3, "it was solved twice");
        ClientWords(Directory.GetFiles(Folder).Single()).Should().Equal([.. ChatRun.Furniture, "you left out that we can make at most 8 chairs", "yes"]);
    }

    [Fact]
    public void Copies_and_exports_are_written_but_never_over_foreign_files()
    {
        var (copy, model, foreign) = (Path.Combine(_folder.Path, "copy.json"), Path.Combine(_folder.Path, "model.lp"), _folder.File("mine.txt", "mine"));
        string[] exports = [.. ChatOrder.ExportFormats.Select(format => $"/export {format} {_folder.Path}/exported.{format}")];
        var run = ChatRun.Of(Folder,
        [
            "/export lp early.lp", .. ChatRun.Furniture, $"/save {copy}", $"/save {copy}", $"/export lp {model}", .. exports, $"/save {foreign}", $"/export lp {foreign}",
            $"/save {_folder.Path}", "/save /proc/nowhere/x.json", "/load /no/such/file.json", "/quit",
        ]);
        run.ExitCode.Should().Be(0);
        run.Error.Should().Contain("no problem yet").And.Contain("exists already").And.Contain("output.unwritable").And.Contain("transcript.not-found");
        File.ReadAllText(foreign).Should().Be("mine");
        File.ReadAllText(model).Should().Contain("Maximize");
        File.ReadAllText(Path.Combine(_folder.Path, "exported.csharp")).Should().Contain("ModelBuilder");
        CommandRun.Of("solve", model).ExitCode.Should().Be(0);
        var taken = ChatRun.Of(Folder, [$"/load {copy}", "yes"]);
        taken.ExitCode.Should().Be(0, taken.Error);
        ClientWords(copy).Should().Equal(ChatRun.Furniture, "what was loaded stays as it was");
    }

    private static IEnumerable<string> ClientWords(string file) =>
        TranscriptFile.Load(file).Value.Transcript.Turns.Where(turn => turn.Speaker == Speaker.Client).Select(turn => turn.Text);
}

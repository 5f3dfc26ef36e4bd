using NlOpt.Cli.LanguageModels;
using NlOpt.Cli.Screens;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Files;
using NlOpt.Dialogue.LanguageModels;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Cli.Chat;

/// <summary>A conversation from its first word to its last: takes lines, follows them, keeps the conversation.</summary>
internal sealed class ChatTalk(Terminal terminal, Engines engines, ChatRequest request)
{
    private readonly ChatFile _file = new(engines.ChatFolder, engines.Clock);
    private readonly RuleCardScreen _cards = new();

    private Screen Screen { get; } = new(request.Json ? terminal.Error : terminal.Output);

    /// <summary>Talks until the end of the input, <c>/quit</c> or Ctrl-C.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">Ctrl-C; what was said is kept.</exception>
    public int Run(CancellationToken cancellationToken)
    {
        if (!engines.Notes.Value.TryGetValue(out var reader)) return FailureScreen.Refuse(terminal, engines.Notes.Value.Diagnostics);
        return request.UsesModel ? RunWithModel(reader, cancellationToken) : Run(new ChatSession(reader), cancellationToken);
    }

    private int RunWithModel(NoteReader reader, CancellationToken cancellationToken)
    {
        var opened = CommandModel.Open(engines, request.Model);
        if (!opened.TryGetValue(out var model)) return FailureScreen.Refuse(terminal, opened.Diagnostics);
        using (model) return Run(new ChatSession(reader, new LanguageModelAgent(model.Kernel, reader)), cancellationToken);
    }

    private int Run(ChatSession session, CancellationToken cancellationToken)
    {
        var opened = Open();
        if (!opened.TryGetValue(out var transcript)) return FailureScreen.Refuse(terminal, opened.Diagnostics);
        var answers = new ChatAnswers(terminal, Screen, session, new PlanReasons(engines.Solver));
        ChatScreen.Welcome(Screen);
        var begun = transcript.Turns.IsEmpty
            ? Begin(session, transcript, cancellationToken)
            : TakeUp(session, answers, transcript, cancellationToken);
        if (!begun.IsSuccess) return ExitCode.Of(begun.Diagnostics);
        Screen.Gap();
        try
        {
            using var lines = new LineSource(terminal.OpenInput);
            var exitCode = Talk(lines, session, answers, cancellationToken);
            Leave(session);
            if (request.Json) JsonOutput.Write(terminal, writer => ChatJson.Write(writer, session, answers.Solution));
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            // The terminal shows ^C behind the prompt.
            if (terminal.IsConversation) Screen.Gap();
            Leave(session);
            terminal.Writer.Flush();
            throw;
        }
    }

    private Result<Transcript> Open()
    {
        if (!request.Resumes) return Result.Success(Transcript.Empty);
        if ((request.Path ?? _file.Latest()) is not { } path)
        {
            return Result.Failure<Transcript>(Diagnostic.Error(
                "chat.none", "there is no conversation to take up", new DiagnosticLocation(Source: engines.ChatFolder), "begin one with nlopt chat"));
        }

        var loaded = Load(path);
        if (loaded.IsSuccess) _file.Continue(path);
        return loaded;
    }

    private static Result<Transcript> Load(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return Result.Failure<Transcript>(Diagnostic.Error("transcript.not-found", "the name of the file is blank"));
        var loaded = TranscriptFile.Load(path);
        return loaded.TryGetValue(out var saved)
            ? Result.Success(saved.Transcript)
            : Result.Failure<Transcript>([.. loaded.Diagnostics.Select(finding =>
                finding.Location is { Source: null } place ? finding with { Location = place with { Source = path } } : finding)]);
    }

    private int Talk(LineSource lines, ChatSession session, ChatAnswers answers, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (terminal.IsConversation) Screen.Prompt("you");
            terminal.Writer.Flush();
            if (lines.Next(cancellationToken) is not { } line)
            {
                if (terminal.IsConversation) Screen.Gap();
                return answers.ExitCode ?? ExitCode.AnswerIsNo;
            }

            if (terminal.IsConversation) Screen.Gap();
            if (line.Complaint is { } complaint)
            {
                answers.Complain(complaint);
                continue;
            }

            var order = ChatOrder.Of(line.Text);
            if (order is ChatOrder.Plain(ChatCommandName.Quit)) return answers.ExitCode ?? ExitCode.Done;
            Follow(order, session, answers, cancellationToken);
            if (order is not ChatOrder.Nothing) Screen.Gap();
        }
    }

    private void Follow(ChatOrder order, ChatSession session, ChatAnswers answers, CancellationToken cancellationToken)
    {
        switch (order)
        {
            case ChatOrder.Say(var message):
                Hear(message, session, answers, cancellationToken);
                break;
            case ChatOrder.Plain(ChatCommandName.Show):
                if (!_cards.Show(Screen, session, "So far")) answers.Complain("nothing is understood yet");
                break;
            case ChatOrder.Plain(ChatCommandName.Undo):
                Undo(session, answers, cancellationToken);
                break;
            case ChatOrder.Load(var path):
                Load(path, session, answers, cancellationToken);
                break;
            default:
                answers.Follow(order, cancellationToken);
                break;
        }
    }

    private void Hear(string message, ChatSession session, ChatAnswers answers, CancellationToken cancellationToken)
    {
        if (!session.CanSay)
        {
            answers.Complain("this conversation has ended; /undo takes back your last message, /quit leaves");
            return;
        }

        var before = session.Transcript;
        var said = session.With(message);
        // Before the answer is looked for: whatever happens then, the message is kept.
        Keep(new SavedTranscript(said), answers);
        try
        {
            if (!Begin(session, said, cancellationToken, answers).IsSuccess)
                answers.Complain("your last message has no answer yet; say it again to try once more");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A defect must not end the conversation, nor come back whenever it is taken up.
            terminal.Writer.Flush();
            FailureScreen.ShowBug(terminal, error);
            answers.Complain("your last message was taken back; please say it in other words");
            session.Begin(before, cancellationToken);
            Keep(session.Saved, answers);
        }
    }

    /// <summary>Takes the agent's answer, shows it, and solves where the problem is settled; says so where there is no answer.</summary>
    private Result<Turn> Begin(ChatSession session, Transcript transcript, CancellationToken cancellationToken, ChatAnswers? answers = null)
    {
        var begun = session.Begin(transcript, cancellationToken);
        if (!begun.TryGetValue(out var turn))
        {
            terminal.Writer.Flush();
            FailureScreen.Show(terminal, begun.Diagnostics);
            return begun;
        }

        if (answers is not null) Keep(session.Saved, answers);
        if (turn.Kind != TurnKind.Goodbye && _cards.Show(Screen, session, turn.Kind == TurnKind.Summary ? "Let me sum up" : "So far")) Screen.Gap();
        ChatScreen.Say(Screen, turn);
        answers?.Settle(cancellationToken);
        return begun;
    }

    /// <summary>Goes on where a conversation was left, with its last words on the screen.</summary>
    private Result<Turn> TakeUp(ChatSession session, ChatAnswers answers, Transcript transcript, CancellationToken cancellationToken)
    {
        if (transcript.Turns.LastOrDefault(turn => turn.Speaker == Speaker.Client) is { } last) ChatScreen.Recall(Screen, last);
        return Begin(session, transcript, cancellationToken, answers);
    }

    private void Undo(ChatSession session, ChatAnswers answers, CancellationToken cancellationToken)
    {
        if (session.WithoutLast() is not { } shorter)
        {
            answers.Complain("there is no message to take back");
            return;
        }

        Begin(session, shorter, cancellationToken, answers);
    }

    private void Load(string path, ChatSession session, ChatAnswers answers, CancellationToken cancellationToken)
    {
        var loaded = Load(UserPath.Of(path));
        if (!loaded.TryGetValue(out var transcript))
        {
            answers.Complain(loaded.Diagnostics);
            return;
        }

        // The file that was loaded stays as it is.
        _file.StartNew();
        TakeUp(session, answers, transcript, cancellationToken);
    }

    private void Keep(SavedTranscript saved, ChatAnswers answers)
    {
        if (_file.Save(saved) is { } finding) answers.Complain([finding]);
    }

    private void Leave(ChatSession session)
    {
        if (_file.IsBehind && session.Transcript.Turns.Length > 1 && _file.Save(session.Saved) is null && _file.IsBehind)
            FailureScreen.Say(terminal, "this conversation could not be saved");
        else if (_file.Path is { } path && !_file.IsBehind && (terminal.IsConversation || request.Json))
        {
            Screen.Paragraph("This conversation is kept; nlopt chat --resume goes on with it.", Screen.Faint);
            Screen.Command("file", path);
        }
    }
}

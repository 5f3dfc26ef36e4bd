using System.CommandLine;
using NlOpt.Cli.Chat;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt chat</c>: a conversation that finds out what the problem is, and solves it.</summary>
internal static class ChatCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var resume = new Option<string?>("--resume")
        {
            Description = "Take up the latest conversation, or that of a file.",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = SharedOptions.Json();
        var command = new Command("chat", "Talk about a decision: NlOpt asks, you answer, and the best plan comes out.") { resume, json };
        command.SetAction(parsed =>
        {
            var request = new ChatRequest(parsed.GetResult(resume) is { Implicit: false }, parsed.GetValue(resume), parsed.GetValue(json));
            return new ChatTalk(terminal, engines, request).Run(cancellationToken);
        });
        return command;
    }
}

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
        var agent = SharedOptions.Engine("--agent", "embedded", "Who asks");
        var json = SharedOptions.Json();
        var command = new Command("chat", "Talk about a decision: NlOpt asks, you answer, and the best plan comes out.") { resume, agent, json };
        var model = SharedOptions.ModelName(command, agent);
        command.SetAction(parsed =>
        {
            var request = new ChatRequest(
                parsed.GetResult(resume) is { Implicit: false }, parsed.GetValue(resume),
                parsed.GetValue(agent) == SharedOptions.LanguageModel, parsed.GetValue(model), parsed.GetValue(json));
            return new ChatTalk(terminal, engines, request).Run(cancellationToken);
        });
        return command;
    }
}

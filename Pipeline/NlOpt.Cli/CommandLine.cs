using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using NlOpt.Cli.Commands;
using NlOpt.Cli.Commands.Policies;
using NlOpt.Cli.Mcp;
using NlOpt.Cli.Screens;

namespace NlOpt.Cli;

/// <summary>The command nlopt: parses arguments, runs a command, and turns whatever happens into a message and an exit code.</summary>
internal sealed class CommandLine(Terminal terminal, Engines engines)
{
    private const string Description = """
        NlOpt reads a decision problem in plain words and gives back a checked model, the best plan, and the reasons.

        Try: nlopt solve examples/bakery.txt
        Or:  nlopt chat
        """;

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The arguments as the shell gave them.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C.</param>
    /// <returns>A code of <see cref="ExitCode"/>. No exception leaves this method.</returns>
    public int Run(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var exitCode = Guarded(arguments, cancellationToken);
        try
        {
            terminal.Writer.Flush();
            return exitCode;
        }
        catch (IOException error)
        {
            // A full disk, say. (A reader of a pipe that went away is no error and does not come here.)
            FailureScreen.Say(terminal, $"standard output cannot be written: {error.Message}");
            return ExitCode.Failed;
        }
    }

    private int Guarded(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            return Invoke(arguments, cancellationToken);
        }
        catch (Exception error) when (cancellationToken.IsCancellationRequested && IsCancellation(error))
        {
            FailureScreen.Say(terminal, "cancelled");
            return ExitCode.Cancelled;
        }
        catch (Exception error)
        {
            // Whatever a library throws at us is told in one line; nobody is helped by a stack trace.
            FailureScreen.ShowBug(terminal, error);
            return ExitCode.Failed;
        }
    }

    /// <summary>Parallel loops may wrap the cancellation of each of their workers.</summary>
    private static bool IsCancellation(Exception error) =>
        error is OperationCanceledException || error is AggregateException several && several.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException);

    private int Invoke(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var root = new RootCommand(Description)
        {
            SolveCommand.Make(terminal, engines, cancellationToken),
            ChatCommand.Make(terminal, engines, cancellationToken),
            DiagnoseCommand.Make(terminal, engines, cancellationToken),
            WhatIfCommand.Make(terminal, engines, cancellationToken),
            WhyNotCommand.Make(terminal, engines, cancellationToken),
            CheckCommand.Make(terminal, engines, cancellationToken),
            ReadCommand.Make(terminal, engines, cancellationToken),
            EvalCommand.Make(terminal, engines, cancellationToken),
            PolicyCommand.Make(terminal, engines, cancellationToken),
            TrainReaderCommand.Make(terminal, engines, cancellationToken),
            GenerateCommand.Make(terminal, engines, cancellationToken),
            DialogueCommand.Make(terminal, engines, cancellationToken),
            McpCommand.Make(terminal, engines, cancellationToken),
            ConfigCommand.Make(terminal, engines),
            DoctorCommand.Make(terminal, engines, cancellationToken),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return RefuseUsage(parsed, root);
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = terminal.Writer,
            Error = terminal.ErrorWriter,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private int RefuseUsage(ParseResult parsed, RootCommand root)
    {
        // An unknown word also makes its command "not provided" and every word after it unknown; the first one is the cause.
        var messages = parsed.Errors.Select(error => error.Message).ToList();
        FailureScreen.Say(terminal, messages.Find(message => message.StartsWith("Unrecognized", StringComparison.Ordinal)) ?? messages[0]);
        var names = new List<string>();
        for (SymbolResult? symbol = parsed.CommandResult; symbol is not null; symbol = symbol.Parent)
            if (symbol is CommandResult { Command: var command }) names.Insert(0, command == root ? "nlopt" : command.Name);
        terminal.ErrorWriter.WriteLine($"Run '{string.Join(' ', names)} --help' for what it takes.");
        return ExitCode.Usage;
    }
}

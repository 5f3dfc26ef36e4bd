using System.CommandLine;
using NlOpt.Solving;

namespace NlOpt.Cli.Commands;

/// <summary>The argument and options that all commands share that give reasons.</summary>
internal sealed class ReasonOptions
{
    private readonly Argument<string> _file = new("FILE") { Description = "A problem in plain words; - reads it from standard input." };
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<double?> _timeLimit = SharedOptions.TimeLimit("Stop after that many seconds with what was found.");
    private readonly Option<bool> _integer = new("--integer") { Description = "Treat every amount as a whole number." };
    private readonly Option<bool> _continuous = new("--continuous") { Description = "Treat every amount as divisible." };

    /// <summary>Adds them to a command, the file first.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Insert(0, _file);
        command.Options.Add(_json);
        command.Options.Add(_timeLimit);
        command.Options.Add(_integer);
        command.Options.Add(_continuous);
        SharedOptions.Exclude(command, _integer, _continuous);
    }

    public ReasonRequest Of(ParseResult parsed) => new(
        parsed.GetRequiredValue(_file),
        parsed.GetValue(_json),
        SharedOptions.KindsOf(parsed, _integer, _continuous),
        new SolveOptions { TimeLimit = parsed.GetValue(_timeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null });
}

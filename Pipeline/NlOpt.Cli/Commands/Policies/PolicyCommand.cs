using System.CommandLine;

namespace NlOpt.Cli.Commands.Policies;

/// <summary><c>nlopt policy</c>: policies for decisions that repeat under uncertainty.</summary>
internal static class PolicyCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken) =>
        new("policy", "Train policies for decisions that repeat under uncertainty, and measure them.")
        {
            PolicyTrainCommand.Make(terminal, engines, cancellationToken),
            PolicyEvaluateCommand.Make(terminal, engines, cancellationToken),
            PolicyCompareCommand.Make(terminal, engines, cancellationToken),
            PolicyPlotCommand.Make(terminal),
            PolicyExportCommand.Make(terminal, engines),
        };
}

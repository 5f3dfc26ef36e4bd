using System.Text;
using NlOpt.Cli;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Pipeline.Tests.Commands;

/// <summary>One run of the command line within this process: what it returned and what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the command line with the real engines.</summary>
    public static CommandRun Of(params string[] arguments) => With(Real, "", arguments);

    /// <summary>Runs the command line with the given engines and standard input.</summary>
    public static CommandRun With(Engines engines, string input, params string[] arguments) =>
        With(engines, Encoding.UTF8.GetBytes(input), arguments, color: false, CancellationToken.None);

    /// <summary>Runs the command line with everything given.</summary>
    public static CommandRun With(Engines engines, byte[] input, string[] arguments, bool color, CancellationToken cancellationToken)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(Terminal.Create(output, color), Terminal.Create(error, color), () => new MemoryStream(input), ShowsProgress: false);
        var exitCode = new CommandLine(terminal, engines).Run(arguments, cancellationToken);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The engines of the product, whatever is configured for whoever runs the tests.</summary>
    public static Engines Real => Engines.OfProcess() with { SettingsPath = null, Variable = _ => null };

    /// <summary>The engines of the product with another reader.</summary>
    public static Engines Reading(IFormulator formulator) => Real with { Formulator = new(() => Result.Success(formulator)) };
}

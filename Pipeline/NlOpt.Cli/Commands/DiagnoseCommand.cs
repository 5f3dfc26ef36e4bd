using System.CommandLine;
using NlOpt.Cli.Screens;
using NlOpt.Modeling;
using NlOpt.Pipeline;
using NlOpt.Pipeline.Diagnosis;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt diagnose</c>: why there is no plan, what is missing, or what the limits of a plan are worth and what else would do.</summary>
internal static class DiagnoseCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var must = new Option<int[]>("--must")
        {
            Description = "A rule that must stay as it is, by its number; may be given several times.",
            HelpName = "RULE",
            AllowMultipleArgumentsPerToken = false,
        };
        var shared = new ReasonOptions();
        var command = new Command(
            "diagnose",
            "Say why a problem has no plan, what is missing where it has no end, or what each limit of its plan is worth and what else would do.")
        { must };
        shared.AddTo(command);
        command.SetAction(parsed => Run(
            new ReasonGiving(terminal, engines, shared.Of(parsed)),
            new DiagnosisOptions { Kinds = shared.Of(parsed).Kinds, Solver = shared.Of(parsed).Options },
            parsed.GetValue(must) ?? [],
            cancellationToken));
        return command;
    }

    private static int Run(ReasonGiving giving, DiagnosisOptions options, int[] musts, CancellationToken cancellationToken)
    {
        var solved = giving.Solve(cancellationToken);
        if (!solved.TryGetValue(out var solution)) return giving.Refuse(solved);
        var count = solution.Formulation.Statements.Length;
        if (musts.Where(rule => rule < 1 || rule > count).Select(rule => (int?)rule).FirstOrDefault() is { } unknown)
        {
            return giving.Refuse(Result.Failure<Solution>(Diagnostic.Error(
                "change.statement", $"there is no rule {unknown}", remedy: $"there are {count} rules")));
        }

        var finder = giving.Finder.With(options with { Musts = [.. musts.Select(rule => rule - 1)] });
        var answer = DiagnosisAnswer.Of(solution, finder, cancellationToken);
        return giving.Answer(
            ReasonGiving.ExitCodeOf(solution), screen => DiagnosisScreen.Show(screen, answer), writer => DiagnosisJson.Write(writer, answer));
    }
}

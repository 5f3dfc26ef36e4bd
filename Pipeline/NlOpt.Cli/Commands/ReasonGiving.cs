using System.Text.Json;
using NlOpt.Cli.Screens;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline;
using NlOpt.Pipeline.Diagnosis;

namespace NlOpt.Cli.Commands;

/// <summary>What the commands have in common that give reasons: they read a problem in words and ask about it.</summary>
internal sealed class ReasonGiving(Terminal terminal, Engines engines, ReasonRequest request)
{
    /// <summary>Where answers go.</summary>
    public Screen Screen { get; } = new(terminal.Output);

    /// <summary>Who answers.</summary>
    public ReasonFinder Finder { get; } = new(engines.Solver.Value, new DiagnosisOptions { Kinds = request.Kinds, Solver = request.Options });

    /// <summary>The problem as read.</summary>
    public Result<ProblemFormulation> Read(CancellationToken cancellationToken)
    {
        if (ModelFormat.ForPath(request.Path) is not null)
        {
            return Result.Failure<ProblemFormulation>(Diagnostic.Error(
                "input.model",
                "this is a model file, and reasons are given about problems in words",
                new DiagnosticLocation(Source: request.Path),
                "use nlopt solve for model files"));
        }

        var text = InputText.Read(request.Path, InputText.LongestProblem, terminal.OpenInput);
        if (!text.TryGetValue(out var words)) return Result.Failure<ProblemFormulation>(text.Diagnostics);
        var reader = engines.Formulator.Value;
        if (!reader.TryGetValue(out var formulator)) return Result.Failure<ProblemFormulation>(reader.Diagnostics);
        var read = formulator.Formulate(Source.Of(words), cancellationToken);
        return read.TryGetValue(out var reading)
            ? Result.Success(reading.Best, read.Diagnostics)
            : Result.Failure<ProblemFormulation>(read.Diagnostics);
    }

    /// <summary>The problem as read, with its best plan.</summary>
    public Result<Solution> Solve(CancellationToken cancellationToken)
    {
        var read = Read(cancellationToken);
        return read.TryGetValue(out var formulation) ? Finder.Solve(formulation, cancellationToken) : Result.Failure<Solution>(read.Diagnostics);
    }

    /// <summary>Refuses with a reason.</summary>
    public int Refuse<T>(Result<T> result) => FailureScreen.Refuse(terminal, result.Diagnostics);

    /// <summary>Answers as a screen or as JSON.</summary>
    /// <returns>The exit code given.</returns>
    public int Answer(int exitCode, Action<Screen> show, Action<Utf8JsonWriter> write)
    {
        if (request.Json) JsonOutput.Write(terminal, write);
        else show(Screen);
        return exitCode;
    }

    /// <summary>The exit code of a solution.</summary>
    public static int ExitCodeOf(Solution solution) =>
        OutcomeWords.ExitCodeOf(solution.Result.Termination, !solution.Plan.IsEmpty, QuestionScreen.IsOpen(solution.Questions));
}

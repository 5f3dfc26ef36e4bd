using System.Text.Json;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline;
using NlOpt.Pipeline.Diagnosis;

namespace NlOpt.Tools;

/// <summary>The operations that solve.</summary>
internal static class SolvingOperations
{
    // Other readings are solved too, to tell which doubts would change the plan.
    private const int RivalsToSolve = 3;

    /// <summary><c>solve</c>.</summary>
    public static Result<Action<Utf8JsonWriter>> Solve(ToolEngines engines, ToolRequest request, CancellationToken cancellationToken) =>
        Answer(Solved(engines, request, RivalsToSolve, cancellationToken), ToolAnswer.WriteSolution);

    /// <summary><c>ask_open_questions</c>.</summary>
    public static Result<Action<Utf8JsonWriter>> Questions(ToolEngines engines, ToolRequest request, CancellationToken cancellationToken) =>
        Answer(Solved(engines, request, RivalsToSolve, cancellationToken), (writer, solution, _) => ToolAnswer.WriteQuestions(writer, solution));

    /// <summary><c>diagnose</c>.</summary>
    public static Result<Action<Utf8JsonWriter>> Diagnose(ToolEngines engines, ToolRequest request, CancellationToken cancellationToken)
    {
        var solved = Solved(engines, request, 0, cancellationToken);
        if (!solved.TryGetValue(out var solution)) return Result.Failure<Action<Utf8JsonWriter>>(solved.Diagnostics);
        var count = solution.Formulation.Statements.Length;
        if (request.Musts.Any(rule => rule < 0 || rule >= count))
        {
            return Result.Failure<Action<Utf8JsonWriter>>(
                Diagnostic.Error("change.statement", "there is no such rule to keep as it is", remedy: $"there are {count} rules"));
        }

        var answer = DiagnosisAnswer.Of(solution, engines.Finder(request), cancellationToken);
        return Result.Success<Action<Utf8JsonWriter>>(writer => DiagnosisJson.Write(writer, answer));
    }

    /// <summary><c>what_if</c>.</summary>
    public static Result<Action<Utf8JsonWriter>> WhatIf(ToolEngines engines, ToolRequest request, CancellationToken cancellationToken)
    {
        var solved = Solved(engines, request, 0, cancellationToken);
        if (!solved.TryGetValue(out var before)) return Result.Failure<Action<Utf8JsonWriter>>(solved.Diagnostics);
        var read = ChangeText.ReadAll(request.Changes, before.Formulation);
        if (!read.TryGetValue(out var changes)) return Result.Failure<Action<Utf8JsonWriter>>(read.Diagnostics);
        var tried = engines.Finder(request).WhatIf(before, changes, cancellationToken);
        return tried.TryGetValue(out var outcome)
            ? Result.Success<Action<Utf8JsonWriter>>(writer => DiagnosisJson.Write(writer, outcome))
            : Result.Failure<Action<Utf8JsonWriter>>(tried.Diagnostics);
    }

    private static Result<Solution> Solved(ToolEngines engines, ToolRequest request, int rivals, CancellationToken cancellationToken) =>
        new ProblemSolver(engines.Formulator, engines.Solver).Solve(
            Source.Of(request.Problem),
            new ProblemOptions { Kinds = request.Kinds, Solver = request.Options, RivalsToSolve = rivals },
            cancellationToken);

    private static Result<Action<Utf8JsonWriter>> Answer(Result<Solution> solved, Action<Utf8JsonWriter, Solution, IEnumerable<Diagnostic>> write) =>
        solved.TryGetValue(out var solution)
            ? Result.Success<Action<Utf8JsonWriter>>(writer => write(writer, solution, solved.Diagnostics))
            : Result.Failure<Action<Utf8JsonWriter>>(solved.Diagnostics);
}

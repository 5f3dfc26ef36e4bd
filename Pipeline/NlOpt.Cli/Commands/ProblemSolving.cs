using NlOpt.Cli.Screens;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Pipeline;
using NlOpt.Pipeline.Diagnosis;
using NlOpt.Solving;

namespace NlOpt.Cli.Commands;

/// <summary>The part of <c>nlopt solve</c> that takes a problem in words.</summary>
internal sealed class ProblemSolving(Terminal terminal, Engines engines, SolveRequest request)
{
    // Other readings are solved too, to tell which doubts would change the plan; the reader gives no more than these.
    private const int RivalsToSolve = 3;

    public int Run(CancellationToken cancellationToken)
    {
        var text = InputText.Read(request.Path, InputText.LongestProblem, terminal.OpenInput);
        if (!text.TryGetValue(out var words)) return FailureScreen.Refuse(terminal, text.Diagnostics);
        if (!engines.Formulator.Value.TryGetValue(out var formulator)) return FailureScreen.Refuse(terminal, engines.Formulator.Value.Diagnostics);
        var read = formulator.Formulate(Source.Of(words), cancellationToken);
        if (!read.TryGetValue(out var reading)) return FailureScreen.Refuse(terminal, read.Diagnostics);
        if (request is { Json: true, Model: null }) return PrintPrediction(words, read, cancellationToken);
        FailureScreen.Show(terminal, read.Diagnostics);
        return request.Model is { } format ? PrintModel(reading, format) : Solve(formulator, reading, cancellationToken);
    }

    private int PrintModel(Reading reading, string format)
    {
        var lowered = Lowering.Lower(reading.Best, new LoweringOptions { Kinds = request.Kinds });
        if (!lowered.TryGetValue(out var model)) return FailureScreen.Refuse(terminal, lowered.Diagnostics);
        ModelOutput.Write(terminal, model.Model, format);
        return ExitCode.Done;
    }

    /// <summary>The same document as a line of <c>nlopt read --solve</c>; warnings are in it.</summary>
    private int PrintPrediction(string words, Result<Reading> read, CancellationToken cancellationToken)
    {
        var options = new ProblemOptions { Kinds = request.Kinds, Solver = request.Options, RivalsToSolve = RivalsToSolve };
        var record = new Predictor(new Known(read), engines.Solver.Value)
            .Predict(new ProblemDocument(InputText.Name(request.Path), words), options, cancellationToken);
        terminal.Writer.WriteLine(PredictionLine.Write(record));
        if (record.Solution is { } outcome) return OutcomeWords.ExitCodeOf(outcome.Status, outcome.Values is not null, record.Questions.Any(question => question.Options.IsEmpty));
        FailureScreen.Say(terminal, record.Message ?? "the model could not be solved");
        return ExitCode.Failed;
    }

    /// <summary>The words were read already.</summary>
    private sealed class Known(Result<Reading> read) : IFormulator
    {
        public Result<Reading> Formulate(Source source, CancellationToken cancellationToken = default) => read;
    }

    private int Solve(IFormulator formulator, Reading reading, CancellationToken cancellationToken)
    {
        var options = new ProblemOptions { Kinds = request.Kinds, Solver = request.Options, RivalsToSolve = RivalsToSolve };
        var solved = new ProblemSolver(formulator, engines.Solver.Value).Solve(reading, options, cancellationToken);
        if (!solved.TryGetValue(out var solution)) return FailureScreen.Refuse(terminal, solved.Diagnostics);
        FailureScreen.Show(terminal, solved.Diagnostics);
        var screen = new Screen(terminal.Output);
        FormulationScreen.Show(screen, solution.Lowered, request.Explain);
        PlanScreen.Show(screen, solution, ConflictsOf(solution, cancellationToken));
        QuestionScreen.Show(screen, solution);
        return OutcomeWords.ExitCodeOf(solution.Result.Termination, !solution.Plan.IsEmpty, QuestionScreen.IsOpen(solution.Questions));
    }

    /// <summary>Why there is no plan; null where there may be one.</summary>
    private ConflictReport? ConflictsOf(Solution solution, CancellationToken cancellationToken)
    {
        if (solution.Result.Termination != TerminationReason.Infeasible) return null;
        var finder = new ReasonFinder(engines.Solver.Value, new DiagnosisOptions { Kinds = request.Kinds, Solver = request.Options });
        return finder.WhyNoPlan(solution.Formulation, cancellationToken).TryGetValue(out var report) ? report : null;
    }
}

using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving;

namespace NlOpt.Pipeline;

/// <summary>Makes predictions for the problems of a batch, one at a time. As safe to share between threads as its engines.</summary>
public sealed class Predictor
{
    private const string LinkTemplate = "link";

    private readonly IFormulator _formulator;
    private readonly ISolver? _solver;

    /// <summary>Puts engines together.</summary>
    /// <param name="formulator">Reads words.</param>
    /// <param name="solver">Solves models; null when predictions are to have no solutions.</param>
    public Predictor(IFormulator formulator, ISolver? solver)
    {
        ArgumentNullException.ThrowIfNull(formulator);
        (_formulator, _solver) = (formulator, solver);
    }

    /// <summary>Reads a problem and, where there is a solver, solves it. Whatever goes wrong is in the record.</summary>
    /// <param name="document">The problem; untrusted.</param>
    /// <param name="options">How to solve; null for the defaults. Rivals are solved as they say.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled: a record of half the work would be mistaken for a result.</exception>
    public PredictionRecord Predict(ProblemDocument document, ProblemOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= new ProblemOptions();
        var read = _formulator.Formulate(Source.Of(document.Text), cancellationToken);
        if (!read.TryGetValue(out var reading)) return Failure(document, read.Diagnostics);
        var lowering = Lowering.Lower(reading.Best, new LoweringOptions { Kinds = options.Kinds });
        if (!lowering.TryGetValue(out var lowered)) return Failure(document, [.. read.Diagnostics, .. lowering.Diagnostics]);
        var solved = _solver is null ? null : _solver.SolveByCases(lowered.Model, options.Solver, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var weighed = _solver is not null && solved is not null && solved.TryGetValue(out var result)
            ? new WeighedQuestions(lowered, result, reading.Rivals, _solver, options, cancellationToken)
            : null;
        return Of(document.Id, lowered, solved, weighed, [.. read.Diagnostics, .. lowering.Diagnostics, .. solved?.Diagnostics ?? []]);
    }

    private static PredictionRecord Failure(ProblemDocument document, ImmutableArray<Diagnostic> diagnostics)
    {
        var isDeclined = diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error)
            .All(finding => finding.Code.StartsWith("read.", StringComparison.Ordinal));
        var status = isDeclined ? PredictionStatus.Declined : PredictionStatus.Error;
        return new(PredictionLine.Version, document.Id, status, [], [], [], Message: Message(diagnostics));
    }

    private static PredictionRecord Of(string id, LoweredModel lowered, Result<SolveResult>? solved, WeighedQuestions? weighed, ImmutableArray<Diagnostic> diagnostics)
    {
        var (formulation, model) = (lowered.Formulation, lowered.Model);
        var questions = weighed is not null
            ? weighed.Questions.Zip(weighed.Consequences, (question, consequence) => Question(question, consequence, formulation))
            : formulation.Questions.Concat(lowered.Questions).OrderByDescending(question => question.ExpectedLoss)
                .Select(question => Question(question, null, formulation));
        return new(
            PredictionLine.Version,
            id,
            PredictionStatus.Read,
            [.. model.Variables.Select(variable => Variable(variable, lowered))],
            [.. model.Rows.SelectMany(row => Rows(row, lowered)), .. model.Indicators.SelectMany((row, index) => Rows(row, lowered.Indicators[index], lowered))],
            [.. questions],
            new PredictedObjective(model.Objective.Sense, Coefficients(model.Objective.Expression, model), model.Objective.Expression.Constant),
            solved is not null && solved.TryGetValue(out var result) ? SolutionOf(result, model) : null,
            formulation.Probability,
            Message(diagnostics));
    }

    private static string? Message(ImmutableArray<Diagnostic> diagnostics) => diagnostics.IsEmpty ? null : string.Join("; ", diagnostics);

    private static PredictedVariable Variable(Variable variable, LoweredModel lowered)
    {
        var (decision, isActivity) = lowered.Variables[variable.Id.Index];
        if (isActivity) return new(variable.Name, [], variable.Kind);
        var (source, said) = (lowered.Formulation.Source, lowered.Formulation[decision]);
        return new(variable.Name, [.. said.Mentions.Select(source.Quote).Distinct(StringComparer.Ordinal)], variable.Kind, said.Unit);
    }

    private static IEnumerable<PredictedRow> Rows(Row row, LoweredModel lowered)
    {
        var coefficients = Coefficients(row.Expression, lowered.Model);
        var (template, quote) = Said(lowered.Rows[row.Id.Index], lowered);
        return Sides(row.Lower, row.Upper).Select(side => new PredictedRow(coefficients, side.Operator, side.Value, template, quote));
    }

    private static IEnumerable<PredictedRow> Rows(Indicator row, RowOrigin origin, LoweredModel lowered)
    {
        var (template, quote) = Said(origin, lowered);
        var when = ImmutableSortedDictionary<string, int>.Empty.Add(lowered.Model.Variables[row.Binary.Index].Name, row.ActiveValue ? 1 : 0);
        return Sides(row.Lower, row.Upper).Select(side =>
            new PredictedRow(Coefficients(row.Expression, lowered.Model), side.Operator, side.Value, template, quote, when));
    }

    private static (string Template, string? Quote) Said(RowOrigin origin, LoweredModel lowered)
    {
        if (origin is not RowOrigin.OfStatement(var index)) return (LinkTemplate, null);
        var statement = lowered.Formulation.Statements[index];
        return (Template.Of(statement).Id, statement.Evidence is [var first, ..] ? lowered.Formulation.Source.Quote(first) : null);
    }

    private static IEnumerable<(PredictedOperator Operator, double Value)> Sides(double? lower, double? upper)
    {
        if (lower is { } both && upper == both)
        {
            yield return (PredictedOperator.Equal, both);
            yield break;
        }

        if (lower is { } low) yield return (PredictedOperator.AtLeast, low);
        if (upper is { } high) yield return (PredictedOperator.AtMost, high);
    }

    private static ImmutableSortedDictionary<string, double> Coefficients(LinearExpression expression, Model model) =>
        expression.Terms.ToImmutableSortedDictionary(
            term => model.Variables[term.Variable.Index].Name, term => term.Coefficient, StringComparer.Ordinal);

    private static PredictedSolution SolutionOf(SolveResult result, Model model) => new(
        result.Termination,
        result.Primal?.ObjectiveValue,
        result.Primal is { } primal
            ? model.Variables.ToImmutableSortedDictionary(variable => variable.Name, variable => primal[variable.Id], StringComparer.Ordinal)
            : null);

    private static PredictedQuestion Question(Question question, QuestionConsequence? consequence, ProblemFormulation formulation) => new(
        question.Slot,
        question.Text,
        question.Options,
        question.ExpectedLoss,
        question.Quote is { } quote ? formulation.Source.Quote(quote) : null,
        consequence?.Change,
        consequence?.Otherwise);
}

using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>Puts one problem to a system, with its text alone, and measures what comes back.</summary>
internal sealed class ProblemScorer(EvaluationSystem system, ExecutionSettings? execution, TimeProvider clock)
{
    /// <summary>Measures one problem.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ProblemResult Score(ReferenceModel gold, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var (reading, outcome, message) = Read(gold.Problem.Text, cancellationToken);
        var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        cancellationToken.ThrowIfCancellationRequested();

        var formulation = reading?.Best;
        var lowered = formulation is null ? null : Lower(formulation, AmountKinds.AsUnderstood, ref outcome, ref message);
        var result = lowered is null
            ? Unread(gold, outcome)
            : Compare(gold, lowered);
        return Execute(result, gold, lowered?.Formulation, cancellationToken) with
        {
            Message = message,
            Milliseconds = milliseconds,
            Entities = CountEntities(gold.Problem),
        };
    }

    private (Reading? Reading, ReadingOutcome Outcome, string? Message) Read(string text, CancellationToken cancellationToken)
    {
        try
        {
            var read = system.Formulator.Formulate(Source.Of(text), cancellationToken);
            return read.TryGetValue(out var reading)
                ? (reading, ReadingOutcome.Read, null)
                : (null, IsDeclined(read.Diagnostics) ? ReadingOutcome.Declined : ReadingOutcome.Failed, string.Join("; ", read.Diagnostics));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A system that throws has a bug; it is counted and shown, and the run goes on.
            return (null, ReadingOutcome.Failed, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private static bool IsDeclined(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .All(diagnostic => diagnostic.Code.StartsWith("read.", StringComparison.Ordinal));

    private static LoweredModel? Lower(ProblemFormulation formulation, AmountKinds kinds, ref ReadingOutcome outcome, ref string? message)
    {
        var lowering = Lowering.Lower(formulation, new LoweringOptions { Kinds = kinds });
        if (lowering.TryGetValue(out var lowered)) return lowered;
        (outcome, message) = (ReadingOutcome.Failed, string.Join("; ", lowering.Diagnostics));
        return null;
    }

    private static ProblemResult Unread(ReferenceModel gold, ReadingOutcome outcome)
    {
        var comparison = new SemanticComparison(gold, null, null);
        return Describe(gold, comparison) with
        {
            Outcome = outcome,
            Official = new(1, comparison.GoldRows.Length, 1 + comparison.GoldRows.Length),
            Errors = [new(outcome == ReadingOutcome.Declined ? ErrorKind.Declined : ErrorKind.Failed)],
            Types = [.. comparison.GoldRows.Select(row => new TypePair(row.Type, null))],
        };
    }

    private static ProblemResult Compare(ReferenceModel gold, LoweredModel predicted)
    {
        var matching = VariableMatching.Of(gold.Problem, predicted.Formulation);
        var comparison = new SemanticComparison(gold, predicted, matching);
        var pairing = new RowPairing(comparison);
        return Describe(gold, comparison) with
        {
            PredictedVariables = [.. predicted.Formulation.Variables.Select(variable => variable.Name)],
            VariableOfColumn = matching.VariableOf,
            PredictedObjective = AlgebraText.OfObjective(predicted.Model),
            PredictedRows =
            [
                .. comparison.PredictedRows.Select(row =>
                    Describe(row, comparison.IsRight(row)) with { Probability = predicted.Formulation.Statements[row.Position].Probability }),
            ],
            Official = Official(gold.Problem, new OfficialDeclarations(predicted.Formulation, gold.Problem, matching)),
            VariableCountRight = comparison.VariableCountRight,
            SenseRight = comparison.SenseRight,
            ObjectiveRight = comparison.ObjectiveRight,
            ModelRight = comparison.ModelRight,
            Errors = ErrorAnalysis.Of(comparison, matching, pairing),
            Probability = predicted.Formulation.Probability,
            ObjectiveProbability = predicted.Formulation.Objective.Probability,
            Questions = Judge(predicted.Formulation.Questions, new WrongSlots(gold, predicted.Formulation, comparison, matching).Find(pairing)),
            Types =
            [
                .. comparison.GoldRows.Where(comparison.IsMatched)
                    .Select(row => new TypePair(row.Type, comparison.PredictedRows.First(row.Means).Type)),
                .. pairing.Pairs.Select(pair => new TypePair(pair.Gold.Type, pair.Predicted.Type)),
                .. pairing.Missing.Select(row => new TypePair(row.Type, null)),
                .. pairing.Spurious.Select(row => new TypePair(null, row.Type)),
            ],
        };
    }

    private static ImmutableArray<QuestionResult> Judge(ImmutableArray<Question> questions, ImmutableArray<WrongSlot> wrong) =>
    [
        .. questions.Select(question =>
            new QuestionResult(question.Slot, question.Text, question.Quote, question.ExpectedLoss, wrong.Any(slot => slot.IsNamedBy(question)))),
    ];

    private static OfficialScore Official(Nl4OptProblem gold, OfficialDeclarations declarations)
    {
        var canonicalizer = new OfficialCanonicalizer(gold);
        return OfficialScore.Of(
            canonicalizer.Objective(gold.Objective),
            [.. gold.Constraints.Select(canonicalizer.Row)],
            declarations.Objective() is { } objective ? canonicalizer.Objective(objective) : null,
            [.. declarations.Constraints().Select(Row)]);

        ImmutableArray<double>? Row(Nl4OptConstraint? constraint) => constraint is null ? null : canonicalizer.Row(constraint);
    }

    private static ProblemResult Describe(ReferenceModel gold, SemanticComparison comparison) => new()
    {
        Id = gold.Problem.Id,
        Text = gold.Problem.Text,
        Outcome = ReadingOutcome.Read,
        Milliseconds = 0,
        GoldVariables =
        [
            .. Enumerable.Range(0, gold.Problem.VariableCount).Select(column => string.Join(
                ", ", gold.Problem.Mentions.Where(mention => mention.Column == column).Select(mention => mention.Text))),
        ],
        GoldObjective = AlgebraText.OfObjective(gold.Model),
        GoldRows = [.. comparison.GoldRows.Select(row => Describe(row, comparison.IsMatched(row)))],
        Official = default,
        Errors = [],
        Types = [],
    };

    private static RowResult Describe(ComparedRow row, bool isRight) => new(row.Type, row.Text, isRight, row.Evidence);

    private ProblemResult Execute(ProblemResult result, ReferenceModel gold, ProblemFormulation? predicted, CancellationToken cancellationToken)
    {
        if (execution is null) return result;
        return result with
        {
            Integer = Run(execution.IntegerSolver, VariableKind.Integer, AmountKinds.AllInteger),
            Continuous = Run(execution.ContinuousSolver, VariableKind.Continuous, AmountKinds.AllContinuous),
        };

        ExecutionResult Run(Solving.ISolver solver, VariableKind kind, AmountKinds amounts)
        {
            var expected = ModelExecution.Solve(solver, gold.With(kind), execution.Options, cancellationToken);
            if (predicted is null) return new(expected, null, false, false);
            var model = Lowering.Lower(predicted, new LoweringOptions { Kinds = amounts }).Value.Model;
            var actual = ModelExecution.Solve(solver, model, execution.Options, cancellationToken);
            return new(expected, actual, actual.Agrees(expected), actual.AgreesLoosely(expected));
        }
    }

    private EntityCounts? CountEntities(Nl4OptProblem problem)
    {
        if (system.ExtractEntities is null || problem.Entities is not { } gold) return null;
        var predicted = system.ExtractEntities(problem.Text).Distinct().ToList();
        return new(predicted.Intersect(gold).Count(), gold.Length, predicted.Count);
    }
}

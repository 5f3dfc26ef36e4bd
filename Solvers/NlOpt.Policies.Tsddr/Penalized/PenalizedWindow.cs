using NlOpt.Policies.References;

namespace NlOpt.Policies.Tsddr.Penalized;

/// <summary>Consecutive stages solved as one program for targets that may be missed at a price (equation 3 of the paper for the whole horizon).</summary>
internal sealed class PenalizedWindow : IDisposable
{
    // Tangents stand this close to the squares, as a share of the whole cost.
    private const double TangentTolerance = 1e-7;
    private const int MostRounds = 60;

    private readonly PenalizedProblem _problem;
    private readonly ISolver _solver;
    private readonly int _firstStage;
    private HorizonModel _horizon;
    private ISolverSession _session;
    private double _factor = 1;

    private PenalizedWindow(PenalizedProblem problem, int firstStage, ISolver solver, HorizonModel horizon, ISolverSession session) =>
        (_problem, _firstStage, _solver, _horizon, _session) = (problem, firstStage, solver, horizon, session);

    /// <summary>Number of stages.</summary>
    public int Length => _horizon.Nodes.Length;

    /// <summary>Opens a window.</summary>
    public static Result<PenalizedWindow> Open(PenalizedProblem problem, int firstStage, int length, ISolver solver)
    {
        var extended = problem.Extended;
        var noises = Enumerable.Range(firstStage, length).Select(stage => extended.NoiseAt(stage).Outcome(0).ToImmutableArray()).ToArray();
        var horizon = HorizonModel.OfPath(extended, firstStage, new double[extended.State.Length], noises);
        var opened = solver.Open(horizon.Model);
        return opened.TryGetValue(out var session)
            ? Result.Success(new PenalizedWindow(problem, firstStage, solver, horizon, session))
            : Result.Failure<PenalizedWindow>(opened.Diagnostics);
    }

    /// <summary>Solves for other states, noises and targets.</summary>
    /// <param name="incoming">State that the first stage starts from.</param>
    /// <param name="noises">One a stage: noise, then target.</param>
    /// <param name="factor">What the penalty is multiplied by; above 0.</param>
    /// <param name="cancellationToken">Stops the engine; the outcome is then not solved.</param>
    public PenalizedOutcome Solve(
        ReadOnlySpan<double> incoming, IReadOnlyList<ImmutableArray<double>> noises, double factor, CancellationToken cancellationToken)
    {
        MoveTo(incoming, noises);
        SetFactor(factor);
        var result = _session.Solve(cancellationToken);
        for (var round = 0; _problem.Penalty.Squared > 0 && result.Termination == TerminationReason.Optimal && AddTangents(result.Primal!, factor); round++)
        {
            if (round == MostRounds) return new PenalizedOutcome(TerminationReason.Imprecise, "The tangents of the squared penalty did not come close enough.");
            result = _session.Solve(cancellationToken);
        }

        if (result is not { Termination: TerminationReason.Optimal, Primal: { } primal, Dual: { } dual })
            return new PenalizedOutcome(result.Termination, result.Detail);
        return new PenalizedOutcome(TerminationReason.Optimal, null) { Primal = primal, Dual = dual };
    }

    /// <summary>The values of a stage as its model numbers them; those of the extension follow behind.</summary>
    public ImmutableArray<double> StageValues(int step, PenalizedOutcome outcome) => _horizon.StageValues(step, outcome.Primal!.Values);

    /// <summary>d cost / d target: the dual value of the target's row.</summary>
    public double TargetDual(int step, int state, PenalizedOutcome outcome) =>
        outcome.Dual![_horizon.Row(step, _problem.TargetRow(_firstStage + step, state))];

    /// <summary>Adds d cost / d incoming state of the first stage.</summary>
    public void AddIncomingDuals(PenalizedOutcome outcome, ReadOnlySpan<double> noise, Span<double> duals)
    {
        foreach (var term in _problem.Extended.StageAt(_firstStage).Terms)
        {
            if (term.State is not { } state) continue;
            var slope = term.Noise is { } index ? term.Coefficient * noise[index] : term.Coefficient;
            duals[state] += slope * outcome.Dual![_horizon.Row(0, term.Row)];
        }
    }

    public void Dispose() => _session.Dispose();

    /// <summary>Brings the program to other states, noises and targets; it is made anew where noises stand in its matrix.</summary>
    private void MoveTo(ReadOnlySpan<double> incoming, IReadOnlyList<ImmutableArray<double>> noises)
    {
        if (_horizon.HasFixedMatrix)
        {
            _horizon.Move(_session, incoming, noises);
            return;
        }

        _session.Dispose();
        _horizon = HorizonModel.OfPath(_problem.Extended, _firstStage, incoming, noises);
        _session = _solver.Open(_horizon.Model).Value;
        _factor = 1;
    }

    private void SetFactor(double factor)
    {
        if (factor == _factor) return;
        _factor = factor;
        foreach (var (step, state) in Targets())
        {
            var stage = _firstStage + step;
            _session.SetObjectiveCoefficient(_horizon.Variable(step, _problem.Under(stage, state)), factor * _problem.Penalty.Absolute);
            _session.SetObjectiveCoefficient(_horizon.Variable(step, _problem.Over(stage, state)), factor * _problem.Penalty.Absolute);
            if (_problem.Penalty.Squared > 0)
                _session.SetObjectiveCoefficient(_horizon.Variable(step, _problem.Square(stage, state)), factor * _problem.Penalty.Squared);
        }
    }

    /// <summary>Bounds each square from below by the tangent at the difference found, where it lies too low: square >= 2 d0 d - d0^2.</summary>
    private bool AddTangents(PrimalSolution primal, double factor)
    {
        var tolerance = TangentTolerance * Math.Max(1, Math.Abs(primal.ObjectiveValue)) / (Length * _problem.Extended.State.Length);
        var added = false;
        foreach (var (step, state) in Targets())
        {
            var stage = _firstStage + step;
            var (under, over, square) = (
                _horizon.Variable(step, _problem.Under(stage, state)), _horizon.Variable(step, _problem.Over(stage, state)), _horizon.Variable(step, _problem.Square(stage, state)));
            var difference = primal[under] - primal[over];
            if (factor * _problem.Penalty.Squared * (difference * difference - primal[square]) <= tolerance) continue;
            _session.AddRow(
                LinearExpression.Of([new(square, 1), new(under, -2 * difference), new(over, 2 * difference)]), -difference * difference, null);
            added = true;
        }

        return added;
    }

    private IEnumerable<(int Step, int State)> Targets() =>
        from step in Enumerable.Range(0, Length) from state in Enumerable.Range(0, _problem.Extended.State.Length) select (step, state);
}

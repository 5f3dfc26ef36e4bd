using NlOpt.Policies.Sddp.RiskMeasures;

namespace NlOpt.Policies.Sddp.Passes;

/// <summary>All outcomes of a stage from one incoming state: values and slopes, and the cuts they make.</summary>
internal sealed class BackwardStage(MultistageProblem problem, int stage, ImmutableArray<double> incoming)
{
    private readonly StageOutcome?[] _outcomes = new StageOutcome?[problem.NoiseAt(stage).Count];

    /// <summary>The incoming state.</summary>
    public ImmutableArray<double> Incoming => incoming;

    /// <summary>The first outcome that could not be solved; null when all could.</summary>
    public StageFailure? Failure =>
        Array.FindIndex(_outcomes, outcome => outcome is { IsSolved: false }) is var index && index >= 0
            ? new StageFailure(stage, index, incoming, _outcomes[index]!)
            : null;

    /// <summary>Solves some of the outcomes, in order, until one fails.</summary>
    public void Solve(StageLane lane, ReadOnlySpan<int> outcomes, CancellationToken cancellationToken)
    {
        foreach (var outcome in outcomes)
        {
            var solved = lane.Solve(stage, incoming.AsSpan(), problem.NoiseAt(stage).Outcome(outcome), cancellationToken);
            _outcomes[outcome] = solved;
            if (!solved.IsSolved) return;
        }
    }

    /// <summary>The risk-adjusted value; only without failure.</summary>
    public double Value(IRiskMeasure risk)
    {
        var value = 0.0;
        var weights = Weights(risk);
        for (var outcome = 0; outcome < weights.Length; outcome++) value += weights[outcome] * _outcomes[outcome]!.Objective;
        return value;
    }

    /// <summary>The cuts that the stage before gets; only without failure.</summary>
    public ImmutableArray<Cut> Cuts(IRiskMeasure risk, CutKind kind)
    {
        var weights = Weights(risk);
        if (kind == CutKind.Multiple)
        {
            var parts = _outcomes.Select((outcome, part) => Plane(outcome!.Objective, outcome.IncomingDuals) with { Part = part });
            return [.. parts, new Cut(0, []) { PartWeights = [.. weights] }];
        }

        var slopes = new double[incoming.Length];
        for (var outcome = 0; outcome < weights.Length; outcome++)
            for (var state = 0; state < slopes.Length; state++) slopes[state] += weights[outcome] * _outcomes[outcome]!.IncomingDuals[state];
        return [Plane(Value(risk), [.. slopes])];
    }

    private Cut Plane(double value, ImmutableArray<double> slopes)
    {
        for (var state = 0; state < slopes.Length; state++) value -= slopes[state] * incoming[state];
        return new Cut(value, slopes);
    }

    private double[] Weights(IRiskMeasure risk)
    {
        var costs = Array.ConvertAll(_outcomes, outcome => outcome!.Objective);
        var weights = new double[costs.Length];
        risk.Adjust(problem.NoiseAt(stage).Probabilities.AsSpan(), costs, weights);
        return weights;
    }
}

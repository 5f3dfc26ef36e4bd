using NlOpt.Policies.Simulation;

namespace NlOpt.Policies.Sddp.Stopping;

/// <summary>
/// Stops when the bound lies within the confidence interval of the mean cost of simulated scenarios (Pereira and Pinto 1991). It misleads
/// where costs vary much: the wider the interval, the sooner it stops. It says something only for the expectation.
/// </summary>
public sealed record SimulatedGap
{
    /// <summary>Iterations from one simulation to the next, at least 1.</summary>
    /// <value>50.</value>
    public int Interval
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Interval));
            field = value;
        }
    } = 50;

    /// <summary>Number of scenarios, at least 2, drawn anew for each simulation.</summary>
    /// <value>100.</value>
    public int Scenarios
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(Scenarios));
            field = value;
        }
    } = 100;

    /// <summary>Half the width of the interval in standard errors of the mean; above 0.</summary>
    /// <value>1.96: 95% of the intervals hold the expected cost.</value>
    public double StandardErrors
    {
        get;
        init
        {
            if (!(value > 0)) throw new ArgumentOutOfRangeException(nameof(StandardErrors), value, "The width is above 0.");
            field = value;
        }
    } = 1.96;

    /// <summary>Whether the training is over.</summary>
    /// <param name="policy">The policy as it stands.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="request">Seed and threads of the training.</param>
    /// <param name="cancellationToken">Leaves the question open.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal bool IsReached(SddpPolicy policy, MultistageProblem problem, TrainingRequest request, CancellationToken cancellationToken)
    {
        var scenarios = ScenarioSet.Sample(problem, Scenarios, new RandomNumbers(~request.Seed).Fork((ulong)policy.Iterations).Seed);
        var simulated = Simulator.Run(problem, policy, scenarios, new SimulationOptions { Threads = request.Threads }, cancellationToken);
        return simulated.TryGetValue(out var simulation)
            && simulation.Summarize(problem.StageCount) is { Failures: 0, Cost: { Mean: { } mean, StandardError: { } error } }
            && policy.Bound >= mean - StandardErrors * error;
    }
}

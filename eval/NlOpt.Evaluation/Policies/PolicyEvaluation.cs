using System.Collections.Immutable;
using NlOpt.Policies.Simulation;

namespace NlOpt.Evaluation.Policies;

/// <summary>
/// What a policy did on frozen scenarios, every stage by an exact linear program. Written as evaluation.json (docs/reference/policies.md), with
/// the cost of each scenario, so that policies can be compared in pairs without simulating again.
/// </summary>
public sealed record PolicyEvaluation
{
    /// <summary>Version of the format that this program writes and reads.</summary>
    public const int CurrentVersion = 1;

    private const int MostFailures = 20;

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The policy, as its method calls itself.</summary>
    public required string Policy { get; init; }

    /// <summary>SHA-256 of the policy's file in lower-case hexadecimal; null for references, which have none.</summary>
    public string? PolicySha256 { get; init; }

    /// <summary>The case as commands name it: a name, or the full path of a folder.</summary>
    public required string Case { get; init; }

    /// <summary>Checksum of the problem.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Unit of the cost; null when it has none.</summary>
    public string? CostUnit { get; init; }

    /// <summary>The scenarios.</summary>
    public required ScenarioDescription Scenarios { get; init; }

    /// <summary>Figures over the reported stages.</summary>
    public required SimulationSummary Reported { get; init; }

    /// <summary>Figures over all stages.</summary>
    public required SimulationSummary All { get; init; }

    /// <summary>Cost of each scenario over the reported stages; null where a solve failed within them.</summary>
    public required ImmutableArray<double?> ReportedCosts { get; init; }

    /// <summary>Cost of each scenario over all stages; null where a solve failed.</summary>
    public required ImmutableArray<double?> AllCosts { get; init; }

    /// <summary>The first failures, at most 20.</summary>
    public ImmutableArray<SimulationFailure> Failures { get; init; } = [];

    /// <summary>Spread of costs, measures and states in each stage, over the scenarios without failure; empty when all failed.</summary>
    public ImmutableArray<StageBand> Bands { get; init; } = [];

    /// <summary>How long it took.</summary>
    public required SimulationTiming Timing { get; init; }

    /// <summary>Where it ran.</summary>
    public required RunEnvironment Environment { get; init; }

    /// <summary>Sums up a simulation.</summary>
    /// <param name="caseName">The case as commands name it.</param>
    /// <param name="fingerprint">Checksum of the problem.</param>
    /// <param name="simulation">The simulation.</param>
    /// <param name="timing">How long it took.</param>
    /// <param name="environment">Where it ran.</param>
    public static PolicyEvaluation Of(
        string caseName, string fingerprint, SimulationResult simulation, SimulationTiming timing, RunEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        var (problem, scenarios) = (simulation.Problem, simulation.Scenarios);
        ImmutableArray<double?> Costs(int stages) => [.. Enumerable.Range(0, scenarios.Count).Select(scenario => simulation.TotalCost(scenario, stages))];
        return new PolicyEvaluation
        {
            Policy = simulation.Policy,
            Case = caseName,
            Fingerprint = fingerprint,
            CostUnit = problem.CostUnit,
            Scenarios = new ScenarioDescription(scenarios.Name, scenarios.Count, scenarios.Sha256, problem.StageCount, problem.ReportedStages),
            Reported = simulation.Summarize(problem.ReportedStages),
            All = simulation.Summarize(problem.StageCount),
            ReportedCosts = Costs(problem.ReportedStages),
            AllCosts = Costs(problem.StageCount),
            Failures = [.. simulation.Failures.Take(MostFailures)],
            Bands = BandsOf(simulation),
            Timing = timing,
            Environment = environment,
        };
    }

    private static ImmutableArray<StageBand> BandsOf(SimulationResult simulation)
    {
        var problem = simulation.Problem;
        var complete = Enumerable.Range(0, simulation.Scenarios.Count).Where(scenario => simulation.SolvedStages(scenario) == problem.StageCount).ToArray();
        if (complete.Length == 0) return [];
        double[][] Samples(Func<int, int, double> value) =>
            [.. Enumerable.Range(0, problem.StageCount).Select(stage => complete.Select(scenario => value(scenario, stage)).ToArray())];
        return
        [
            StageBand.Of(StageBandKind.Cost, "cost", problem.CostUnit, Samples(simulation.Cost)),
            .. problem.Measures.Select((measure, index) =>
                StageBand.Of(StageBandKind.Measure, measure.Name, measure.Unit, Samples((scenario, stage) => simulation.Measures(scenario, stage)[index]))),
            .. problem.State.Select((state, index) =>
                StageBand.Of(StageBandKind.State, state.Name, state.Unit, Samples((scenario, stage) => simulation.State(scenario, stage)[index]))),
        ];
    }
}

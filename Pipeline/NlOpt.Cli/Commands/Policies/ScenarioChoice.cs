using NlOpt.Modeling;
using NlOpt.Policies.Problems;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Cli.Commands.Policies;

/// <summary>On which scenarios to simulate.</summary>
/// <param name="Protocol">True for the frozen ones.</param>
/// <param name="Columns">Only the first so many of these; null for all.</param>
/// <param name="Count">How many to draw where they are not frozen; null for the default.</param>
/// <param name="Seed">Decides the draw; null for the default.</param>
internal sealed record ScenarioChoice(bool Protocol, int? Columns, int? Count, ulong? Seed)
{
    private const int DefaultCount = 500;
    private const ulong DefaultSeed = 1;

    /// <summary>The scenarios for a problem.</summary>
    public Result<ScenarioSet> Of(MultistageProblem problem)
    {
        if (!Protocol) return Result.Success(ScenarioSet.Sample(problem, Count ?? DefaultCount, Seed ?? DefaultSeed));
        var frozen = ProtocolScenarios.Of(problem);
        return frozen.TryGetValue(out var scenarios) && Columns is { } columns ? Result.Success(scenarios.Take(columns)) : frozen;
    }
}

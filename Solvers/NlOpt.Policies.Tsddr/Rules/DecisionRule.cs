using NlOpt.Policies.Tsddr.Networks;

namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>
/// A two-stage decision rule: features of the stage go through a network, its outputs become fractions, and a map makes of these the target
/// state (TS-DDR; with a linear network TS-LDR). Immutable.
/// </summary>
/// <param name="Shape">The network: as many inputs as <paramref name="Features"/> has numbers, one output a state variable.</param>
/// <param name="Parameters">The parameters of the network; finite.</param>
/// <param name="Features">What the rule sees.</param>
/// <param name="Activation">How outputs become fractions.</param>
/// <param name="Map">How fractions become targets.</param>
/// <param name="Penalty">What missing a target costs; null for strict targets, which the map makes reachable.</param>
public sealed record DecisionRule(
    NetworkShape Shape, ImmutableArray<double> Parameters, RuleFeatures Features, FractionActivation Activation, ITargetMap Map,
    TargetPenalty? Penalty = null) : ITargetRule
{
    /// <summary>The network of the shape, for the features of the rule.</summary>
    public INetwork Network => Shape.Make(Features.Count, Features.StateScale.Length, Features.NoiseCount);

    /// <inheritdoc/>
    public ITargetRuleSession Open() => new DecisionRuleSession(this);
}

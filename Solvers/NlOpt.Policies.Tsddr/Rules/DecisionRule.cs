using NlOpt.Policies.Tsddr.Networks;

namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>
/// A two-stage decision rule: features of the stage go through a network, its outputs become fractions, and a map makes of these the target
/// state (TS-DDR; with a linear network TS-LDR). Everything but the map's problem is in here. Immutable.
/// </summary>
/// <param name="Network">The shape of the network: as many inputs as <see cref="Features"/> has numbers, one output a state variable.</param>
/// <param name="Parameters">The parameters of the network; finite.</param>
/// <param name="Features">What the rule sees.</param>
/// <param name="Activation">How outputs become fractions.</param>
/// <param name="Map">How fractions become targets.</param>
public sealed record DecisionRule(
    INetwork Network, ImmutableArray<double> Parameters, RuleFeatures Features, FractionActivation Activation, ITargetMap Map)
    : ITargetRule
{
    /// <inheritdoc/>
    public ITargetRuleSession Open() => new DecisionRuleSession(this);
}

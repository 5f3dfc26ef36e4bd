namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>Names the target of each stage: a decision rule of ours, or one that runs elsewhere. Immutable; shared by threads.</summary>
public interface ITargetRule
{
    /// <summary>What missing a target costs; null for strict targets, which are always reached.</summary>
    TargetPenalty? Penalty { get; }

    /// <summary>Opens the rule for one scenario after the other.</summary>
    ITargetRuleSession Open();
}

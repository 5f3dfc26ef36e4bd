namespace NlOpt.Policies.Tsddr.Rules;

/// <summary>Names the target of each stage: a decision rule of ours, or one that runs elsewhere. Immutable; shared by threads.</summary>
public interface ITargetRule
{
    /// <summary>Opens the rule for one scenario after the other.</summary>
    ITargetRuleSession Open();
}

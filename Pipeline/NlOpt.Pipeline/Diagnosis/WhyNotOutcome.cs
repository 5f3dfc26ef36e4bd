namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Why there is not more of a thing in the plan.</summary>
/// <param name="Amount">The amount that was asked for.</param>
/// <param name="WhatIf">The problem with that amount at least.</param>
/// <param name="Most">The largest amount that any plan can have; null when nothing limits it, or when a solve did not tell.</param>
/// <param name="Obstacles">The rules that rule the amount out; null when it is possible, or when a solve did not tell.</param>
/// <param name="Text">The reason as plain sentences.</param>
public sealed record WhyNotOutcome(double Amount, WhatIfOutcome WhatIf, double? Most, RuleConflict? Obstacles, string Text);

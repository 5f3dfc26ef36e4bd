using System.Collections.Immutable;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Another plan that is nearly as good as the best one.</summary>
/// <param name="Plan">The amount of each decision variable, by id.</param>
/// <param name="ObjectiveValue">Its objective value.</param>
/// <param name="Loss">What it gives up against the best plan, at least 0 but for rounding.</param>
/// <param name="Text">What differs and what it gives up, as a plain sentence.</param>
public sealed record AlternativePlan(ImmutableArray<PlannedAmount> Plan, double ObjectiveValue, double Loss, string Text);

using NlOpt.Formulation;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>What a change does to the plan.</summary>
/// <param name="Changed">The formulation with the change.</param>
/// <param name="Before">The solution as things are.</param>
/// <param name="After">The solution of the changed formulation, solved anew.</param>
/// <param name="Gain">How much the objective grows by the change, negative where it falls; null unless both have a plan.</param>
/// <param name="Text">The difference as plain sentences.</param>
public sealed record WhatIfOutcome(ProblemFormulation Changed, Solution Before, Solution After, double? Gain, string Text);

using System.Collections.Immutable;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Whether a plan of the user would be all right.</summary>
/// <param name="IsFine">True when every statement is met and every amount is possible.</param>
/// <param name="ObjectiveValue">What the plan is worth, whether it is fine or not.</param>
/// <param name="Statements">Each statement, in order.</param>
/// <param name="BadAmounts">
/// Amounts that cannot be: less than none, not whole, less than the smallest batch; in plain words, without a full stop.
/// </param>
/// <param name="Text">The verdict as plain sentences.</param>
public sealed record PlanVerdict(
    bool IsFine, double ObjectiveValue, ImmutableArray<StatementVerdict> Statements, ImmutableArray<string> BadAmounts, string Text);

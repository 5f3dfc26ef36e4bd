using NlOpt.Formulation;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>The smallest change of one statement that ends a conflict. That it does was checked by a solve.</summary>
/// <param name="StatementIndex">The statement in its formulation.</param>
/// <param name="Repaired">The statement as it would have to be; null when it would have to be given up.</param>
/// <param name="From">The number that changes; null when none does.</param>
/// <param name="To">What it would become, rounded to the side that fits; null when none changes.</param>
/// <param name="Cost">
/// The change relative to the number (to 1 where that is smaller), at least 0; infinite when the statement would have to be given up.
/// </param>
/// <param name="IsEnough">
/// True when all rules can be met after this change alone; false when other conflicts, which share no rule with this one, must be mended as well.
/// </param>
/// <param name="Text">The change in plain words without a full stop, for example <c>200 pastries instead of 300 would fit</c>.</param>
public sealed record Repair(int StatementIndex, Statement? Repaired, double? From, double? To, double Cost, bool IsEnough, string Text);

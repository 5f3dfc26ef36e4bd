using NlOpt.Formulation;

namespace NlOpt.Understanding.Assembly;

/// <summary>What the amount of a variable is counted or measured in, and whether it comes whole.</summary>
/// <param name="Unit">The unit; null when it is simply counted.</param>
/// <param name="Divisibility">Whole or divisible.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Certainty">How sure that is, in [0.5, 1].</param>
internal sealed record AmountKind(string? Unit, Divisibility Divisibility, string Reason, double Certainty);

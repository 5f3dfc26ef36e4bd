using NlOpt.Formulation;

namespace NlOpt.Agents.Checking;

/// <summary>Something that a check found in a formulation made by someone else.</summary>
/// <param name="Check">Name of the check, for example <c>direction</c>.</param>
/// <param name="What">What is wrong, in plain words.</param>
/// <param name="Suspicion">How strongly the check suspects an error, in [0, 1].</param>
/// <param name="StatementIndex">The statement concerned; null where it concerns the objective, the variables or what is missing.</param>
/// <param name="Quote">The words it is about; null where none say it.</param>
public sealed record CheckFinding(string Check, string What, double Suspicion, int? StatementIndex = null, Evidence? Quote = null)
{
    /// <summary>True when the suspicion is strong enough to doubt the formulation; weaker ones are worth knowing.</summary>
    public bool IsGrave { get; init; }
}

using System.Globalization;
using NlOpt.Dialogue.Simulation.Users;

namespace NlOpt.Evaluation;

/// <summary>One dialogue of a plan.</summary>
/// <param name="Index">Its position, counted from 0.</param>
/// <param name="Problem">The position of its problem.</param>
/// <param name="Persona">Who has the problem.</param>
public readonly record struct PlannedDialogue(int Index, int Problem, Persona Persona)
{
    /// <summary>The name of its files without ending.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"dialogue_{Index:00000}_{Persona}");
}

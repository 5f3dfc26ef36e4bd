using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>How simulated dialogues went.</summary>
/// <param name="All">All together.</param>
/// <param name="ByPersona">By persona, in the order of the enumeration.</param>
/// <param name="Missing">Planned dialogues that the folder does not hold yet.</param>
public sealed record DialogueReport(DialogueFigures All, ImmutableArray<DialogueFigures> ByPersona, int Missing);

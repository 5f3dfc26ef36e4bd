namespace NlOpt.Dialogue.Elicitation;

/// <summary>The amount of one thing, where an answer told it beyond doubt.</summary>
/// <param name="Name">The thing, a position in the list of things to decide on.</param>
/// <param name="Value">The amount; percentages as fractions.</param>
/// <param name="Start">Where its number begins in the text of the note.</param>
/// <param name="End">One past the number.</param>
public readonly record struct NoteAmount(int Name, double Value, int Start, int End);

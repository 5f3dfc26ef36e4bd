namespace NlOpt.Modeling;

/// <summary>One field of a line of an MPS file.</summary>
/// <param name="Text">Its text, without blanks around it.</param>
/// <param name="At">Where it begins.</param>
internal readonly record struct MpsField(string Text, TextPosition At);

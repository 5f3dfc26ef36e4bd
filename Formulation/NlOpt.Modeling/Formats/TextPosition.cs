namespace NlOpt.Modeling;

/// <summary>A place in a text; both counted from 1.</summary>
internal readonly record struct TextPosition(int Line, int Column);

namespace NlOpt.Datasets;

/// <summary>A labelled piece of a document.</summary>
/// <param name="Start">First character, a UTF-16 offset into the document.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Label">Its label without the B- or I- prefix: VAR, PARAM, LIMIT, CONST_DIR, OBJ_DIR, OBJ_NAME.</param>
public readonly record struct EntitySpan(int Start, int End, string Label);

namespace NlOpt.Understanding.Training;

/// <summary>A labelled span of characters.</summary>
/// <param name="Start">First character, a UTF-16 offset.</param>
/// <param name="End">One past the last.</param>
/// <param name="Label">VAR, PARAM, LIMIT, CONST_DIR, OBJ_DIR or OBJ_NAME.</param>
public sealed record LabelledSpan(int Start, int End, string Label);

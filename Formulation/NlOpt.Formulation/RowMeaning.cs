namespace NlOpt.Formulation;

/// <summary>One side of a row of a statement in canonical words, so that equal meanings have equal texts.</summary>
/// <param name="StatementIndex">The statement that says it; several may say the same.</param>
/// <param name="Text">The side over the columns given, scaled so that its largest coefficient has size 1, to nine digits.</param>
public readonly record struct RowMeaning(int StatementIndex, string Text);

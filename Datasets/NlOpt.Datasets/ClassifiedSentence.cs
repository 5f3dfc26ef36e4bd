namespace NlOpt.Datasets;

/// <summary>A paragraph that states one goal or rule, with its class.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Text">The paragraph.</param>
/// <param name="PaperClass">Class number of Li, Zhang and Mak-Hau (2023), 0 to 13.</param>
public sealed record ClassifiedSentence(int Line, string Text, int PaperClass);

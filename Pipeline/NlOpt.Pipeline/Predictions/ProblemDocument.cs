namespace NlOpt.Pipeline;

/// <summary>One problem of a batch.</summary>
/// <param name="Id">What its prediction is called; not empty.</param>
/// <param name="Text">The words; untrusted.</param>
public sealed record ProblemDocument(string Id, string Text);

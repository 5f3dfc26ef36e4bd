namespace NlOpt.Evaluation;

/// <summary>Who was right where one kind of error was made.</summary>
/// <param name="Error">The kind of error.</param>
/// <param name="AgentRight">Problems where the embedded reader made it and the language model was right.</param>
/// <param name="ReaderRight">Problems where the language model made it and the embedded reader was right.</param>
/// <param name="NeitherRight">Problems where the language model made it and the embedded reader was wrong too.</param>
public sealed record DisagreementKind(string Error, int AgentRight, int ReaderRight, int NeitherRight);

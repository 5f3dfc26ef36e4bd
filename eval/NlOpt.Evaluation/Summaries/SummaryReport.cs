namespace NlOpt.Evaluation;

/// <summary>How summaries of dialogues were read, beside the statements of the same problems, each by a reader that never saw its problem.</summary>
/// <param name="Best">Summaries that the judge rated best in recall and precision.</param>
/// <param name="BestStatements">The statements of their problems, each once.</param>
/// <param name="All">All summaries.</param>
/// <param name="AllStatements">The statements of their problems, each once.</param>
public sealed record SummaryReport(EvaluationReport Best, EvaluationReport BestStatements, EvaluationReport All, EvaluationReport AllStatements);

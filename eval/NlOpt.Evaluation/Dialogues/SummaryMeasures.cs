namespace NlOpt.Evaluation;

/// <summary>What published summaries and their conversations measure, in the mean.</summary>
/// <param name="Summaries">Number of summaries.</param>
/// <param name="RougeOne">Mean F1 by words, in [0, 1].</param>
/// <param name="RougeTwo">Mean F1 by pairs of words, in [0, 1].</param>
/// <param name="RougeLongest">Mean F1 by the longest common subsequence, in [0, 1].</param>
/// <param name="SlotRecall">Mean slot recall, in [0, 1].</param>
/// <param name="SlotPrecision">Mean slot precision, in [0, 1].</param>
/// <param name="SlotRepetition">Mean slot repetition, in [0, 1].</param>
/// <param name="ReadingEase">Mean Flesch reading ease.</param>
/// <param name="Turns">Mean number of messages of the conversation.</param>
/// <param name="QuestionsPerMessage">Mean number of questions a message of the agent.</param>
/// <param name="ClientWordsPerMessage">Mean number of words a message of the client.</param>
public sealed record SummaryMeasures(
    int Summaries,
    double RougeOne,
    double RougeTwo,
    double RougeLongest,
    double SlotRecall,
    double SlotPrecision,
    double SlotRepetition,
    double ReadingEase,
    double Turns,
    double QuestionsPerMessage,
    double ClientWordsPerMessage);

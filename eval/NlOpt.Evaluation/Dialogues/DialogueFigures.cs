namespace NlOpt.Evaluation;

/// <summary>How the dialogues of one persona, or all of them, went. Shares lie in [0, 1].</summary>
/// <param name="Persona">The persona; <c>all</c> for all together.</param>
/// <param name="Dialogues">How many.</param>
/// <param name="Accepted">Share that ended with an accepted summary.</param>
/// <param name="Right">Share whose last summary means what the problem means.</param>
/// <param name="EqualOptima">Share whose last summary solves to the same end and the same value as the problem, all amounts whole.</param>
/// <param name="FirstRight">Share accepted with the first summary.</param>
/// <param name="MedianQuestionsOfTwo">Median number of questions for problems of two things; null where there is none.</param>
/// <param name="SlotRecall">Mean slot recall of the last summaries; none counts 0.</param>
/// <param name="SlotPrecision">Mean slot precision; none counts 0.</param>
/// <param name="SlotRepetition">Mean share of slots said again.</param>
/// <param name="RougeLongestF1">Mean ROUGE-L F1 of summary against statement.</param>
/// <param name="RougeOneF1">Mean ROUGE-1 F1.</param>
/// <param name="RougeTwoF1">Mean ROUGE-2 F1.</param>
/// <param name="ReadingEase">Mean Flesch reading ease of the summaries; null where there is none.</param>
/// <param name="Turns">Mean number of messages.</param>
/// <param name="QuestionsPerMessage">Mean questions a message of the agent.</param>
/// <param name="AgentWordsPerMessage">Mean words a question.</param>
/// <param name="ClientWordsPerMessage">Mean words an answer.</param>
/// <param name="BrokenRules">Agent messages against the rules of messages, in all.</param>
public sealed record DialogueFigures(
    string Persona,
    int Dialogues,
    double Accepted,
    double Right,
    double EqualOptima,
    double FirstRight,
    double? MedianQuestionsOfTwo,
    double SlotRecall,
    double SlotPrecision,
    double SlotRepetition,
    double RougeOneF1,
    double RougeTwoF1,
    double RougeLongestF1,
    double? ReadingEase,
    double Turns,
    double QuestionsPerMessage,
    double AgentWordsPerMessage,
    double ClientWordsPerMessage,
    int BrokenRules);

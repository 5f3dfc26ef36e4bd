namespace NlOpt.Datasets.Dialogues;

/// <summary>How one person rated a summary against the statement, each from 1 to 5, 5 being best.</summary>
/// <param name="Recall">How much of the statement the summary holds.</param>
/// <param name="Precision">How much of the summary the statement holds.</param>
/// <param name="Repetition">How little the summary repeats itself.</param>
/// <param name="Readability">How well it reads.</param>
public readonly record struct HumanRating(double Recall, double Precision, double Repetition, double Readability);

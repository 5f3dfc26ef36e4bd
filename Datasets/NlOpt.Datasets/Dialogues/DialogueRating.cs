namespace NlOpt.Datasets.Dialogues;

/// <summary>How a judge (a language model) rated a summary against the statement, each from 1 to 5.</summary>
/// <param name="Recall">How much of the statement the summary holds.</param>
/// <param name="Precision">How much of the summary the statement holds.</param>
public readonly record struct DialogueRating(int Recall, int Precision)
{
    /// <summary>The best rating.</summary>
    public const int Best = 5;

    /// <summary>Rated best in both.</summary>
    public bool IsBest => Recall == Best && Precision == Best;
}

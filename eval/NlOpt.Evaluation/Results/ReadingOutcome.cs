namespace NlOpt.Evaluation;

/// <summary>What a system did with a text.</summary>
public enum ReadingOutcome
{
    /// <summary>It gave a formulation.</summary>
    Read,

    /// <summary>It declined: the text is not the kind it reads, or cannot be read.</summary>
    Declined,

    /// <summary>It broke, or gave a formulation that contradicts itself.</summary>
    Failed,
}

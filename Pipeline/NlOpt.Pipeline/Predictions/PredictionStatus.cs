namespace NlOpt.Pipeline;

/// <summary>Whether a problem was read.</summary>
public enum PredictionStatus
{
    /// <summary>There is a formulation; whether it is right is another matter.</summary>
    Read,

    /// <summary>The reader says that this is no text or no problem of a kind it reads.</summary>
    Declined,

    /// <summary>Something else failed; the message says what.</summary>
    Error,
}

namespace NlOpt.Evaluation;

/// <summary>The errors that language models make most, each made on purpose.</summary>
public enum InjectedError
{
    /// <summary>A rule is left out.</summary>
    DroppedRule,

    /// <summary>A number that the text does not say stands in place of one it says, or in a rule that nobody said.</summary>
    InventedNumber,

    /// <summary>At most instead of at least, or the reverse.</summary>
    WrongDirection,

    /// <summary>Two coefficients of a rule or of the objective have changed places.</summary>
    SwappedCoefficients,

    /// <summary>A row that ties a binary variable to its amount is missing.</summary>
    MissingLink,

    /// <summary>The opposite sense, or the amounts of a rule in place of those wanted.</summary>
    WrongObjective,

    /// <summary>A total is made a variable of its own.</summary>
    TotalAsVariable,
}

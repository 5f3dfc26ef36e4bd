namespace NlOpt.Evaluation;

/// <summary>Kinds of errors, in the order in which they are made: an early one often causes later ones.</summary>
public enum ErrorKind
{
    /// <summary>The system failed on the text.</summary>
    Failed,

    /// <summary>The system declined to read the text.</summary>
    Declined,

    /// <summary>Too few or too many variables.</summary>
    VariableCount,

    /// <summary>As many variables as the gold, but one has a name unlike any of its mentions.</summary>
    VariableNames,

    /// <summary>Maximized what is to be minimized, or the other way round.</summary>
    ObjectiveSense,

    /// <summary>A count (all coefficients 1) read as something else, or something else read as a count.</summary>
    ObjectiveCount,

    /// <summary>Other wrong coefficients of the objective.</summary>
    ObjectiveCoefficients,

    /// <summary>A row with at most for at least, or the other way round.</summary>
    Operator,

    /// <summary>A row with the right left-hand side and a wrong limit.</summary>
    LimitValue,

    /// <summary>A comparison of two variables with its sides exchanged.</summary>
    ComparisonOrder,

    /// <summary>A row of the right limit and type with wrong coefficients.</summary>
    Coefficients,

    /// <summary>A row of the right limit read as another type.</summary>
    RowType,

    /// <summary>A gold row that nothing predicted comes near.</summary>
    Missing,

    /// <summary>A predicted row that comes near nothing in the gold.</summary>
    Spurious,
}

namespace NlOpt.Understanding.Assembly;

/// <summary>Kinds of decisions whose doubts are measured on different scales.</summary>
internal enum DecisionKind
{
    /// <summary>Which the variables are.</summary>
    Variables,

    /// <summary>What the objective adds up.</summary>
    Objective,

    /// <summary>The role of a number that is used.</summary>
    Role,

    /// <summary>That a number is not used.</summary>
    SetAside,

    /// <summary>What a limit limits.</summary>
    Target,

    /// <summary>That a limit limits everything together.</summary>
    SumTarget,

    /// <summary>Where an amount belongs.</summary>
    Column,

    /// <summary>At least or at most.</summary>
    Operator,

    /// <summary>That one variable is compared with another.</summary>
    Comparison,

    /// <summary>Whether the objective is to be large or small.</summary>
    Sense,

    /// <summary>A sentence from which nothing was read.</summary>
    Unread,
}

/// <summary>
/// Makes doubts of different kinds comparable: one learned probability and a product of several mean different things, and all of them are too
/// sure. The levels were chosen by hand, looking at how often a question of each kind named the error of a reading in four folds of ten; on the other
/// folds they were only measured.
/// </summary>
internal static class DoubtScale
{
    private const double Least = 1e-4;
    private const double Slope = 0.2;

    /// <summary>Probability that a question about a decision names what is wrong, if anything at all is wrong with the reading.</summary>
    /// <param name="kind">The kind of decision.</param>
    /// <param name="doubt">The reader's own doubt in [0, 1].</param>
    public static double IfWrong(DecisionKind kind, double doubt)
    {
        var level = kind switch
        {
            DecisionKind.SetAside => -1.2,
            // Most sentences from which nothing was read only tell a story; that they are there is no doubt at all.
            DecisionKind.Unread => -2.8,
            DecisionKind.Operator => -0.3,
            DecisionKind.SumTarget => 0,
            _ => 0.3,
        };
        var bounded = Math.Clamp(doubt, Least, 1 - Least);
        return 1 / (1 + Math.Exp(-level - Slope * Math.Log(bounded / (1 - bounded))));
    }
}

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
}

/// <summary>
/// Makes doubts of different kinds comparable: a share of readings, one learned probability and a product of several mean different things, and all
/// of them are too sure. Each kind has a logistic curve, fitted by cross-validation to how often a decision of that kind and doubt was involved in the
/// error of a reading that had one.
/// </summary>
internal static class DoubtScale
{
    private const double Least = 1e-7;

    /// <summary>Probability that the decision is involved, if anything at all is wrong with the reading.</summary>
    /// <param name="kind">The kind of decision.</param>
    /// <param name="doubt">The reader's own doubt in [0, 1].</param>
    public static double IfWrong(DecisionKind kind, double doubt)
    {
        var (level, slope) = kind switch
        {
            DecisionKind.Variables => (0.34, 0.17),
            DecisionKind.Objective => (0.69, 0.18),
            DecisionKind.Role => (0.09, 0.07),
            DecisionKind.SetAside => (0.74, 0.53),
            DecisionKind.Target => (0.15, 0.08),
            DecisionKind.SumTarget => (1.04, 0.10),
            DecisionKind.Column => (0.56, 0.10),
            _ => (-0.16, 0.41),
        };
        var bounded = Math.Clamp(doubt, Least, 1 - Least);
        return 1 / (1 + Math.Exp(-level - slope * Math.Log(bounded / (1 - bounded))));
    }
}

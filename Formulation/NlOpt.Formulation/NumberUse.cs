namespace NlOpt.Formulation;

/// <summary>What a number was used for.</summary>
public abstract record NumberUse
{
    private NumberUse()
    {
    }

    /// <summary>It is a coefficient or constant of the objective.</summary>
    public sealed record InObjective : NumberUse;

    /// <summary>It is part of a statement.</summary>
    /// <param name="StatementIndex">Position in <see cref="ProblemFormulation.Statements"/>; the first one where it serves several.</param>
    public sealed record InStatement(int StatementIndex) : NumberUse;

    /// <summary>It is part of the name of a decision variable, as in "a 3-piece suit".</summary>
    public sealed record InName(DecisionVariableId Variable) : NumberUse;

    /// <summary>It is the smallest amount of a variable that counts as doing it at all.</summary>
    public sealed record InSmallestBatch(DecisionVariableId Variable) : NumberUse;

    /// <summary>It was not used.</summary>
    /// <param name="Reason">Why, in plain words.</param>
    public sealed record SetAside(string Reason) : NumberUse;
}

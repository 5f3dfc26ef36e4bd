namespace NlOpt.Formulation;

/// <summary>Where a row of a lowered model comes from.</summary>
public abstract record RowOrigin
{
    private RowOrigin()
    {
    }

    /// <summary>It says what a statement says.</summary>
    /// <param name="StatementIndex">Position in <see cref="ProblemFormulation.Statements"/>.</param>
    public sealed record OfStatement(int StatementIndex) : RowOrigin;

    /// <summary>It ties the amount of a decision variable to its binary variable.</summary>
    public sealed record Link(DecisionVariableId Variable) : RowOrigin;
}

using NlOpt.Formulation;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Something that takes part in a conflict: what the user said, or a fact about an amount.</summary>
public abstract record ConflictMember
{
    private ConflictMember()
    {
    }

    /// <summary>A statement of the user.</summary>
    /// <param name="Index">Its position in the formulation.</param>
    /// <param name="IsMust">True when it must stay as it is.</param>
    public sealed record OfStatement(int Index, bool IsMust) : ConflictMember;

    /// <summary>An amount that comes in whole pieces: without that the conflict would not be.</summary>
    public sealed record Wholeness(DecisionVariableId Variable) : ConflictMember;

    /// <summary>An amount that cannot be less than none.</summary>
    public sealed record NonNegativity(DecisionVariableId Variable) : ConflictMember;

    /// <summary>A thing that is done or not: none of it when it is not done, at least its smallest batch when it is.</summary>
    public sealed record DoneOrNot(DecisionVariableId Variable) : ConflictMember;
}

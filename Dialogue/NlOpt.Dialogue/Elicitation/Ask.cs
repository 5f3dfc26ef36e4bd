using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>What the agent wants to know with its last turn.</summary>
internal abstract record Ask
{
    private Ask()
    {
    }

    /// <summary>The things to decide on.</summary>
    public sealed record Things : Ask;

    /// <summary>What is to be large or small.</summary>
    public sealed record Goal : Ask;

    /// <summary>How much each of some things adds to the goal.</summary>
    public sealed record Worth(ImmutableArray<int> Names) : Ask;

    /// <summary>How much each of some things takes of what a note limits.</summary>
    /// <param name="Limit">The note of the limit.</param>
    /// <param name="Measure">What is limited, in the words of the note: <c>hours of carpentry</c>; empty where it has none.</param>
    /// <param name="IsMoney">Whether money is limited.</param>
    /// <param name="Names">The things asked about.</param>
    public sealed record Need(Note Limit, string Measure, bool IsMoney, ImmutableArray<int> Names) : Ask;

    /// <summary>A limit or rule.</summary>
    public sealed record Rule(bool IsFirst) : Ask;

    /// <summary>Something about the formulation as read that is in doubt.</summary>
    /// <param name="Question">The question.</param>
    /// <param name="About">The note it is about; null where it is about what is missing.</param>
    public sealed record Doubt(Question Question, Note? About) : Ask;

    /// <summary>Which of two rules holds that cannot both be meant.</summary>
    /// <param name="Earlier">The one said first.</param>
    /// <param name="Later">The other.</param>
    public sealed record Conflict(Note Earlier, Note Later) : Ask;

    /// <summary>Whether a summary is right.</summary>
    public sealed record Confirmation(ProblemFormulation Formulation) : Ask;
}

using System.Collections.Immutable;

namespace NlOpt.Datasets.Dialogues;

/// <summary>A recorded dialogue that elicits a decision problem (Abdullin and others, arXiv 2401.17461). All text in it is untrusted.</summary>
/// <param name="Id">Its folder and file name without ending, for example <c>dev/problem_10_dialog_0</c>.</param>
/// <param name="ProblemId">Id of the NL4Opt problem that it is about.</param>
/// <param name="Messages">The messages in order.</param>
/// <param name="Statement">The problem as the client saw it: the text of that problem, blanks and damaged characters aside.</param>
/// <param name="Summary">The agent's last summary; null when it never gave one.</param>
/// <param name="Rating">How the summary was rated; null when it was not.</param>
public sealed record ProblemDialogue(
    string Id, string ProblemId, ImmutableArray<DialogueMessage> Messages, string Statement, string? Summary, DialogueRating? Rating)
{
    /// <summary>How people rated the summary, one entry a person; empty where nobody did.</summary>
    public ImmutableArray<HumanRating> HumanRatings { get; init; } = [];

    /// <summary>The overlap of summary and statement that its authors measured; null where they did not.</summary>
    public RecordedRouge? Rouge { get; init; }
}

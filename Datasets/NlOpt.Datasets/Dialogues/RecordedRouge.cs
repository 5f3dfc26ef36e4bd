namespace NlOpt.Datasets.Dialogues;

/// <summary>The ROUGE scores that come with a published dialogue: of its summary against its statement.</summary>
/// <param name="One">By single words.</param>
/// <param name="Two">By pairs of words.</param>
/// <param name="Longest">By the longest common subsequence.</param>
public sealed record RecordedRouge(RecordedOverlap One, RecordedOverlap Two, RecordedOverlap Longest);

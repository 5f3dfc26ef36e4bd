using NlOpt.Dialogue.Conversation;

namespace NlOpt.Dialogue.Files;

/// <summary>A conversation as kept in a file.</summary>
/// <param name="Transcript">What was said.</param>
/// <param name="End">How it ended; null for one that goes on.</param>
public sealed record SavedTranscript(Transcript Transcript, DialogueEnd? End = null);

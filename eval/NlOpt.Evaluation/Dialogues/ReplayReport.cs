using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>How the understanding of recorded dialogues converges, message by message, without their last summaries.</summary>
/// <param name="Dialogues">How many dialogues were replayed.</param>
/// <param name="ByShare">After a quarter, a half, three quarters and all of the client's messages.</param>
/// <param name="ByTurn">After the client's first messages, one point a message.</param>
public sealed record ReplayReport(int Dialogues, ImmutableArray<ReplayPoint> ByShare, ImmutableArray<ReplayPoint> ByTurn);

namespace NlOpt.Evaluation;

/// <summary>How much was understood of recorded dialogues up to a point of each; a dialogue that ended before counts as it ended.</summary>
/// <param name="Turn">The client's messages heard so far, from 1; null for a share of them.</param>
/// <param name="Share">The share of the client's messages heard so far, in (0, 1]; null for a number of them.</param>
/// <param name="Recall">Mean share of the gold slots that were found, in [0, 1]; 0 for what could not be read.</param>
/// <param name="Precision">Mean share of the slots said that are gold, in [0, 1]; 0 for what could not be read.</param>
/// <param name="Right">Share of dialogues whose whole model was right.</param>
/// <param name="Read">Share of dialogues from which anything could be read.</param>
public sealed record ReplayPoint(int? Turn, double? Share, double Recall, double Precision, double Right, double Read);

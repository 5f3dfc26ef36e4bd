using System.Collections.Immutable;

namespace NlOpt.Pipeline;

/// <summary>What became of one problem of a batch, in a form that anyone's script can score: docs/reference/predictions-jsonl.md.</summary>
/// <param name="Version">Version of the format; <see cref="PredictionLine.Version"/>.</param>
/// <param name="Id">Id of the problem.</param>
/// <param name="Status">Whether it was read.</param>
/// <param name="Variables">Amounts first, then the binary variables of activities; empty unless read.</param>
/// <param name="Rows">What must hold; empty unless read.</param>
/// <param name="Questions">What is unsure, the costliest doubt first.</param>
/// <param name="Objective">What is wanted; null unless read.</param>
/// <param name="Solution">The outcome; null unless read and solved.</param>
/// <param name="Confidence">Probability in [0, 1] that all of the reading is right; null unless read.</param>
/// <param name="Message">Why it was not read or not solved, and warnings; null when there is nothing to say.</param>
public sealed record PredictionRecord(
    int Version,
    string Id,
    PredictionStatus Status,
    ImmutableArray<PredictedVariable> Variables,
    ImmutableArray<PredictedRow> Rows,
    ImmutableArray<PredictedQuestion> Questions,
    PredictedObjective? Objective = null,
    PredictedSolution? Solution = null,
    double? Confidence = null,
    string? Message = null);

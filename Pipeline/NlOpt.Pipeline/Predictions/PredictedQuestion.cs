using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Pipeline;

/// <summary>Something to ask the user.</summary>
/// <param name="Slot">What it is about.</param>
/// <param name="Text">The question.</param>
/// <param name="Options">The readings to choose from, the likeliest first; empty for an open question.</param>
/// <param name="ExpectedLoss">Orders questions; in [0, 1].</param>
/// <param name="Quote">The unclear words; null when something is missing.</param>
/// <param name="Change">How much another answer would change the plan, in [0, 1]; null when nothing was solved for it.</param>
/// <param name="Otherwise">The outcome under the likeliest other answer; null when nothing was solved for it.</param>
public sealed record PredictedQuestion(
    SlotKind Slot,
    string Text,
    ImmutableArray<string> Options,
    double ExpectedLoss,
    string? Quote = null,
    double? Change = null,
    string? Otherwise = null);

using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Pipeline;

/// <summary>Something to ask the user.</summary>
/// <param name="Slot">What it is about.</param>
/// <param name="Text">The question.</param>
/// <param name="Options">The readings to choose from, the likeliest first; empty for an open question.</param>
/// <param name="ExpectedLoss">Orders questions; in [0, 1].</param>
/// <param name="Quote">The unclear words; null when something is missing.</param>
public sealed record PredictedQuestion(SlotKind Slot, string Text, ImmutableArray<string> Options, double ExpectedLoss, string? Quote = null);

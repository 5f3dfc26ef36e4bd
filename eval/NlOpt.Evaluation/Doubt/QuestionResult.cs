using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>A question that a system asked about its reading.</summary>
/// <param name="Slot">What it is about.</param>
/// <param name="Text">The question.</param>
/// <param name="Quote">The words it quotes; null when it quotes none.</param>
/// <param name="ExpectedLoss">The weight that ordered it, in [0, 1].</param>
/// <param name="NamesError">Whether it names something that is really wrong.</param>
public sealed record QuestionResult(SlotKind Slot, string Text, Evidence? Quote, double ExpectedLoss, bool NamesError);

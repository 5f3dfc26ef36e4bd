using NlOpt.Understanding;

namespace NlOpt.Dialogue.Metrics;

/// <summary>A number of a summary that stands for a limit of the gold problem.</summary>
/// <param name="Claim">The claim that holds it.</param>
/// <param name="Number">The number.</param>
/// <param name="Gold">Which way it limits.</param>
/// <param name="Said">Which way the words around it say that it limits; null where they say neither.</param>
internal sealed record SpokenLimit(Claim Claim, SpokenNumber Number, SlotOperator? Gold, SlotOperator? Said);

using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Metrics;

/// <summary>A decision variable of a <see cref="SlotSheet"/>.</summary>
/// <param name="Names">What it is called, at least one name, each with a letter or digit.</param>
/// <param name="Divisibility">Whole or divisible; null where nobody says, and then it is no slot.</param>
public sealed record SlotVariable(ImmutableArray<string> Names, Divisibility? Divisibility = null);

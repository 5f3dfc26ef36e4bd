using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Pipeline;

/// <summary>What a predicted model optimizes.</summary>
/// <param name="Sense">The direction.</param>
/// <param name="Coefficients">By variable name; variables without one have 0.</param>
/// <param name="Constant">The fixed part.</param>
public sealed record PredictedObjective(ObjectiveSense Sense, ImmutableSortedDictionary<string, double> Coefficients, double Constant);

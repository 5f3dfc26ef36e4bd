using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Pipeline;

/// <summary>A variable of a predicted model; never negative.</summary>
/// <param name="Name">Unique in the record; a binary variable of an activity has the name of its amount with <c>y_</c> in front.</param>
/// <param name="Mentions">The words that name it in the text, each once; empty for binaries of activities.</param>
/// <param name="Kind">Which values it takes.</param>
/// <param name="Unit">What it is measured in; null when it is simply counted.</param>
public sealed record PredictedVariable(string Name, ImmutableArray<string> Mentions, VariableKind Kind, string? Unit = null);

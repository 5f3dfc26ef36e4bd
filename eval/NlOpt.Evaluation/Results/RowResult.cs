using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>One row of a compared model.</summary>
/// <param name="Type">Its NL4Opt type; the template id where that data has no type for it.</param>
/// <param name="Text">The row as one line of algebra.</param>
/// <param name="IsRight">A gold row: some predicted row means it. A predicted row: some gold row means it.</param>
/// <param name="Evidence">The words it comes from; empty for gold rows.</param>
/// <param name="Probability">The system's own probability of the statement that says it, in [0, 1]; null for gold rows.</param>
public sealed record RowResult(string Type, string Text, bool IsRight, ImmutableArray<Evidence> Evidence, double? Probability = null);

using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Understanding.Training;

/// <summary>A problem text with the formulation that people gave it: what the reader learns from.</summary>
/// <param name="Id">Its id, for messages.</param>
/// <param name="Text">The text.</param>
/// <param name="Mentions">Every way the text names a variable, with its column; columns are counted from 0 without gaps.</param>
/// <param name="Sense">Direction of the objective.</param>
/// <param name="ObjectiveTerms">Weights of the objective; null when it counts all variables.</param>
/// <param name="Constraints">The constraints.</param>
/// <param name="Spans">Labelled spans; empty when the text has none, which keeps it out of the tagger's training.</param>
public sealed record LabelledProblem(
    string Id,
    string Text,
    ImmutableArray<(string Name, int Column)> Mentions,
    ObjectiveSense Sense,
    ImmutableArray<(int Variable, double Weight)>? ObjectiveTerms,
    ImmutableArray<LabelledConstraint> Constraints,
    ImmutableArray<LabelledSpan> Spans)
{
    /// <summary>Number of columns.</summary>
    public int VariableCount => Mentions.Length == 0 ? 0 : Mentions.Max(mention => mention.Column) + 1;
}

using System.Collections.Immutable;
using NlOpt.Formulation;
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
    ImmutableArray<(int Variable, LabelledNumber Weight)>? ObjectiveTerms,
    ImmutableArray<LabelledConstraint> Constraints,
    ImmutableArray<LabelledSpan> Spans)
{
    /// <summary>Statements beyond the scheme of the constraints, which rules read from regular clauses; variables are columns.</summary>
    public ImmutableArray<Statement> Clauses { get; init; } = [];

    /// <summary>True for a problem made by a generator: its names and units are varied already.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>
    /// True where labels are known to be wrong: nothing is learned from them, but they count in how sure the reader may be, since what is known of wrong
    /// labels was mostly found where a reader disagreed with them.
    /// </summary>
    public bool IsMislabelled { get; init; }

    /// <summary>Number of columns.</summary>
    public int VariableCount => Mentions.Length == 0 ? 0 : Mentions.Max(mention => mention.Column) + 1;

    /// <summary>
    /// The problem with every number as the text says it where the labels tell the place: "2 hours" in a row of minutes stays 2, since numbers are
    /// converted after reading.
    /// </summary>
    /// <param name="valueAt">Value of the number at an offset of the text; null where none is.</param>
    internal LabelledProblem AsSaid(Func<int, double?> valueAt)
    {
        return this with
        {
            ObjectiveTerms = ObjectiveTerms is { } terms ? All(terms) : null,
            Constraints = [.. Constraints.Select(constraint => constraint with
            {
                Number = constraint.Number is { } number ? One(number) : null,
                Terms = All(constraint.Terms),
            })],
        };

        LabelledNumber One(LabelledNumber number) =>
            number.Start is { } start ? valueAt(start) is { } said ? number with { Value = said } : new LabelledNumber(number.Value) : number;

        ImmutableArray<(int Variable, LabelledNumber Weight)> All(ImmutableArray<(int Variable, LabelledNumber Weight)> terms) =>
            [.. terms.Select(term => (term.Variable, One(term.Weight)))];
    }
}

using System.Collections.Immutable;

namespace NlOpt.Datasets;

/// <summary>A surface form of a decision variable.</summary>
/// <param name="Text">The form as it stands in the document.</param>
/// <param name="Column">The variable, counted from 0.</param>
public readonly record struct VariableMention(string Text, int Column);

/// <summary>One labelled problem of NL4Opt. All text in it is untrusted.</summary>
/// <param name="Id">Its id, unique in its file.</param>
/// <param name="Text">The document.</param>
/// <param name="Mentions">Every surface form of every variable (<c>order_mapping</c>), in the order of the file; never empty.</param>
/// <param name="Objective">The gold objective.</param>
/// <param name="Constraints">The gold constraints in the order of the file.</param>
/// <param name="Entities">The labelled spans, ascending; null where the document has no labels.</param>
public sealed record Nl4OptProblem(
    string Id,
    string Text,
    ImmutableArray<VariableMention> Mentions,
    Nl4OptObjective Objective,
    ImmutableArray<Nl4OptConstraint> Constraints,
    ImmutableArray<EntitySpan>? Entities = null)
{
    /// <summary>The number of decision variables: the highest column plus one.</summary>
    public int VariableCount { get; } = Mentions.Max(mention => mention.Column) + 1;

    /// <summary>The column of a surface form, compared exactly; null when no variable is called so.</summary>
    public int? ColumnOf(string mention)
    {
        foreach (var (text, column) in Mentions)
            if (string.Equals(text, mention, StringComparison.Ordinal)) return column;
        return null;
    }
}

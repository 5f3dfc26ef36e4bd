using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Training;

/// <summary>A text with its gold labels.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Labels">One label a token.</param>
internal sealed record TaggedText(Token[] Tokens, int[] Labels)
{
    /// <summary>Labels the tokens that lie in labelled spans.</summary>
    public static TaggedText Of(Token[] tokens, IEnumerable<LabelledSpan> spans)
    {
        var labels = new int[tokens.Length];
        foreach (var span in spans)
        {
            var kind = KindOf(span.Label);
            if (kind == TagKind.None) continue;
            var first = true;
            for (var index = 0; index < tokens.Length; index++)
            {
                if (tokens[index].End <= span.Start || tokens[index].Start >= span.End) continue;
                labels[index] = first ? Tag.Begin(kind) : Tag.Inside(kind);
                first = false;
            }
        }

        return new TaggedText(tokens, labels);
    }

    private static TagKind KindOf(string label) => label switch
    {
        "VAR" => TagKind.Variable,
        "PARAM" => TagKind.Parameter,
        "LIMIT" => TagKind.Limit,
        "CONST_DIR" => TagKind.ConstraintDirection,
        "OBJ_DIR" => TagKind.ObjectiveDirection,
        "OBJ_NAME" => TagKind.ObjectiveName,
        _ => TagKind.None,
    };
}

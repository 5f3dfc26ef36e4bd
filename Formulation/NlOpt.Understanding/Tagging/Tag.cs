namespace NlOpt.Understanding.Tagging;

/// <summary>What a word is part of, in the scheme of NL4Opt's entities.</summary>
internal enum TagKind
{
    /// <summary>Nothing that matters.</summary>
    None,

    /// <summary>Name of a decision variable.</summary>
    Variable,

    /// <summary>An amount a piece.</summary>
    Parameter,

    /// <summary>The number of a limit.</summary>
    Limit,

    /// <summary>Words that say which way a limit goes.</summary>
    ConstraintDirection,

    /// <summary>Words that say which way the objective goes.</summary>
    ObjectiveDirection,

    /// <summary>Name of the objective.</summary>
    ObjectiveName,
}

/// <summary>Labels of tokens: outside, or begin and inside of each kind.</summary>
internal static class Tag
{
    /// <summary>Number of labels.</summary>
    public const int Count = 13;

    /// <summary>The label of tokens outside every span.</summary>
    public const int Outside = 0;

    /// <summary>The label of a span's first token.</summary>
    public static int Begin(TagKind kind) => 2 * (int)kind - 1;

    /// <summary>The label of a span's further tokens.</summary>
    public static int Inside(TagKind kind) => 2 * (int)kind;

    /// <summary>The kind behind a label.</summary>
    public static TagKind KindOf(int label) => (TagKind)((label + 1) / 2);

    /// <summary>True for labels of further tokens.</summary>
    public static bool IsInside(int label) => label > 0 && label % 2 == 0;

    /// <summary>True when <paramref name="next"/> may follow <paramref name="previous"/>; -1 is the start of the text.</summary>
    public static bool MayFollow(int previous, int next) =>
        !IsInside(next) || (previous > 0 && KindOf(previous) == KindOf(next));

    /// <summary>The spans of a labelling, in order.</summary>
    public static List<TagSpan> Spans(int[] labels)
    {
        var spans = new List<TagSpan>();
        for (var first = 0; first < labels.Length;)
        {
            if (labels[first] == Outside)
            {
                first++;
                continue;
            }

            var kind = KindOf(labels[first]);
            var end = first + 1;
            while (end < labels.Length && labels[end] == Inside(kind)) end++;
            spans.Add(new TagSpan(first, end, kind));
            first = end;
        }

        return spans;
    }
}

/// <summary>A tagged run of tokens.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">One past its last.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct TagSpan(int First, int End, TagKind Kind);

using System.Collections.Immutable;

namespace NlOpt.Datasets.Generation.Grammar;

/// <summary>A part of a phrase pattern.</summary>
internal abstract record PatternNode
{
    private PatternNode()
    {
    }

    /// <summary>Words as they are.</summary>
    public sealed record Words(string Text) : PatternNode;

    /// <summary>One part after another.</summary>
    public sealed record Sequence(ImmutableArray<PatternNode> Parts) : PatternNode;

    /// <summary>One of several.</summary>
    public sealed record Choice(ImmutableArray<PatternNode> Alternatives) : PatternNode;

    /// <summary>A place that the scope fills.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Argument">What is said to it: <c>want/wants</c> in <c>{agent-verb:want/wants}</c>; empty for nothing.</param>
    public sealed record Slot(string Name, string Argument) : PatternNode;

    /// <summary>A phrase of a section.</summary>
    public sealed record Section(string Name) : PatternNode;

    /// <summary>Words that say which way a limit goes.</summary>
    public sealed record Direction(PatternNode Inner) : PatternNode;

    /// <summary>A noteworthy phenomenon; no words.</summary>
    public sealed record Phenomenon(string Name) : PatternNode;
}

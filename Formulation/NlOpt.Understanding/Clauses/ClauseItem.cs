using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>What a piece of a sentence is to the rules.</summary>
internal enum ItemKind
{
    /// <summary>A word, in lower case.</summary>
    Word,

    /// <summary>A name of variables, or a word that stands for some: "the other", "the latter".</summary>
    Variable,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A comma, bracket or other mark.</summary>
    Mark,
}

/// <summary>A piece of a sentence: a name, a number with its signs, a word, a mark.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words in lower case.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Variables">The variables named; empty for other kinds.</param>
/// <param name="Quantity">The number; null for other kinds.</param>
internal sealed record ClauseItem(ItemKind Kind, string Text, int First, int End, int[] Variables, Quantity? Quantity = null)
{
    /// <summary>Its text as a mask.</summary>
    public WordMask Mask { get; } = WordMask.Of(Text);

    /// <summary>True for one of some words or marks.</summary>
    public bool Is(params ReadOnlySpan<string> words) => Kind is ItemKind.Word or ItemKind.Mark && words.Contains(Text);

    /// <summary>The classes of its word or mark.</summary>
    public WordClass Classes { get; } = Kind is ItemKind.Word or ItemKind.Mark ? WordClasses.Of(Text) : WordClass.None;

    /// <summary>True for a word of one of some classes.</summary>
    public bool IsIn(WordClass classes) => (Classes & classes) != 0;

    /// <summary>True for one of some words or marks.</summary>
    public bool IsIn(FrozenSet<string> words) => Kind is ItemKind.Word or ItemKind.Mark && words.Contains(Text);
}

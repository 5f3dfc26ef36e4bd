using System.Text;

namespace NlOpt.Datasets.Generation.Drafts;

/// <summary>
/// A text that is being written, with marks. Articles, capitals and blanks are left to <see cref="FinishedText"/>: <see cref="Article"/> stands
/// for "a" or "an", <see cref="Capital"/> makes the next letter a capital one.
/// </summary>
/// <param name="spelling">How words are spelled.</param>
internal sealed class TextDraft(Spelling spelling)
{
    /// <summary>Stands for "a" or "an", whichever the next word wants.</summary>
    public const char Article = '\u0001';

    /// <summary>Makes the next letter a capital one.</summary>
    public const char Capital = '\u0002';

    private readonly StringBuilder _text = new();
    private readonly List<Mark> _marks = [];
    private readonly SortedSet<string> _phenomena = new(StringComparer.Ordinal);

    /// <summary>The text so far.</summary>
    public string Text => _text.ToString();

    /// <summary>How long the text is so far.</summary>
    public int Length => _text.Length;

    /// <summary>The marks so far, in the order in which they were closed.</summary>
    public IReadOnlyList<Mark> Marks => _marks;

    /// <summary>What is noteworthy about the text.</summary>
    public IReadOnlySet<string> Phenomena => _phenomena;

    /// <summary>How words are spelled.</summary>
    public Spelling Spelling => spelling;

    /// <summary>Adds words.</summary>
    public TextDraft Write(string words)
    {
        _text.Append(spelling.Of(words));
        return this;
    }

    /// <summary>Adds a marked piece.</summary>
    public TextDraft Marked(MarkKind kind, int key, Action<TextDraft> write)
    {
        var start = _text.Length;
        write(this);
        if (_text.Length > start) _marks.Add(new Mark(start, _text.Length, kind, key));
        return this;
    }

    /// <summary>Adds marked words.</summary>
    public TextDraft Marked(MarkKind kind, int key, string words) => Marked(kind, key, draft => draft.Write(words));

    /// <summary>Notes that something noteworthy was written.</summary>
    public void Note(string phenomenon) => _phenomena.Add(phenomenon);
}

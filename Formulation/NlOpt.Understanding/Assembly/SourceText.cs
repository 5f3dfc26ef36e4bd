using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding.Layout;

namespace NlOpt.Understanding.Assembly;

/// <summary>The turns of a source as one text for the reader, with the way back to the turn of every character.</summary>
internal sealed class SourceText
{
    // A blank line ends a sentence, so that none runs from one turn into the next.
    private const string Between = "\n\n";

    private readonly int[] _starts;

    public SourceText(Source source)
    {
        Source = source;
        _starts = new int[source.Turns.Length];
        for (var turn = 1; turn < _starts.Length; turn++) _starts[turn] = _starts[turn - 1] + source.Turns[turn - 1].Length + Between.Length;
        Text = _starts.Length == 1 ? source.Turns[0] : string.Join(Between, source.Turns);
        Plain = ListLayout.Plain(Text);
    }

    public Source Source { get; }

    /// <summary>All turns, a blank line between them.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> with what only lays it out as a list made blanks: what is cut into words.</summary>
    public string Plain { get; }

    /// <summary>A span of <see cref="Text"/> as evidence; what reaches into a further turn is cut off.</summary>
    public Evidence Span(int start, int end)
    {
        var turn = TurnAt(start);
        return new Evidence(start - _starts[turn], Math.Min(end - _starts[turn], Source.Turns[turn].Length), turn);
    }

    /// <summary>Line and column of a position of <see cref="Text"/>; the message is named where there are several.</summary>
    public DiagnosticLocation Location(int position)
    {
        var turn = TurnAt(position);
        var before = Source.Turns[turn].AsSpan(0, Math.Min(position - _starts[turn], Source.Turns[turn].Length));
        return new DiagnosticLocation(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), _starts.Length > 1 ? $"message {turn + 1}" : null);
    }

    private int TurnAt(int position)
    {
        var turn = Array.BinarySearch(_starts, position);
        return turn >= 0 ? turn : ~turn - 1;
    }
}

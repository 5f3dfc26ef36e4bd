using System.Collections.Immutable;

namespace NlOpt.Dialogue.Conversation;

/// <summary>A conversation so far.</summary>
/// <param name="Turns">The turns in order, the agent's first one first.</param>
public sealed record Transcript(ImmutableArray<Turn> Turns)
{
    /// <summary>A conversation that has not begun.</summary>
    public static Transcript Empty { get; } = new([]);

    /// <summary>The last turn; null where none was said.</summary>
    public Turn? Last => Turns.IsEmpty ? null : Turns[^1];

    /// <summary>The conversation with one turn more.</summary>
    public Transcript With(Turn turn) => new(Turns.Add(turn));
}

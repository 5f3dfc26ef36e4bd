using System.Collections.Immutable;

namespace NlOpt.Formulation;

/// <summary>
/// Where something was said: a span of one turn. A written problem is a single turn, number 0; a dialogue has one turn a message.
/// </summary>
/// <param name="Start">First character, a UTF-16 offset into the turn as given.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Turn">The turn, counted from 0.</param>
public readonly record struct Evidence(int Start, int End, int Turn = 0) : IComparable<Evidence>
{
    /// <summary>Orders by turn, then start, then end.</summary>
    public int CompareTo(Evidence other) => (Turn, Start, End).CompareTo((other.Turn, other.Start, other.End));

    /// <summary>The smallest span that holds both.</summary>
    /// <exception cref="ArgumentException">The spans lie in different turns.</exception>
    public Evidence Union(Evidence other) => Turn == other.Turn
        ? new(Math.Min(Start, other.Start), Math.Max(End, other.End), Turn)
        : throw new ArgumentException("Spans of different turns have no union.", nameof(other));

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <(Evidence left, Evidence right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >(Evidence left, Evidence right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator <=(Evidence left, Evidence right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo"/>
    public static bool operator >=(Evidence left, Evidence right) => left.CompareTo(right) >= 0;
}

/// <summary>The words of the user, exactly as given; untrusted.</summary>
/// <param name="Turns">The messages in order; a written problem is one turn.</param>
public sealed record Source(ImmutableArray<string> Turns)
{
    /// <summary>A source of one turn.</summary>
    public static Source Of(string text) => new([text]);

    /// <summary>The words of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span lies outside its turn.</exception>
    public string Quote(Evidence evidence) => Turns[evidence.Turn][evidence.Start..evidence.End];
}

/// <summary>A number as it enters the model, tied to its words.</summary>
/// <param name="Value">Finite; percentages are already fractions.</param>
/// <param name="Evidence">The words; null when the number follows from the kind of statement (a count has coefficients 1).</param>
public readonly record struct SourcedNumber(double Value, Evidence? Evidence = null);

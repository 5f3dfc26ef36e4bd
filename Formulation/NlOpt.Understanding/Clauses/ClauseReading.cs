using System.Collections.Immutable;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>What rules read whole under one hypothesis of the variables.</summary>
/// <param name="Clauses">Clauses that are statements of their own, in order.</param>
/// <param name="Charges">Amounts that count once and join the goal or a row, in order; at most one a variable and kind of amount.</param>
internal sealed record ClauseReading(ImmutableArray<RegularClause> Clauses, ImmutableArray<FixedChargeClause> Charges)
{
    /// <summary>Limits that are left to the decisions, with what the form of lists tells of them.</summary>
    public ImmutableArray<ListedLimit> Listed { get; init; } = [];

    /// <summary>Numbers of sentences that were understood but that no statement can say: better asked about than guessed at.</summary>
    public ImmutableArray<Quantity> Aside { get; init; } = [];

    /// <summary>How much was read.</summary>
    public int Size => Clauses.Length + Charges.Length;

    /// <summary>True where nothing was.</summary>
    public bool IsEmpty => Size == 0;

    /// <summary>Nothing read.</summary>
    public static ClauseReading None { get; } = new([], []);
}

using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>A clause that rules read whole, so that nothing in it is left to the learned decisions.</summary>
/// <param name="Statement">
/// What it says; variables by their position in the set. The spans of its numbers are tokens (<see cref="ClauseNumbers"/>); the assembly
/// makes characters of them and gives the statement its evidence.
/// </param>
/// <param name="First">Its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Numbers">The numbers of the text that it uses or that are part of names in it.</param>
internal sealed record RegularClause(Statement Statement, int First, int End, ImmutableArray<Quantity> Numbers)
{
    /// <summary>True when a token lies within.</summary>
    public bool Contains(int token) => First <= token && token < End;
}

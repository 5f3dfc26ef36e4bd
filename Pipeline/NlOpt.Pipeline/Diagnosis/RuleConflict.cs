using System.Collections.Immutable;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>Rules that cannot hold together.</summary>
/// <param name="Members">The statements by position, then the facts about amounts that play a part.</param>
/// <param name="IsIrreducible">True when without any one member the others can hold; false when a solve ended before it could tell.</param>
/// <param name="IsAmongMusts">True when every statement of it must stay as it is, so that nothing can be suggested.</param>
/// <param name="Repairs">The smallest change of each statement that has one, the cheapest first.</param>
/// <param name="Text">The conflict with its cheapest repair as plain sentences.</param>
public sealed record RuleConflict(
    ImmutableArray<ConflictMember> Members, bool IsIrreducible, bool IsAmongMusts, ImmutableArray<Repair> Repairs, string Text)
{
    /// <summary>Positions of its statements, ascending.</summary>
    public IEnumerable<int> Statements => Members.OfType<ConflictMember.OfStatement>().Select(member => member.Index);
}

using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Refusals;

/// <summary>
/// What is wanted where the text does not say it: who tells what each piece earns and what is limited wants to earn much, who tells only what
/// each costs and what is needed wants to pay little. The sense is asked for all the same.
/// </summary>
/// <param name="IsMinimization">The sense.</param>
/// <param name="Words">The words that name what is earned or paid, in order.</param>
internal sealed record ImpliedObjective(bool IsMinimization, Token[] Words)
{
    // "Tom earns $5 an hour and works 8 hours" is a sum to do, not a decision.
    private const int FewestNumbers = 4;

    // So many numbers are no sum to do, whatever limits them.
    private const int ManyNumbers = 9;

    private static readonly FrozenSet<string> Gains = "profit revenue earn income earning sell sold raise return".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Costs = "cost wage paid pay salary expense price fee".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Limits =
        "available limit limited budget spend most least maximum minimum exceed must capacity only requirement demand up".Split(' ').ToFrozenSet();

    /// <summary>The objective; null where nothing implies one.</summary>
    public static ImpliedObjective? Of(Token[] tokens, IReadOnlyList<Quantity> quantities)
    {
        if (quantities.Count < FewestNumbers || (quantities.Count < ManyNumbers && !Array.Exists(tokens, token => Limits.Contains(token.Stem)))) return null;
        var priced = quantities.Where(quantity => quantity.IsMoney).Select(quantity => tokens[quantity.First].Sentence).ToHashSet();
        Token[] Named(FrozenSet<string> words) => Array.FindAll(tokens, token => words.Contains(token.Stem) && priced.Contains(token.Sentence));
        if (Named(Gains) is { Length: > 0 } gains) return new(false, gains);
        // Who has money to spend up to a limit wants something else for it.
        if (Array.Exists(tokens, token => token.Stem is "budget" or "spend")) return null;
        return Named(Costs) is { Length: > 0 } costs ? new(true, costs) : null;
    }
}

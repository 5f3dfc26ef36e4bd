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
    /// <summary>"Tom earns $5 an hour and works 8 hours" is a sum to do, not a decision: with fewer numbers nothing is implied.</summary>
    public const int FewestNumbers = 4;

    // So many numbers are no sum to do, whatever limits them.
    private const int ManyNumbers = 9;

    private static readonly FrozenSet<string> Gains = "profit revenue income return".Split(' ').ToFrozenSet();
    // "The cost of each unit sold" is no gain; workers earn what others pay.
    private static readonly FrozenSet<string> Sales = "sell sold raise".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Wages = "wage payroll salary worker employee staff".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Costs = "cost wage paid pay salary expense price fee".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Limits =
        "available limit limited budget spend most least maximum minimum exceed must capacity only requirement demand up".Split(' ').ToFrozenSet();

    /// <summary>The objective; null where nothing implies one.</summary>
    public static ImpliedObjective? Of(Token[] tokens, IReadOnlyList<Quantity> quantities)
    {
        if (quantities.Count < FewestNumbers || (quantities.Count < ManyNumbers && !Array.Exists(tokens, token =>
            Limits.Contains(token.Stem)))) return null;
        var priced = quantities.Where(quantity => quantity.IsMoney).Select(quantity => tokens[quantity.First].Sentence).ToHashSet();
        var costly = Array.FindAll(tokens, token => Costs.Contains(token.Stem)).Select(token => token.Sentence).ToHashSet();
        var gains = Array.FindAll(tokens, token => priced.Contains(token.Sentence) && (Gains.Contains(token.Stem) || (Sales.Contains(token.Stem)
            && !costly.Contains(token.Sentence))));
        if (gains.Length == 0 && !Array.Exists(tokens, token => Wages.Contains(token.Stem))) gains = Array.FindAll(tokens, token =>
            token.Stem is "earn" or "earning" && priced.Contains(token.Sentence));
        if (gains.Length == 0) gains = Returns(tokens, quantities);
        if (gains.Length == 0) gains = [.. tokens.Where((token, index) => token.Lower is "make" or "makes" && index + 1 < tokens.Length
            && tokens[index + 1].Raw is "$" or "€" or "£")];
        if (gains.Length > 0) return new(false, gains);
        // Who has money to spend up to a limit wants something else for it.
        if (Array.Exists(tokens, token => token.Stem is "budget" or "spend" && priced.Contains(token.Sentence))) return null;
        var costs = Array.FindAll(tokens, token => Costs.Contains(token.Stem) && priced.Contains(token.Sentence));
        return costs.Length > 0 ? new(true, costs) : null;
    }

    /// <summary>"The rates of return are 5% and 8%": what an investment earns.</summary>
    private static Token[] Returns(Token[] tokens, IReadOnlyList<Quantity> quantities)
    {
        if (!Array.Exists(tokens, token => token.Stem is "invest" or "investment" or "invested")) return [];
        var shares = quantities.Where(quantity => quantity.IsPercent).Select(quantity => tokens[quantity.First].Sentence).ToHashSet();
        return Array.FindAll(tokens, token => token.Stem is "return" or "interest" or "yield" && shares.Contains(token.Sentence));
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NlOpt.Dialogue.Conversation;

/// <summary>
/// What every message keeps to: one question at most, no longer than people like to read, no words of mathematicians (Abdullin and others, arXiv
/// 2401.17461). Models that ignore such rules in their prompts are caught here.
/// </summary>
public static class MessageRules
{
    /// <summary>Most words of a question or an answer; summaries may be longer.</summary>
    public const int MostWords = 30;

    private static readonly FrozenSet<string> Jargon = FrozenSet.ToFrozenSet(
        ("variable variables constraint constraints coefficient coefficients objective inequality inequalities linear integer integers infeasible "
            + "unbounded parameter parameters optimization optimisation formulation bound bounds operator solver").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a message: runs of characters between blanks that hold a letter or digit.</summary>
    public static IEnumerable<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit));
    }

    /// <summary>What a turn does against the rules, as short phrases; empty when it keeps to them.</summary>
    public static ImmutableArray<string> Broken(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var broken = ImmutableArray.CreateBuilder<string>();
        if (turn.Text.Count('?') > 1) broken.Add("more than one question");
        if (turn.Kind != TurnKind.Summary && Words(turn.Text).Count() > MostWords) broken.Add($"more than {MostWords} words");
        if (turn.Speaker == Speaker.Agent && JargonOf(turn.Text) is { } word) broken.Add($"the word '{word}'");
        return broken.ToImmutable();
    }

    private static string? JargonOf(string text) => WithoutQuotes(text).Split(
        [' ', '\n', ',', '.', '?', '!', ';', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(Jargon.Contains);

    /// <summary>What the client said may be quoted back, whatever its words.</summary>
    private static string WithoutQuotes(string text)
    {
        var kept = new System.Text.StringBuilder();
        var depth = 0;
        foreach (var character in text)
        {
            if (character == '“') depth++;
            if (depth == 0) kept.Append(character);
            if (character == '”') depth = Math.Max(0, depth - 1);
        }

        return kept.ToString();
    }
}

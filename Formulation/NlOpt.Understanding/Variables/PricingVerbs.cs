using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>Verbs that look like nouns and end no name: the verb in "rye flour costs $9".</summary>
internal static class PricingVerbs
{
    private static readonly FrozenSet<string> Verbs = "costs cost sells earns brings weighs needs takes pays yields uses".Split(' ').ToFrozenSet();

    /// <summary>Whether such a verb stands at a token, right before its amount.</summary>
    public static bool IsAt(Token[] tokens, int index) =>
        Verbs.Contains(tokens[index].Lower) && index + 1 < tokens.Length && (tokens[index + 1].IsNumber || tokens[index + 1].Raw is "$" or "€" or "£");
}

using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>Wishes told by a degree: "as few vehicles as possible", "as much as she can".</summary>
internal static class DegreeWords
{
    private const int Reach = 6;

    /// <summary>Whether a token is the middle word of such a wish: "few", "much".</summary>
    public static bool IsCue(Token[] tokens, int index)
    {
        if (index == 0 || tokens[index - 1].Lower != "as" || !tokens[index].IsWord) return false;
        for (var next = index + 1; next + 1 < tokens.Length && next - index <= Reach && tokens[next].Sentence == tokens[index].Sentence; next++)
            if (tokens[next].Lower == "as" && (tokens[next + 1].Lower == "possible" || IsAble(tokens, next + 1, index))) return true;
        return false;
    }

    /// <summary>"... we can", "... she possibly could".</summary>
    private static bool IsAble(Token[] tokens, int person, int cue) => tokens[person].Lower is "i" or "we" or "you" or "he" or "she" or "they" or "it" or "one"
        && tokens[cue].Lower is "much" or "many" or "little" or "few" or "cheaply" or "quickly" or "fast"
        && tokens[Math.Min(person + 1, tokens.Length - 1)..Math.Min(person + 3, tokens.Length)]
            .Any(token => token.Sentence == tokens[cue].Sentence && token.Lower is "can" or "could");
}

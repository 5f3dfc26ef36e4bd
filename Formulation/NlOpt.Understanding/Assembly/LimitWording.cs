using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>Words around a number that make it more than one bound: "exactly 40", "between 10 and 20".</summary>
internal static class LimitWording
{
    private const int UseReach = 14;

    /// <summary>True when the words right before a number or comparison demand equality.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="first">The first token of the number.</param>
    public static bool IsExact(Token[] tokens, int first)
    {
        var index = first - 1;
        while (index >= 0 && tokens[index].Raw is "$" or "€" or "£") index--;
        if (index < 0 || tokens[index].Sentence != tokens[first].Sentence) return false;
        if (IsUsedUp(tokens, index, first)) return true;
        var start = tokens[index].Lower switch
        {
            "exactly" or "precisely" => index,
            "to" when index > 0 && tokens[index - 1].Lower is "equal" or "equals" or "equalling" or "equaling" => index - 1,
            _ => -1,
        };
        // "Less than or equal to 40" is no equality.
        return start >= 0 && (start == 0 || (tokens[start - 1].Lower != "or" && !IsNegation(tokens[start - 1].Lower)));
    }

    /// <summary>"All 120 kg of clay must be used up".</summary>
    private static bool IsUsedUp(Token[] tokens, int before, int first)
    {
        if (tokens[before].Lower == "the" && before > 0) before--;
        if (tokens[before].Lower != "all") return false;
        for (var index = first + 1; index + 1 < tokens.Length && tokens[index].Sentence == tokens[first].Sentence && index - first < UseReach; index++)
        {
            if (tokens[index].Raw is "," or ";") return false;
            if (tokens[index].Lower == "be" && tokens[index + 1].Lower is "used" or "spent" or "consumed") return true;
        }

        return false;
    }

    /// <summary>True for "between 10 and 20", "from 10 to 20", "10 to 20" and "10-20".</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="low">The first number.</param>
    /// <param name="high">The second number.</param>
    public static bool IsRange(Token[] tokens, Quantity low, Quantity high)
    {
        var (before, between) = (low.First - 1, low.End);
        while (before >= 0 && tokens[before].Raw is "$" or "€" or "£") before--;
        // The unit may stand behind both numbers.
        while (between < high.First && tokens[between].IsWord && tokens[between].Lower is not ("and" or "to")) between++;
        if (before < 0 || between >= high.First || high.First - between > 2) return false;
        // "4 to 7 shifts" is a range; "a ratio of 4 to 7" is none.
        var isPlain = tokens[between].Lower is "to" or "-" or "–" && between == low.End && low.Value < high.Value && low.IsPercent == high.IsPercent
            && !(tokens[before].Lower == "of" && before > 0 && tokens[before - 1].Lower is "ratio" or "proportion");
        return isPlain || (tokens[before].Lower, tokens[between].Lower) is ("between", "and") or ("from", "to");
    }

    private static bool IsNegation(string lower) => Decisions.OperatorRules.IsNegation(lower);
}

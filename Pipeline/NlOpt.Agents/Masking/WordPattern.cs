using System.Text.RegularExpressions;

namespace NlOpt.Agents.Masking;

/// <summary>The words of a text: runs of letters.</summary>
internal static partial class WordPattern
{
    /// <summary>Every word with its place.</summary>
    public static IEnumerable<(int Start, string Word)> Of(string text) => Words().Matches(text).Select(match => (match.Index, match.Value));

    /// <summary>The text with every word replaced.</summary>
    public static string Replace(string text, Func<string, string> replace) => Words().Replace(text, match => replace(match.Value));

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}

using System.Text.RegularExpressions;

namespace NlOpt.Cli.Chat;

/// <summary>A line as it came in.</summary>
/// <param name="Text">The line without keys that are no text; empty where it cannot be used.</param>
/// <param name="Complaint">Why it cannot be used; null where it can.</param>
internal sealed partial record ChatLine(string Text, string? Complaint)
{
    /// <summary>Most characters of a line: some 15 sentences, more than one message should say.</summary>
    public const int MostCharacters = 2000;

    /// <summary>Judges a line.</summary>
    /// <param name="raw">The line without its end, invalid bytes already replaced.</param>
    /// <param name="isCut">Whether there was more of it.</param>
    public static ChatLine Of(string raw, bool isCut)
    {
        if (isCut || raw.Length > MostCharacters)
            return new("", $"that line is longer than {MostCharacters} characters, the most that is read at once; please say it in several messages");
        // Arrow keys reach a line as escape sequences where the terminal edits it itself.
        var text = Key().Replace(raw, "").Replace('\t', ' ').TrimEnd('\r');
        var isText = !text.Any(character => char.IsControl(character) || character == '\uFFFD' || char.IsSurrogate(character) && !IsPaired(text));
        return isText ? new(text, null) : new("", "that line holds characters that are no text; please type it again");
    }

    private static bool IsPaired(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    [GeneratedRegex(@"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])")]
    private static partial Regex Key();
}

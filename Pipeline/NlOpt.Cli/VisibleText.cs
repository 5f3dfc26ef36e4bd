using System.Text;

namespace NlOpt.Cli;

/// <summary>
/// Makes untrusted text harmless to a terminal: characters that would move the cursor, change colours or reverse the reading direction
/// are shown as their symbol or as a replacement character instead of being obeyed.
/// </summary>
internal static class VisibleText
{
    private const char Replacement = '�';
    private const char FirstControlPicture = '␀';
    private const char DeletePicture = '␡';

    /// <summary>One line: line breaks and tabs become single spaces.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\n' or '\r' or '\t' or ' ' or '\u2028' or '\u2029')
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else
            {
                line.Append(Of(character));
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Several lines: line feeds and tabs stay.</summary>
    public static string Lines(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = source[i] is '\n' or '\t' ? source[i] : Of(source[i]);
    });

    private static char Of(char character) => character switch
    {
        < ' ' => (char)(FirstControlPicture + character),
        '\u007F' => DeletePicture,
        >= '\u0080' and <= '\u009F' => Replacement,
        // Marks that reorder what follows, and invisible ones.
        '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' => Replacement,
        _ => character,
    };
}

using System.Globalization;
using NlOpt.Modeling;
using NlOpt.Understanding.Assembly;

namespace NlOpt.Understanding.Refusals;

/// <summary>Refuses what is no text that a person wrote to be read: nothing, far too much, bytes.</summary>
internal static class TextCheck
{
    /// <summary>Most characters of a source.</summary>
    public const int MostCharacters = 20_000;

    /// <summary>Refuses nothing and far too much; null when the length is right.</summary>
    public static Diagnostic? CheckLength(SourceText source)
    {
        var text = source.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return Diagnostic.Error(
                "read.empty", "there is no text to read", remedy: "tell in a few sentences what is to be decided, what is wanted and what must hold");
        }

        if (text.Length <= MostCharacters) return null;
        return Diagnostic.Error(
            "read.too-long",
            string.Create(CultureInfo.InvariantCulture, $"the text has {text.Length:N0} characters; at most {MostCharacters:N0} are read"),
            remedy: "leave out what has nothing to do with the decision");
    }

    /// <summary>Refuses characters that no text holds; null when there are none.</summary>
    public static Diagnostic? CheckCharacters(SourceText source)
    {
        var text = source.Text;
        for (var index = 0; index < text.Length; index++)
            if (IsForeign(text, index)) return NotText(source, index, $"character U+{(int)text[index]:X4} does not belong in a text");
        return null;
    }

    /// <summary>Refuses a text that is mostly no letters; null otherwise.</summary>
    public static Diagnostic? CheckLetters(SourceText source)
    {
        int letters = 0, visible = 0;
        foreach (var character in source.Text)
        {
            if (char.IsWhiteSpace(character)) continue;
            visible++;
            if (char.IsLetter(character)) letters++;
        }

        return 2 * letters < visible ? NotText(source, 0, "the text is mostly signs and digits") : null;
    }

    private static Diagnostic NotText(SourceText source, int position, string message) =>
        Diagnostic.Error("read.not-text", message, source.Location(position), "give plain sentences, in a file saved as UTF-8 text");

    /// <summary>Control characters, halves of surrogate pairs, and what decoders put where bytes are no text.</summary>
    private static bool IsForeign(string text, int index)
    {
        var character = text[index];
        if (char.IsHighSurrogate(character)) return index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]);
        if (char.IsLowSurrogate(character)) return index == 0 || !char.IsHighSurrogate(text[index - 1]);
        return character is '\uFFFD' or '\uFFFE' or '\uFFFF' || (char.IsControl(character) && !char.IsWhiteSpace(character));
    }
}

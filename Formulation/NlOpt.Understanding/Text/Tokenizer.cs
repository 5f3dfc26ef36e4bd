namespace NlOpt.Understanding.Text;

/// <summary>
/// Cuts a text into words, numbers and single symbols, and numbers its sentences. A number keeps its thousands commas and decimals
/// ("1,250.5"); letters glued to digits become a token of their own ("30kg").
/// </summary>
internal static class Tokenizer
{
    /// <summary>The tokens of a text, in order; none for a text of blanks.</summary>
    public static Token[] Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 4);
        var sentence = 0;
        var position = 0;
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]) || char.IsControl(text[position]))
            {
                if (StartsParagraph(text, position) && tokens.Count > 0 && tokens[^1].Sentence == sentence) sentence++;
                position++;
                continue;
            }

            var end = EndOfToken(text, position);
            var token = new Token(text[position..end], position, sentence);
            tokens.Add(token);
            if (EndsSentence(text, token)) sentence++;
            position = end;
        }

        return [.. tokens];
    }

    private static int EndOfToken(string text, int start)
    {
        var end = start;
        if (char.IsAsciiDigit(text[start]) || (text[start] == '.' && IsDigitAt(text, start + 1)))
        {
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == ',' && IsDigitAt(text, end + 1)))) end++;
            if (end < text.Length && text[end] == '.' && IsDigitAt(text, end + 1))
            {
                end++;
                while (IsDigitAt(text, end)) end++;
            }

            return end;
        }

        if (text[start] is '\'' or '’' && start > 0 && char.IsLetter(text[start - 1]) && start + 1 < text.Length && IsPossessive(text, start))
            return start + 2;
        if (!char.IsLetter(text[start])) return start + (char.IsHighSurrogate(text[start]) && start + 1 < text.Length ? 2 : 1);
        while (end < text.Length && char.IsLetter(text[end])) end++;
        // A contraction stays whole (don't), a possessive is cut off by leaving its apostrophe behind.
        if (end + 1 < text.Length && text[end] is '\'' or '’' && char.IsLetter(text[end + 1]) && !IsPossessive(text, end))
        {
            end++;
            while (end < text.Length && char.IsLetter(text[end])) end++;
        }

        return end;
    }

    private static bool IsPossessive(string text, int apostrophe) =>
        char.ToLowerInvariant(text[apostrophe + 1]) == 's' && (apostrophe + 2 >= text.Length || !char.IsLetter(text[apostrophe + 2]));

    private static bool IsDigitAt(string text, int index) => index < text.Length && char.IsAsciiDigit(text[index]);

    private static bool StartsParagraph(string text, int position)
    {
        if (text[position] != '\n') return false;
        var next = position + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r') next++;
        return next >= text.Length || text[next] is '\n' or '-' or '*' or '•';
    }

    private static bool EndsSentence(string text, Token token)
    {
        if (token.Raw is "?" or "!" or ";") return true;
        if (token.Raw != ".") return false;
        var next = token.End;
        if (next < text.Length && char.IsLetterOrDigit(text[next])) return char.IsUpper(text[next]);
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || text[next] is '"' or '\'' or ')' or '(')) next++;
        return next >= text.Length || !char.IsLower(text[next]) || IsItemLetter(text, next);
    }

    /// <summary>The "b" of a list told in one line: "... the first. b The second ...".</summary>
    private static bool IsItemLetter(string text, int index) =>
        index + 2 < text.Length && text[index + 1] is ' ' or ')' && char.IsUpper(text[text[index + 1] == ')' && index + 3 < text.Length ? index + 3 : index + 2]);
}

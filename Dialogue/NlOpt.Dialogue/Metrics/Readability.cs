using NlOpt.Dialogue.Conversation;

namespace NlOpt.Dialogue.Metrics;

/// <summary>
/// How easily a text reads, by Flesch (1948). Sentences end with a mark or a line break; words are those of <see cref="MessageRules.Words"/>;
/// syllables are counted by groups of vowels, which is right for most English words.
/// </summary>
/// <param name="Sentences">Number of sentences that hold a word.</param>
/// <param name="Words">Number of words.</param>
/// <param name="Syllables">Number of syllables; a number in digits counts as one.</param>
public readonly record struct Readability(int Sentences, int Words, int Syllables)
{
    /// <summary>Flesch reading ease: 60 to 70 is plain English, more is easier, seldom below 0 or above 120; null for a text without words.</summary>
    public double? ReadingEase => Words == 0 ? null : 206.835 - (1.015 * Words / Sentences) - (84.6 * Syllables / Words);

    /// <summary>Measures a text.</summary>
    public static Readability Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (sentences, words, syllables) = (0, 0, 0);
        foreach (var sentence in SentencesOf(text))
        {
            var inSentence = 0;
            foreach (var word in MessageRules.Words(sentence))
            {
                inSentence++;
                syllables += SyllablesOf(word);
            }

            words += inSentence;
            if (inSentence > 0) sentences++;
        }

        return new Readability(sentences, words, syllables);
    }

    /// <summary>Cuts at line breaks and at marks that a blank or the end follows: the dot of 2.5 ends nothing.</summary>
    private static IEnumerable<string> SentencesOf(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var isLast = index + 1 == text.Length;
            var isEnd = text[index] is '\n' || (text[index] is '.' or '!' or '?' && (isLast || char.IsWhiteSpace(text[index + 1])));
            if (!isEnd && !isLast) continue;
            yield return text[start..(index + 1)];
            start = index + 1;
        }
    }

    private static int SyllablesOf(string word)
    {
        var letters = new string([.. word.ToLowerInvariant().Where(char.IsAsciiLetterLower)]);
        var groups = 0;
        for (var index = 0; index < letters.Length; index++)
            if (IsVowel(letters[index]) && (index == 0 || !IsVowel(letters[index - 1]))) groups++;
        // The last e of "make" is silent, that of "table" is not.
        var isSilent = letters.EndsWith('e') && letters.Length > 2 && !IsVowel(letters[^2]) && !(letters[^2] == 'l' && !IsVowel(letters[^3]));
        return Math.Max(1, isSilent ? groups - 1 : groups);
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}

namespace NlOpt.Understanding.Text;

/// <summary>The coarse look of a token.</summary>
internal enum TokenShape
{
    /// <summary>Digits.</summary>
    Digits,

    /// <summary>A number word.</summary>
    NumberWord,

    /// <summary>A word in lower case.</summary>
    LowerCase,

    /// <summary>A word with a capital first letter.</summary>
    Capitalized,

    /// <summary>A word all in capitals.</summary>
    UpperCase,

    /// <summary>Anything else: punctuation, symbols.</summary>
    Symbol,
}

/// <summary>One token of a text.</summary>
internal sealed class Token
{
    public Token(string text, int start, int sentence)
    {
        Raw = text;
        Start = start;
        Sentence = sentence;
        Lower = text.ToLowerInvariant();
        IsWord = char.IsLetter(text[0]);
        IsAlphanumeric = IsWord || char.IsDigit(text[0]);
        IsFunctionWord = WordLists.Function.Contains(Lower);
        Shape = ShapeOf(text, Lower);
        Stem = IsWord ? Stemmer.Stem(Lower) : Lower;
        LowerHash = Shape == TokenShape.Digits ? NumberHash : Hash.Of(Lower);
        StemHash = Hash.Of(Stem);
        RootHash = Hash.Of(Stem.AsSpan(0, Math.Min(Stem.Length, RootLength)));
    }

    private const int RootLength = 5;

    /// <summary>What every digit token hashes to where only "a number" matters.</summary>
    public static readonly uint NumberHash = Hash.Of("#");

    public string Raw { get; }

    public string Lower { get; }

    public string Stem { get; }

    public int Start { get; }

    public int End => Start + Raw.Length;

    /// <summary>Sentence number, counted from 0; the closing mark belongs to its sentence.</summary>
    public int Sentence { get; }

    public TokenShape Shape { get; }

    /// <summary>Hash of the lower-case form; digits hash alike.</summary>
    public uint LowerHash { get; }

    public uint StemHash { get; }

    /// <summary>Hash of the first letters of the stem: "transport", "transported" and "transportation" have one root.</summary>
    public uint RootHash { get; }

    /// <summary>True for words that only connect others.</summary>
    public bool IsFunctionWord { get; }

    public bool IsWord { get; }

    public bool IsAlphanumeric { get; }

    public bool IsNumber => Shape is TokenShape.Digits or TokenShape.NumberWord;

    private static TokenShape ShapeOf(string text, string lower)
    {
        if (char.IsDigit(text[0]) || (text[0] == '.' && text.Length > 1)) return TokenShape.Digits;
        if (!char.IsLetter(text[0])) return TokenShape.Symbol;
        if (NumberWords.IsNumberWord(lower)) return TokenShape.NumberWord;
        if (char.IsUpper(text[0])) return text.All(char.IsUpper) ? TokenShape.UpperCase : TokenShape.Capitalized;
        return TokenShape.LowerCase;
    }
}

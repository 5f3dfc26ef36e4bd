using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>How a text uses a candidate name: what its features share with every other name it is paired with.</summary>
internal sealed class NameUse
{
    private static readonly string[] Articles = ["each", "per", "a", "an", "one", "of"];

    public NameUse(Token[] tokens, CandidateName name)
    {
        var places = name.Places;
        WordsBefore = [.. places.Select(place => WordAt(place.First - 1))];
        WordsAfter = [.. places.Select(place => WordAt(place.End))];
        // Where the same word always stands on a side, the name could be longer.
        if (places.Count >= 2) Extensions = (IsConstantWord(WordsAfter) ? 1 : 0) + (IsConstantWord(WordsBefore) ? 1 : 0);
        foreach (var word in WordsBefore)
            if (Array.IndexOf(Articles, word) is >= 0 and var article) ArticlesBefore |= 1 << article;
        Array.Sort(WordsBefore, string.CompareOrdinal);
        Array.Sort(WordsAfter, string.CompareOrdinal);
        IsCapital = char.IsUpper(tokens[places[^1].First].Raw[0]);
        var (afterNumber, beforeNumber) = (0, 0);
        foreach (var (first, end) in places)
        {
            IsKind |= first > 1 && tokens[first - 1].Lower == "of" && tokens[first - 2].Lower is "types" or "kinds" or "sorts" or "type" or "kind" or "sort";
            IsKind |= first > 0 && tokens[first - 1].Lower is "two" or "three" or "four" && end < tokens.Length && tokens[end].Raw is "," or ":" or ";";
            if (first > 0 && tokens[first - 1].IsNumber) afterNumber++;
            if (end < tokens.Length && (tokens[end].IsNumber || tokens[end].Raw == "$")) beforeNumber++;
            if (first > 2 && tokens[first - 1].Lower == "of" && tokens[first - 3].IsNumber) Measured++;
            if (first > 0 && tokens[first - 1].Lower is "each" or "per" or "a" or "an" or "one" or "every") BehindArticle++;
            Sentences.Add(tokens[first].Sentence);
        }

        (AfterNumber, BeforeNumber) = ((double)afterNumber / places.Count, (double)beforeNumber / places.Count);
        (IsInFirstSentence, IsInLastSentence) = (Sentences.Contains(0), Sentences.Contains(tokens[^1].Sentence));

        string WordAt(int index) => index < 0 ? "<" : index >= tokens.Length ? ">" : tokens[index].Lower;

        static bool IsConstantWord(string[] words) =>
            Array.TrueForAll(words, word => word == words[0]) && char.IsLetter(words[0][0]) && !WordLists.NeverNames.Contains(words[0]);
    }

    /// <summary>The words before its places, in ordinal order; "&lt;" where the text begins.</summary>
    public string[] WordsBefore { get; }

    /// <summary>The words behind its places, in ordinal order; "&gt;" where the text ends.</summary>
    public string[] WordsAfter { get; }

    /// <summary>Which articles stand before its places, as bits.</summary>
    public int ArticlesBefore { get; }

    /// <summary>On how many sides it could be longer, because the same word always stands there.</summary>
    public int Extensions { get; }

    /// <summary>Its last place begins with a capital letter.</summary>
    public bool IsCapital { get; }

    /// <summary>It names what several things are: "types of containers".</summary>
    public bool IsKind { get; }

    /// <summary>Share of its places behind a number.</summary>
    public double AfterNumber { get; }

    /// <summary>Share of its places before a number or a dollar sign.</summary>
    public double BeforeNumber { get; }

    /// <summary>How many places stand behind an amount of them: "10 bars of soap".</summary>
    public int Measured { get; }

    /// <summary>How many places stand behind an article.</summary>
    public int BehindArticle { get; }

    /// <summary>The sentences that name it.</summary>
    public HashSet<int> Sentences { get; } = [];

    public bool IsInFirstSentence { get; }

    public bool IsInLastSentence { get; }
}

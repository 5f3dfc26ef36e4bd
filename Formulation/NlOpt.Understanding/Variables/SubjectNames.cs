using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>A name at the head of a clause.</summary>
/// <param name="Key">The name, without its measure.</param>
/// <param name="IsSingular">An article or "each" stands before it.</param>
/// <param name="IsLabelled">It ends with a letter or number: "feed A", "machine 2".</param>
internal readonly record struct SubjectName(NameKey Key, bool IsSingular, bool IsLabelled);

/// <summary>Reads the name at the head of a clause by where the verb or the number stands behind it.</summary>
internal sealed class SubjectNames(Token[] tokens)
{
    private const int LongestName = 4;
    private const int LongestPhrase = 6;

    private static readonly FrozenSet<string> Singular = "a an each every one".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Articles = "a an each every one the our my".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Verbs = WordLists.AmountVerbs.Union("would could may might pay pays bring brings return returns".Split(' '))
        .ToFrozenSet();

    /// <summary>What may stand between a name and its number where the verb is left out: "hoodies for $40", "machine 2 at most 20".</summary>
    private static readonly FrozenSet<string> Leading = "by for at only just about around roughly least most up to $ € £".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> NoNames =
        ("it they he she we you i this that these those there what which who how if when at by in on for with from after over into than since until "
        + "near per").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Measures = (
        "acre bag ball bottle bowl box bucket carton case cup day dozen gallon glass gram hectare hour jar kg kilo kilogram kilometre liter litre load "
        + "minute ounce pack package packet pair piece pill pint pound sack serving square tin ton tonne tray unit week").Split(' ').ToFrozenSet();

    // The stems of its words in order, symbols left out.
    private readonly string[] _words = [.. tokens.Where(token => token.IsAlphanumeric).Select(token => token.Stem)];

    /// <summary>One form of a verb for all persons.</summary>
    public static string VerbForm(Token verb) => verb.Lower switch
    {
        "has" => "have",
        "is" => "are",
        _ => verb.Stem,
    };

    /// <summary>The name at a token that a verb follows, and where that verb is; null when there is none.</summary>
    public (SubjectName Name, int Verb)? BeforeVerb(int first, int end)
    {
        var start = WithoutArticle(first, end);
        var isSingular = start > first && Singular.Contains(tokens[start - 1].Lower);
        for (var index = start; index < Math.Min(end, start + LongestPhrase); index++)
        {
            if (index > start && IsVerb(index, isSingular, end)) return NameOf(start, index, isSingular) is { } name ? (name, index) : null;
            if (!IsNameWord(index, start) && !(index > start && IsLabel(index) && index + 1 < end && IsVerb(index + 1, isSingular, end))) return null;
        }

        return null;
    }

    /// <summary>The name at a token that a number follows as it would follow the verb of an earlier clause, and where that number is.</summary>
    public (SubjectName Name, int Number)? BeforeNumber(int first, int end, SubjectName earlier)
    {
        var start = WithoutArticle(first, end);
        var isSingular = start > first && Singular.Contains(tokens[start - 1].Lower);
        var index = start;
        while (index < end && IsNameWord(index, start)) index++;
        if (earlier.IsLabelled && index < end && IsLabel(index)) index++;
        if (index == start || NameOf(start, index, isSingular) is not { } name) return null;
        if (earlier.IsLabelled && !name.Key.DiffersInLabel(earlier.Key)) return null;
        // "A crate weighs 3 and holds 5": after "a crate" a further thing has an article too.
        var endsInS = tokens[start].Lower.EndsWith('s') && !tokens[start].Lower.EndsWith("ss", StringComparison.Ordinal);
        if (earlier.IsSingular && start == first && index == start + 1 && endsInS && tokens[start - 1].Lower is "and" or ",") return null;
        // "And the mill runs 360 hours"; but "pies" in "plum pies 3" and "mittens" in "a pair of mittens 3" are none that run.
        var mayBeVerb = index > start + 1 && tokens[index - 2].Lower != "of" && IsVerb(index - 1, isSingular, end);
        if (mayBeVerb && name.Key.Stems[^1] != earlier.Key.Stems[^1] && !IsSaidAgain(name.Key)) return null;
        while (index < end && Leading.Contains(tokens[index].Lower)) index++;
        // "A sweet one" is a drink.
        return index < end && tokens[index].IsNumber && tokens[index].Lower != "one" && !BelongsToName(index) ? (name, index) : null;
    }

    /// <summary>The "3000" of "analyzer 3000", which is said again with the same number.</summary>
    private bool BelongsToName(int number)
    {
        for (var index = 1; index < tokens.Length; index++)
            if (index != number && tokens[index].Lower == tokens[number].Lower && tokens[index - 1].StemHash == tokens[number - 1].StemHash
                && tokens[index - 1].IsWord && !tokens[index - 1].IsFunctionWord) return true;
        return false;
    }

    /// <summary>True when the text holds the name at least twice.</summary>
    public bool IsSaidAgain(NameKey key)
    {
        var count = 0;
        for (var first = 0; first + key.Length <= _words.Length && count < 2; first++)
            if (_words.AsSpan(first, key.Length).SequenceEqual(key.Stems)) count++;
        return count >= 2;
    }

    private int WithoutArticle(int first, int end)
    {
        while (first < end && Articles.Contains(tokens[first].Lower)) first++;
        return first;
    }

    private SubjectName? NameOf(int first, int end, bool isSingular)
    {
        // "A pair of gloves" is one of the gloves.
        if (end - first >= 3 && tokens[first + 1].Lower == "of" && Measures.Contains(tokens[first].Stem)) first += 2;
        if (tokens[end - 1].Lower == "of" || NameKey.Of(tokens, first, end) is not { } key || key.Length > LongestName) return null;
        if (key.Length == 1 && (Measures.Contains(key.Stems[0]) || key.Stems[0].Length < 2)) return null;
        return new SubjectName(key, isSingular, key.Length > 1 && IsLabel(end - 1));
    }

    private bool IsNameWord(int index, int start)
    {
        var token = tokens[index];
        if (token.Raw == "-") return index > start && token.Start == tokens[index - 1].End;
        if (!token.IsWord || token.IsNumber) return false;
        // "The day shift" is no day.
        if (token.Lower is "day" or "week" or "month" or "hour" && index + 1 < tokens.Length && tokens[index + 1].IsWord
            && !WordLists.NeverNames.Contains(tokens[index + 1].Lower) && !Verbs.Contains(tokens[index + 1].Lower)) return true;
        if (index > start && (token.Lower == "of" || (token.Raw.Length == 1 && char.IsUpper(token.Raw[0])))) return true;
        return !WordLists.NeverNames.Contains(token.Lower) && !Verbs.Contains(token.Lower) && !NoNames.Contains(token.Lower);
    }

    /// <summary>The letter or number of "feed A", "machine 2".</summary>
    private bool IsLabel(int index) => (tokens[index].Shape == TokenShape.Digits && tokens[index].Raw.Length <= 2)
        || (tokens[index].Raw.Length == 1 && char.IsUpper(tokens[index].Raw[0]));

    /// <summary>
    /// A known verb; or what ends like a third person behind one thing, "a spot reaches"; or what stands between a noun and what only verbs have
    /// behind them, "steel earns the mill", "bonds pay 4%".
    /// </summary>
    private bool IsVerb(int index, bool isSingular, int end)
    {
        var token = tokens[index];
        if (Verbs.Contains(token.Lower)) return true;
        if (index + 1 >= end || !token.IsWord || token.IsFunctionWord || token.IsNumber) return false;
        var isThirdPerson = token.Lower.EndsWith('s') && token.Stem != token.Lower;
        if (isSingular && isThirdPerson) return true;
        var next = tokens[index + 1];
        var takesObject = next.IsNumber || next.Raw is "$" or "€" or "£" || Articles.Contains(next.Lower)
            || next.Lower is "in" or "at" or "for" or "about" or "up" or "only" or "us" or "me" or "her" or "him" or "them";
        return takesObject && (isThirdPerson || (!isSingular && tokens[index - 1].Stem != tokens[index - 1].Lower));
    }
}

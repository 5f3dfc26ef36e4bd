using System.Text.RegularExpressions;

namespace NlOpt.Understanding.Layout;

/// <summary>
/// Makes a problem told as a list read like sentences: markers, rules, headings and emphasis go, and with them what is said about the list and not
/// about the problem ("Let me summarize:", "Is this correct?", "There are no other limits."). What goes becomes blanks, so that every other character
/// keeps its place and no number is lost. A text without a list is left as it is.
/// </summary>
internal static partial class ListLayout
{
    private const int FewestItems = 2;
    private const int MostHeadingWords = 5;

    /// <summary>The text, character for character as long as given.</summary>
    public static string Plain(string text)
    {
        if (Item().Count(text) < FewestItems) return text;
        var plain = text.ToCharArray();
        foreach (var mark in Emphasis().EnumerateMatches(text)) Blank(plain, mark.Index, mark.Length);
        foreach (Match marker in Item().Matches(text))
        {
            // A second line end makes a paragraph of the item.
            Blank(plain, marker.Index, marker.Length);
            plain[marker.Groups["mark"].Index] = '\n';
        }

        var sentences = Sentences(text);
        var talk = sentences.FindAll(sentence => IsTalk(sentence.Words, sentence.IsItem));
        var saysGoal = sentences.Exists(sentence => Goal().IsMatch(sentence.Words) && !talk.Contains(sentence));
        foreach (var sentence in talk)
            if (saysGoal || !Goal().IsMatch(sentence.Words) || IsVoid(sentence.Words)) Blank(plain, sentence.Start, sentence.Words.Length);
        foreach (Match tail in VoidTail().Matches(text)) Blank(plain, tail.Index, tail.Length);
        return new string(plain);
    }

    /// <summary>A sentence within a line, without the marker of its item.</summary>
    private readonly record struct Sentence(int Start, string Words, bool IsItem);

    private static List<Sentence> Sentences(string text)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var item = Item().Match(text, start, end - start);
            var position = item.Success ? item.Index + item.Length : start;
            foreach (var part in End().EnumerateSplits(text.AsSpan(position, end - position)))
            {
                var (offset, length) = part.GetOffsetAndLength(end - position);
                if (length == 0) continue;
                var words = text.Substring(position + offset, length);
                var cut = VoidPart().Match(words).Length;
                if (cut > 0) sentences.Add(new Sentence(position + offset, words[..cut], item.Success));
                if (cut < length) sentences.Add(new Sentence(position + offset + cut, words[cut..], item.Success));
            }

            start = end + 1;
        }

        return sentences;
    }

    /// <summary>Whether a sentence speaks about the list, or only says that there is nothing to say. What holds a number never does.</summary>
    private static bool IsTalk(string words, bool isItem)
    {
        if (Number().IsMatch(words)) return false;
        if (string.IsNullOrWhiteSpace(words) || Rule().IsMatch(words)) return true;
        if (IsVoid(words)) return true;
        if (isItem) return false;
        var isHeading = words.TrimEnd().EndsWith(':') && words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostHeadingWords;
        return isHeading || Opening().IsMatch(words) || Closing().IsMatch(words);
    }

    /// <summary>"There is no minimum that you aim at": what is not there is no goal either, unless the goal is said in so many words.</summary>
    private static bool IsVoid(string words) => VoidStart().IsMatch(words) && VoidNoun().IsMatch(words) && !PlainGoal().IsMatch(words);

    private static void Blank(char[] text, int start, int length)
    {
        for (var index = start; index < start + length; index++)
            if (text[index] != '\n') text[index] = ' ';
    }

    [GeneratedRegex(@"(?:^|(?<=\n))[ \t]*(?:(?<mark>[-*•–])[ \t]+|(?<mark>\d{1,2})[.)][ \t]+)")]
    private static partial Regex Item();

    [GeneratedRegex(@"\*\*|__|`|(?:^|(?<=\n))#{1,6}(?= )")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<=[.!?:])\s+")]
    private static partial Regex End();

    // "There is no limit on the carts, but the sleds are at most 5": what is void ends where something else is said.
    [GeneratedRegex(@"^\s*there( are|'s| is|’s) no [^.,;\d]{3,80},? (?:but|and|so|as long as) (?=(the|your|you|we|our|a|it)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex VoidPart();

    [GeneratedRegex(
        @"(?<=,) ?(?:but )?(?:with no|having no|without(?: any| an?)?) (?:(?:other|specific|additional|further|particular|set|strict|maximum|minimum|upper|lower) )+(?:limit|limitation|restriction|requirement|constraint|preference|target|cap)s?\b[^.,;\d\n]{0,70}(?=[.,;\n]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex VoidTail();

    [GeneratedRegex(@"^\s*[-=*_]{3,}\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\d|(?<!\bthe )\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|half|third|quarter|twice|double|triple|dozen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(maximi[sz]\w*|minimi[sz]\w*|goal|objective|aim|as (many|much|few|little|\w+) .{0,60}as possible|(minimum|lowest|smallest|maximum|highest|greatest) (possible |total |overall )*(cost|price|expense|profit|revenue|return|income|time))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Goal();

    [GeneratedRegex(@"\b(maximi[sz]\w*|minimi[sz]\w*|goal|objective)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PlainGoal();

    [GeneratedRegex(
        @"^\s*(but |also,? |and |currently,? )?(there( are|'s| is|’s)( also| currently)? (no|not)\b|there (are|is)n['’]t\b|you (do not|don['’]t|have no)\b|we (do not|don['’]t|have no)\b|no (other|specific|additional|further|particular)\b|it(['’]s| is) not (mentioned|specified|known)|the (problem )?(statement|description) (does not|doesn['’]t))",
        RegexOptions.IgnoreCase)]
    private static partial Regex VoidStart();

    [GeneratedRegex(
        @"\b(limit\w*|restriction\w*|requirement\w*|constraint\w*|preference\w*|order|ratio|relationship|information|factor\w*|consideration\w*|difference\w*|mention\w*|specific\w*|other|additional|further|particular|penalt\w+|deadline\w*|condition\w*|minimum|maximum)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex VoidNoun();

    [GeneratedRegex(
        @"^\s*(great|perfect|excellent|alright|all right|okay|ok|understood|absolutely|wonderful|thank|thanks|sure|got it|i see|no problem|that['’]s (great|perfect)|i (believe|think|apologi[sz]e|understand|want to make sure|am glad|['’]m)|let me|let['’]s|so,? (just )?(to|let)|to (summari[sz]e|recap|confirm|ensure|make sure)|just to|in summary|here['’]s|here (is|are)|before we|now,? (let|that)|based on|if i understand|these are|this is)\b.*\S",
        RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"^\s*(is|are|does|do|did|have|has|can|could|would|should|shall|may|or does|please|let me know|if (so|everything|the above|there|this|these|all|any)|correct me|for example|feel free|with (this|these|that)|given the above|once you|before (we|proceeding))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Closing();
}

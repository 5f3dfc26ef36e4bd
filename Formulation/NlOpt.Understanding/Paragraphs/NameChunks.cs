using NlOpt.Understanding.Clauses;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Paragraphs;

/// <summary>
/// Proposes names from the shape of a sentence alone: the runs of content words that are no verbs of doing. A single rule names its things
/// once or twice, too rarely for the counts that whole problems offer.
/// </summary>
internal static class NameChunks
{
    private static readonly HashSet<string> Subjects = [.. (
        "company firm manager owner farmer factory shop store bakery restaurant hospital school university government city council student "
            + "manufacturer producer supplier customer client plan budget board committee investor "
        + "management management business organization organisation team planner department bank airline clinic doctor dietitian person people "
            + "man woman workers worker staff director retailer developer operator corporation chef cook").Split(' ')];

    private static readonly HashSet<string> Breaks = [.. (
        "if then unless whenever when either neither both or and nor only not but than more less least most exactly each every all none one two "
            + "three four with without before after while because since so in case must together same time mutually exclusive "
        + "provided implies imply implied requires require required depends depend prerequisite precondition condition combined combination "
            + "incompatible possible alternatively otherwise instead cannot simultaneously").Split(' ')];

    /// <summary>Sets of names to try, the fullest first; none where fewer than two names stand in the text.</summary>
    public static IEnumerable<VariableSet> Propose(Token[] tokens)
    {
        var chunks = new List<(NameKey Key, int First, int End)>();
        for (var first = 0; first < tokens.Length;)
        {
            var end = first;
            while (end < tokens.Length && tokens[end].Sentence == tokens[first].Sentence && IsPart(tokens, first, end)) end++;
            if (end == first)
            {
                first++;
                continue;
            }

            if (NameKey.Of(tokens, first, end) is { } key
                && !key.Stems.All(stem => ClauseWords.GenericNouns.Contains(stem))) chunks.Add((key, first, end));
            first = end;
        }

        // "School 1 or school 2": names that differ in their labels only are what a rule is about.
        var labelled = chunks.FindAll(chunk => IsLabel(tokens, chunk.End - 1));
        foreach (var siblings in labelled.GroupBy(chunk => tokens[chunk.End - 2].Stem))
            if (Set([.. siblings]) is { } alike) yield return alike;
        if (Set(labelled) is { } told) yield return told;
        foreach (var siblings in chunks.GroupBy(chunk => chunk.Key.Stems[^1]))
            if (Set([.. siblings.Where(chunk => chunk.Key.Length > 1)]) is { } alike) yield return alike;
        var all = chunks.Where(chunk => !Subjects.Contains(chunk.Key.Stems[^1])).ToList();
        if (Set(all) is { } full) yield return full;
        // What acts is no thing to decide on: "the baker bakes ...".
        if (Set(all.FindAll(chunk => !IsSubject(tokens, chunk.First, chunk.Key))) is { } objects) yield return objects;
        // Names of the last sentence, or of the one before, alone.
        foreach (var sentence in all.Select(chunk => tokens[chunk.First].Sentence).Distinct().OrderDescending())
            if (Set(all.FindAll(chunk => tokens[chunk.First].Sentence == sentence)) is { } own) yield return own;
        if (Set(all.FindAll(chunk => chunk.First == 0 || !IsAdjunct(tokens, chunk.First))) is { } bare) yield return bare;
        var repeated = all.GroupBy(chunk => chunk.Key).Where(group => group.Count() > 1).Select(group => group.First()).ToList();
        if (Set(repeated) is { } said) yield return said;
    }

    private static VariableSet? Set(List<(NameKey Key, int First, int End)> chunks)
    {
        var names = new List<List<NameKey>>();
        foreach (var key in chunks.Select(chunk => chunk.Key).Distinct())
        {
            // "The large truck" is "large truck"; a shorter form of one name only is that name.
            var longer = names.FindAll(keys => keys.Exists(other => key.IsWithin(other) || other.IsWithin(key)));
            if (longer.Count == 1) longer[0].Add(key);
            else if (longer.Count == 0) names.Add([key]);
        }

        return names.Count is >= 2 and <= 8 ? new VariableSet([.. names.Select(keys => (IReadOnlyList<NameKey>)keys)]) : null;
    }

    private static bool IsPart(Token[] tokens, int first, int index)
    {
        var token = tokens[index];
        var lower = token.Lower;
        if (token.Raw == "-") return index > first && index + 1 < tokens.Length && tokens[index + 1].IsAlphanumeric;
        if (IsLabel(tokens, index) || IsOrdinal(tokens, index)) return true;
        // "Plan 1": what could be a verb or a light word elsewhere is a name before its label.
        if (token.IsWord && !token.IsFunctionWord && !Breaks.Contains(lower) && index + 1 < tokens.Length && IsLabelShape(tokens[index + 1])
            && (token.Shape == TokenShape.Capitalized || !ClauseWords.Doing.Contains(lower))) return true;
        if (!token.IsWord || token.IsNumber || Breaks.Contains(lower) || ClauseWords.Negations.Contains(lower)
            || ClauseWords.Determiners.Contains(lower)) return false;
        if (ClauseWords.GenericNouns.Contains(lower)) return index > first
            || (IsLabel(tokens, index + 1) && lower is not ("number" or "amount" or "units" or "unit"));
        if (ClauseWords.Amounts.Contains(lower) || ClauseWords.Light.Contains(lower) || ClauseWords.Omissions.Contains(lower)) return false;
        // A verb of doing between nouns may be one of them: "pasta cooking class".
        return !ClauseWords.Doing.Contains(lower);
    }

    /// <summary>"Project 3", "plant B", but not "a plant".</summary>
    private static bool IsLabel(Token[] tokens, int index) =>
        index > 0 && index < tokens.Length && IsLabelShape(tokens[index])
            && tokens[index - 1] is { IsWord: true, IsNumber: false, IsFunctionWord: false } before && !Breaks.Contains(before.Lower)
        && (!ClauseWords.Doing.Contains(before.Lower) || before.Shape == TokenShape.Capitalized || ClauseWords.GenericNouns.Contains(before.Lower));

    private static bool IsLabelShape(Token token) =>
        (token.Shape == TokenShape.Digits && token.Raw.Length <= 2) || (token.Raw is [var letter] && char.IsUpper(letter) && letter != 'I');

    /// <summary>"The 10th floor".</summary>
    private static bool IsOrdinal(Token[] tokens, int index) =>
        (tokens[index].Shape == TokenShape.Digits && index + 1 < tokens.Length && tokens[index + 1].Start == tokens[index].End
            && tokens[index + 1].Lower is "st" or "nd" or "rd" or "th")
        || (index > 0 && tokens[index].Lower is "st" or "nd" or "rd" or "th" && tokens[index - 1].Shape == TokenShape.Digits);

    private static bool IsAdjunct(Token[] tokens, int first)
    {
        var before = first - 1;
        while (before > 0 && ClauseWords.Determiners.Contains(tokens[before].Lower)) before--;
        return tokens[before].Lower is "for" or "to" or "in" or "at" or "by" or "from" or "during" or "of" or "on" or "under" or "into";
    }

    private static bool IsSubject(Token[] tokens, int first, NameKey key)
    {
        var end = first + key.Length;
        if (end >= tokens.Length) return false;
        var isModal = tokens[end].Lower is "must" or "can" or "may" or "should" or "will" or "cannot"
            or "wants" or "has" or "decides" or "needs" or "plans" or "considers";
        var next = isModal && end + 1 < tokens.Length ? tokens[end + 1].Lower : tokens[end].Lower;
        return next is not ("be" or "is" or "are")
            && (ClauseWords.Doing.Contains(next) || tokens[end].Lower is "wants" or "decides" or "plans" or "considers" or "has")
            && !next.EndsWith("ed", StringComparison.Ordinal);
    }
}

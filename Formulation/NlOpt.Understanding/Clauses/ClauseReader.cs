using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Formulation;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Finds the clauses that rules can read whole under one hypothesis of the variables. A clause is claimed only when every part of it was
/// understood: a false claim costs more than a miss, which the learned decisions may still read.
/// </summary>
internal static class ClauseReader
{
    private const double Sure = 0.95;

    /// <summary>The clauses of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="set">The variables.</param>
    /// <param name="occurrences">Where the text names them.</param>
    public static ClauseReading Read(TextContext text, VariableSet set, List<Occurrence> occurrences)
    {
        if (set.Count < 1) return ClauseReading.None;
        var charges = ImmutableArray.CreateBuilder<FixedChargeClause>();
        var found = ImmutableArray.CreateBuilder<RegularClause>();
        var cutter = new SentenceItems(text.Tokens, text.Quantities, set, occurrences);
        var mentioned = new List<int>();
        for (var first = 0; first < text.Tokens.Length;)
        {
            var end = first;
            while (end < text.Tokens.Length && text.Tokens[end].Sentence == text.Tokens[first].Sentence) end++;
            // The number of the next point of a list belongs to no clause of this one.
            var isNamed = occurrences.Exists(place => place.First <= end - 2 && end - 2 < place.End);
            var last = !isNamed && IsListNumber(text.Tokens, first, end) ? end - 2 : end;
            var items = cutter.Cut(first, last, mentioned);
            var named = items.SelectMany(item => item.Variables).ToList();
            if (items.Count > 0 && !items[^1].Is("?")) 
            {
                var sentence = new Segment(items, set.Count);
                charges.AddRange(FixedCharges.Read(sentence));
                if (set.Count > 1 && MayHoldClause(sentence)) ReadSentence(sentence, mentioned, found);
            }

            MergeReversed(found);
            if (named.Count > 0) mentioned = named;
            first = end;
        }

        return new ClauseReading(found.ToImmutable(), charges.ToImmutable());
    }

    /// <summary>
    /// A quick look that spares the reading of ordinary sentences: what gives amounts a piece, or limits one thing, connects nothing.
    /// </summary>
    private static bool MayHoldClause(Segment sentence)
    {
        var (names, numbers, isTold, mayBeTold) = (0, 0, false, false);
        foreach (var item in sentence.Items)
        {
            if (item.Kind == ItemKind.Variable) names++;
            else if (item.Quantity is { Value: 0 }) isTold = true;
            else if (item.Kind == ItemKind.Number) numbers += item.Quantity!.Word == "#" ? 1 : 0;
            else if (item.IsIn(ClauseWords.Signals)) isTold = true;
            else mayBeTold |= item.IsIn(ClauseWords.WeakSignals);
        }

        return numbers switch
        {
            // Counts are said in words: "two of the three".
            0 => names > 0 || isTold || mayBeTold,
            1 => isTold || (mayBeTold && names > 1),
            _ => isTold && numbers <= 4,
        };
    }

    /// <summary>"If A then B, and if B then A" is one statement.</summary>
    private static void MergeReversed(ImmutableArray<RegularClause>.Builder found)
    {
        if (found.Count < 2 || found[^1].Statement is not Statement.Implication({ Activities: [var third] }, { Activities: [var fourth] })
            || found[^2].Statement is not Statement.Implication({ Activities: [var first] }, { Activities: [var second] }) || first != fourth || second != third) return;
        var merged = new RegularClause(new Statement.Equivalence(first, second) { Probability = Sure }, found[^2].First, found[^1].End, found[^2].Numbers.AddRange(found[^1].Numbers));
        found.RemoveAt(found.Count - 1);
        found[^1] = merged;
    }

    /// <summary>True when a sentence ends with the number of the next point of a list: "... must be baked 4."</summary>
    private static bool IsListNumber(Token[] tokens, int first, int end)
    {
        if (end - first < 4 || tokens[end - 1].Raw is not ("." or ")") || !int.TryParse(tokens[end - 2].Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 50) return false;
        if (tokens[end - 2].Start <= tokens[end - 3].End) return false;
        var before = (number - 1).ToString(CultureInfo.InvariantCulture);
        var next = (number + 1).ToString(CultureInfo.InvariantCulture);
        var sibling = number == 1 ? next : before;
        return Enumerable.Range(0, tokens.Length - 1).Any(index => tokens[index].Raw == sibling && tokens[index + 1].Raw == tokens[end - 1].Raw);
    }

    private static void ReadSentence(Segment sentence, List<int> mentioned, ImmutableArray<RegularClause>.Builder found)
    {
        if (ReadPart(sentence, 0, sentence.Count, mentioned, found)) return;
        // "If A then B, and if C then D": each part by itself.
        var start = 0;
        var before = mentioned;
        for (var index = 1; index < sentence.Count; index++)
        {
            if (JoinAt(sentence, index) is not { } next) continue;
            if (!IsSaying(sentence, start, index) || !IsSaying(sentence, next, sentence.Count)) continue;
            ReadPart(sentence, start, index, before, found);
            before = Mentions(sentence, start, index) is { Count: > 0 } own ? own : before;
            (start, index) = (next, next);
        }

        if (start > 0) ReadPart(sentence, start, sentence.Count, before, found);
    }

    private static int? JoinAt(Segment sentence, int index)
    {
        var items = sentence.Items;
        if (items[index].Is(";", ":")) return index + 1;
        var at = items[index].Is(",") ? index + 1 : index;
        return at < sentence.Count && items[at].Is("and", "but", "while", "whereas", "however") && (at > index || items[at].Is("but", "while", "whereas") || (at + 1 < sentence.Count && items[at + 1].Is("if", "unless")))
            ? at + 1 : null;
    }

    private static bool IsSaying(Segment sentence, int from, int to)
    {
        var items = sentence.Items.GetRange(from, to - from);
        return items.Exists(item => item.Kind is ItemKind.Variable or ItemKind.Number || item.Is("them", "these")) && items.Exists(item => item.IsIn(ClauseWords.Doing) || item.IsIn(ClauseWords.Duties) || item.IsIn(ClauseWords.Permissions));
    }

    private static List<int> Mentions(Segment sentence, int from, int to) =>
        [.. sentence.Items.GetRange(from, to - from).SelectMany(item => item.Variables)];

    private static bool ReadPart(Segment sentence, int from, int to, List<int> mentioned, ImmutableArray<RegularClause>.Builder found)
    {
        while (to > from && sentence.Items[to - 1].Is(".", "!", ";", ",", ":")) to--;
        while (from < to && sentence.Items[from].Is("-", "*", "•", ",", ")", "and", "but", "also", "then")) from++;
        if (to - from < 3) return false;
        ImmutableArray<DecisionVariableId> earlier = [.. mentioned.Distinct().Select(variable => new DecisionVariableId(variable))];
        foreach (var (start, stop) in Cores(sentence, from, to))
        {
            var segment = sentence.Part(start, stop);
            var statements = Statements(segment, earlier);
            if (statements.IsEmpty) continue;
            var first = sentence.Items[from].First;
            var end = sentence.Items[to - 1].End;
            var numbers = segment.Numbers(0, segment.Count).ToImmutableArray();
            foreach (var statement in statements) found.Add(new RegularClause(statement with { Probability = Sure }, first, end, numbers));
            return true;
        }

        return false;
    }

    /// <summary>The clause as it stands, then without what leads up to it ("due to the licence, ...", "the board insists that ...") or explains it.</summary>
    private static IEnumerable<(int From, int To)> Cores(Segment sentence, int from, int to)
    {
        var stop = to;
        while (EndsIdle(sentence, from, stop) is { } less) stop = less;
        yield return (from, stop);
        var full = stop;
        for (var index = to - 1; index > from + 3 && sentence.Items[index].Kind is not (ItemKind.Variable or ItemKind.Number); index--)
            if (sentence.Items[index].Is("because", "since", "due", "so", "for", "given", "after", "whatever") || IsPurpose(sentence, index) || (sentence.Items[index].Is("as") && index + 1 < to && !sentence.Items[index + 1].Is("many", "much", "well"))) stop = index;
        while (stop > from && sentence.Items[stop - 1].Is(",")) stop--;
        if (stop < full && stop - from >= 3) yield return (from, stop);
        // "Since oak is rare, ...": a reason may name the things too.
        var comma = sentence.Items.FindIndex(from, stop - from, item => item.Is(","));
        if (comma > from && stop - comma > 3 && sentence.Items[from].Is("since", "because", "as", "due", "to", "for", "given", "after")) yield return (comma + 1, stop);
        for (var index = from; index < stop - 3; index++)
        {
            if (sentence.Items[index].Kind is ItemKind.Variable or ItemKind.Number) yield break;
            if (sentence.Items[index].Is(",", "that", ":")) yield return (index + 1, stop);
            else if (index > from && sentence.Items[index].Is("if", "unless", "whenever", "either", "exactly", "at", "only")) yield return (index, stop);
        }
    }

    /// <summary>"To avoid side effects" at the end of a clause, but not "has to".</summary>
    private static bool IsPurpose(Segment sentence, int index) =>
        sentence.Items[index].Is("to") && !sentence.Items[index - 1].Is("has", "have", "needs", "need", "wants", "want", "allowed", "able", "going", "up", "equal", "required", "decides", "chooses", "or");

    /// <summary>Where a clause ends without its "as well", "too", "at the moment"; null where it ends with none of them.</summary>
    private static int? EndsIdle(Segment sentence, int from, int to)
    {
        if (to - from > 4 && sentence.Part(to - 2, to).Starts("as well|this time|at present|right now|this year|this month|this week|this season")) return to - 2;
        if (to - from > 5 && sentence.Part(to - 3, to).Starts("at the moment|for the moment|for the present|at this time|for this season")) return to - 3;
        return to - from > 3 && sentence.Items[to - 1].Is("too", "also", "again", ",") ? to - 1 : null;
    }

    private static ImmutableArray<Statement> Statements(Segment segment, ImmutableArray<DecisionVariableId> earlier)
    {
        if (ConditionalAmounts.Read(segment) is { IsEmpty: false } amounts) return amounts;
        if (ConditionalClauses.Read(segment) is { } conditional) return [conditional];
        return ChoiceClauses.Read(segment, earlier) is { IsEmpty: false } choices ? choices : SumClauses.Read(segment);
    }
}

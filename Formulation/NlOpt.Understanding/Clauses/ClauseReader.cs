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
    /// <summary>The clauses of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="set">The variables.</param>
    /// <param name="occurrences">Where the text names them.</param>
    /// <param name="memory">What other hypotheses of the same text made of its sentences; null where there is none.</param>
    public static ClauseReading Read(TextContext text, VariableSet set, List<Occurrence> occurrences, ClauseMemory? memory = null)
    {
        if (set.Count < 1) return ClauseReading.None;
        var charges = ImmutableArray.CreateBuilder<FixedChargeClause>();
        var found = ImmutableArray.CreateBuilder<RegularClause>();
        var aside = ImmutableArray.CreateBuilder<Quantity>();
        var listed = ImmutableArray.CreateBuilder<ListedLimit>();
        var cutter = new SentenceItems(text.Tokens, text.Quantities, set, occurrences, memory);
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
                if (memory?.Of(sentence, mentioned) is not { } read)
                {
                    read = ReadSentence(sentence, named.Count, mentioned);
                    memory?.Add(sentence, mentioned, read);
                }

                listed.AddRange(read.Listed);
                found.AddRange(read.Reading.Clauses);
                charges.AddRange(read.Reading.Charges);
                aside.AddRange(read.Aside);
            }

            MergeReversed(found);
            if (named.Count > 0) mentioned = named;
            first = end;
        }

        return new ClauseReading(found.ToImmutable(), charges.ToImmutable()) { Listed = listed.ToImmutable(), Aside = aside.ToImmutable() };
    }

    private static SentenceClauses ReadSentence(Segment sentence, int named, List<int> mentioned)
    {
        ImmutableArray<ListedLimit> listed = named > 1 ? [.. ListedLimits.Read(sentence)] : [];
        if (!MayHoldClause(sentence) && !FixedCharges.MayHold(sentence)) return new SentenceClauses(ClauseReading.None, listed, []);
        var read = SentenceReading.Read(sentence, 0, sentence.Count, mentioned);
        return new SentenceClauses(
            read, listed, read.IsEmpty && AmountConditions.JoinsAmounts(sentence) ? [.. sentence.Numbers(0, sentence.Count)] : []);
    }

    /// <summary>
    /// A quick look that spares the reading of ordinary sentences: what gives amounts a piece, or limits one thing, connects nothing. A part
    /// without numbers may connect something whatever stands beside it.
    /// </summary>
    private static bool MayHoldClause(Segment sentence)
    {
        var (names, numbers, isTold, mayBeTold) = (0, 0, false, false);
        var (partNames, partNumbers, hasVerb, hasDuty, isPerPiece) = (0, 0, false, false, false);
        for (var index = 0; index < sentence.Count; index++)
        {
            var item = sentence.Items[index];
            isTold |= item.Quantity is { Word: not "#", IsFraction: false } && index + 1 < sentence.Count && sentence.Items[index + 1].Is("of");
            if (item.Is(";", ":", "and", "but", "while", "whereas", "though"))
            {
                if (ConnectsNames()) return true;
                (partNames, partNumbers, hasVerb, hasDuty) = (0, 0, false, false);
            }

            hasDuty |= item.IsIn(WordClass.Duties);
            isPerPiece |= item.Is("every", "each", "per");
            if (item.Kind == ItemKind.Variable) (names, partNames) = (names + 1, partNames + 1);
            else if (item.Quantity is { Value: 0 }) isTold = true;
            else if (item.Kind == ItemKind.Number) (numbers, partNumbers) = (numbers + (item.Quantity!.Word == "#" ? 1 : 0), partNumbers + 1);
            else if (item.IsIn(WordClass.Signals)) isTold = true;
            else if (item.IsIn(WordClass.WeakSignals)) mayBeTold = true;
            else hasVerb |= VerbPlaces.IsVerb(sentence.Items, 0, index) || item.IsIn(WordClass.Duties) || item.Is("is", "are");
        }

        // "Two trainers for every three receptionists".
        if (ConnectsNames() || (isPerPiece && names == 2)) return true;
        return numbers switch
        {
            // Counts are said in words: "two of the three".
            0 => names > 0 || isTold || mayBeTold,
            1 => isTold || (mayBeTold && names > 1),
            _ => isTold,
        };

        bool ConnectsNames() => hasVerb && (partNames > 1 ? partNumbers <= 1 : partNames == 1 && partNumbers == 0 && hasDuty);
    }

    /// <summary>"If A then B, and if B then A" is one statement.</summary>
    private static void MergeReversed(ImmutableArray<RegularClause>.Builder found)
    {
        if (found.Count < 2 || found[^1].Statement is not Statement.Implication({ Activities: [var third] }, { Activities: [var fourth] })
            || found[^2].Statement is not Statement.Implication({ Activities: [var first] }, { Activities: [var second] }) || first != fourth
            || second != third) return;
        var merged = new RegularClause(new Statement.Equivalence(first, second) { Probability = found[^1].Statement.Probability }, found[^2].First,
            found[^1].End, found[^2].Numbers.AddRange(found[^1].Numbers));
        found.RemoveAt(found.Count - 1);
        found[^1] = merged;
    }

    /// <summary>True when a sentence ends with the number of the next point of a list: "... must be baked 4."</summary>
    private static bool IsListNumber(Token[] tokens, int first, int end)
    {
        if (end - first < 4 || tokens[end - 1].Raw is not ("." or ")")
            || !int.TryParse(tokens[end - 2].Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > 50) return false;
        if (tokens[end - 2].Start <= tokens[end - 3].End) return false;
        var before = (number - 1).ToString(CultureInfo.InvariantCulture);
        var next = (number + 1).ToString(CultureInfo.InvariantCulture);
        var sibling = number == 1 ? next : before;
        return Enumerable.Range(0, tokens.Length - 1).Any(index => tokens[index].Raw == sibling && tokens[index + 1].Raw == tokens[end - 1].Raw);
    }
}

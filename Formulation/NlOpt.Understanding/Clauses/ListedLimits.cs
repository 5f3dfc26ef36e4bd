using NlOpt.Formulation;
using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Clauses;

/// <summary>
/// Finds limits told by lists: "at most 40 tables and 50 desks" limits each, "at least 40 tables or desks, in any mix" all of them. They stay
/// decisions among others, but hardly ones in doubt.
/// </summary>
internal static class ListedLimits
{
    private const int MostBetween = 5;
    private const int Reach = 6;

    private const string Ceilings = "at most|at the most|at maximum|or fewer|or less|as a maximum";

    private const string Floors = "at least|or more|at minimum|as a minimum";

    private static readonly string[] Prepositions = ["of", "at", "in", "on", "with", "for", "by", "the", "more", "different"];

    /// <summary>The limits of a sentence, in order.</summary>
    public static IEnumerable<ListedLimit> Read(Segment sentence)
    {
        var items = sentence.Items;
        for (var index = 0; index < items.Count; index++)
        {
            if (PairAt(items, index) is not { } first) continue;
            var pairs = new List<(int Number, int Name)> { (index, first) };
            while (Next(items, pairs[^1].Name + 1) is { } next && PairAt(items, next) is { } name) pairs.Add((next, name));
            var end = pairs[^1].Name + 1;
            if (IsOfPieces(items, index, end)) continue;
            if (pairs.Count > 1 && pairs.Select(pair => items[pair.Name].Variables[0]).Distinct().Count() == pairs.Count)
            {
                if (Direction(sentence, index, end) is { } isAtLeast)
                    foreach (var pair in pairs)
                        yield return new ListedLimit(items[pair.Number].Quantity!, new LimitTarget(LimitKind.Bound,
                            items[pair.Name].Variables[0]), isAtLeast);
            }
            else if (pairs.Count == 1 && SaysAny(sentence, first) && Direction(sentence, index, end) is { } isFloor)
                yield return new ListedLimit(items[index].Quantity!, new LimitTarget(LimitKind.Sum), isFloor);

            index = end - 1;
        }
    }

    /// <summary>The name that a plain number counts: "40 tables", "47 hours at the mill"; null where it counts something else.</summary>
    private static int? PairAt(List<ClauseItem> items, int index)
    {
        if (items[index].Quantity is not { IsMoney: false, IsPercent: false, IsFraction: false, IsMultiple: false }) return null;
        for (var at = index + 1; at < items.Count && at <= index + MostBetween; at++)
        {
            if (items[at].Kind == ItemKind.Variable) return items[at].Variables.Length == 1 ? at : null;
            if (items[at].Kind != ItemKind.Word) return null;
            if (!Prepositions.Contains(items[at].Text)
                && (at > index + 1 + 1 || items[at].IsIn(WordClass.Light) || IsVerb(items, at))) return null;
        }

        return null;
    }

    private static bool IsVerb(List<ClauseItem> items, int at) =>
        items[at].IsIn(WordClass.Doing) && !items[at].IsIn(WordClass.GenericNouns) || items[at].Is("than", "if", "as", "per", "each");

    /// <summary>Where the next number of a list stands; null behind the last one.</summary>
    private static int? Next(List<ClauseItem> items, int index)
    {
        if (index < items.Count && items[index].Is(",")) index++;
        if (index < items.Count && items[index].Is("and", "or")) index++;
        return index < items.Count && index > 0 && items[index].Kind == ItemKind.Number && items[index - 1].Is(",", "and", "or") ? index : null;
    }

    /// <summary>True where each of something takes so many: no limits then.</summary>
    private static bool IsOfPieces(List<ClauseItem> items, int index, int end)
    {
        var start = index;
        while (start > 0 && !items[start - 1].Is(";", ":", "but", "while") && !(items[start - 1].Is("and") && start > 1
            && items[start - 2].Is(","))) start--;
        return items.Take(Math.Min(items.Count, end + 2)).Skip(start).Any(item => item.Is("each", "every", "per", "apiece", "than")
            && !IsOfLimit(items, item))
            || IsUnderCondition(items, start, index)
            || items.Take(Math.Min(items.Count, end + Reach)).Skip(end).Any(item => item.Is("if", "unless"))
            || items.Take(index).Skip(Math.Max(start, index - Reach)).Any(item => item.Kind == ItemKind.Variable);
    }

    /// <summary>"If A is made, at most 40 B": what stands behind a condition. "If there is a demand for at most 40 B" has none before it.</summary>
    private static bool IsUnderCondition(List<ClauseItem> items, int start, int index)
    {
        var condition = items.FindIndex(start, index - start, item => item.Is("if", "unless", "when", "whenever", "once"));
        return condition >= 0 && items.Take(index).Skip(condition).Any(item => item.Is(",", "then") || item.Kind == ItemKind.Variable);
    }

    private static bool IsOfLimit(List<ClauseItem> items, ClauseItem than) =>
        than.Is("than") && items.IndexOf(than) is var at && at + 1 < items.Count && items[at + 1].Kind == ItemKind.Number;

    /// <summary>True for at least; null where no words tell.</summary>
    private static bool? Direction(Segment sentence, int index, int end)
    {
        var before = AmountLimit.DirectionOf(sentence, Math.Max(0, index - Reach - 2), index,
            end)?.Invoke(ClauseNumbers.Of(sentence.Items[index].Quantity!));
        if (before is Limit.AtLeast) return true;
        if (before is Limit.AtMost) return false;
        if (before is not null) return null;
        // "There are only 50 lamps and 40 fans available".
        if (sentence.Items.Take(index).Skip(Math.Max(0, index - 3)).Any(item => item.Is("only"))) return false;
        var after = sentence.Part(end, Math.Min(sentence.Count, end + Reach));
        if (after.Has(Ceilings)) return false;
        return after.Has(Floors) ? true : null;
    }

    /// <summary>"92 lamps, fans or toasters": the list names everything, in any mix.</summary>
    private static bool SaysAny(Segment sentence, int name) =>
        VariableGroup.ReadAll(sentence.Items, name, sentence.Count) is [{ Joint: Joint.Or } list, ..]
            && list.Members.Length == sentence.VariableCount
            && list.Members.All(member => member.IsActive);
}

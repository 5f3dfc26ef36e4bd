using System.Collections.Immutable;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Metrics;

/// <summary>Tells what a summary says that the gold problem does not hold; <see cref="SpokenSlots"/> says how.</summary>
internal static class SpokenPrecision
{
    private const double MostlyFromStatement = 0.5;

    public static SlotCounts Count(SlotSheet gold, string statement, ImmutableArray<Claim> claims, SpokenRecall recall)
    {
        var listed = claims.Any(claim => claim.IsListed);
        var telling = claims.Where(claim => listed ? claim.IsListed : !claim.IsQuestion).ToList();
        var known = NoteReader.Stems(statement).ToHashSet(StringComparer.Ordinal);
        var slots = NumbersOf(gold);
        var heard = new List<double>();
        var (said, supported, repeated) = (0, 0, 0);
        foreach (var claim in telling)
        {
            // "One" mostly points at something, and counts nothing.
            var numbers = claim.Numbers.Where(number => number.Value != 1).ToList();
            foreach (var number in numbers)
            {
                var times = slots.Count(slot => SlotStatement.IsSame(slot.Value, number.Value)) + (CountsVariables(gold, number) ? 1 : 0);
                if (times > 0 && heard.Count(value => SlotStatement.IsSame(value, number.Value)) >= times)
                {
                    repeated++;
                    continue;
                }

                heard.Add(number.Value);
                said++;
                if (IsSupported(gold, slots, claim, number, recall)) supported++;
            }

            if (numbers.Count > 0) continue;
            said++;
            if (IsSupported(gold, known, claim, recall)) supported++;
        }

        var directions = recall.Limits.Where(limit => limit is { Gold: not null, Said: not null } && telling.Contains(limit.Claim)).ToList();
        return new SlotCounts(0, 0, said + directions.Count, supported + directions.Count(limit => limit.Gold == limit.Said), repeated);
    }

    /// <summary>Every number of the gold problem, with the variable it belongs to where it belongs to one.</summary>
    private static List<(double Value, int? Variable)> NumbersOf(SlotSheet gold) =>
    [
        .. gold.Statements.Append(gold.Objective).SelectMany(statement => statement.Terms).Where(term => term.Value != 1)
            .Select(term => (term.Value, (int?)term.Variable)),
        .. gold.Statements.SelectMany(statement => statement.Limits.Select(limit => (
            limit, statement.Shape == SlotShape.SingleVariable ? statement.Terms[0].Variable : (int?)null))),
        .. gold.Statements.Where(statement => statement.Shape == SlotShape.Comparison).SelectMany(statement => statement.Reversed!.Limits)
            .Select(limit => (limit, (int?)null)),
        .. gold.Objective.Limits.Select(limit => (limit, (int?)null)),
    ];

    /// <summary>"Two types of cakes" counts the variables.</summary>
    private static bool CountsVariables(SlotSheet gold, SpokenNumber number) => SlotStatement.IsSame(number.Value, gold.Variables.Length);

    private static bool IsSupported(
        SlotSheet gold, List<(double Value, int? Variable)> slots, Claim claim, SpokenNumber number, SpokenRecall recall)
    {
        if (CountsVariables(gold, number)) return true;
        return slots.Exists(slot => SlotStatement.IsSame(slot.Value, number.Value)
            && (slot.Variable is not { } variable || claim.Names.IsEmpty || recall.IsBeside(claim, number, variable)));
    }

    private static bool IsSupported(SlotSheet gold, HashSet<string> known, Claim claim, SpokenRecall recall)
    {
        if (recall.IsComparison(claim) || DirectionWords.Wants(claim.Text, gold.Sense)) return true;
        if (DirectionWords.Denies(claim.Text)) return false;
        if (claim.Names.Select(name => name.Index).Distinct().Count() == gold.Variables.Length && gold.Variables.Length > 1) return true;
        var stems = NoteReader.Stems(claim.Text);
        return stems.Count(known.Contains) >= MostlyFromStatement * Math.Max(1, stems.Length);
    }
}

using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;

namespace NlOpt.Understanding.Training;

/// <summary>Finds for each number of the labels the number of the text: equal values, right tag, near its variable, alike in a column.</summary>
internal static class SlotMatcher
{
    private const double TooFar = 50;
    private const double NoMatch = 200;

    /// <summary>The number of each slot; null where the text has none.</summary>
    public static NumberContext?[] Match(ReadingContext context, List<Slot> slots, int[] goldLabels)
    {
        var matches = new NumberContext?[slots.Count];
        var limits = Positions(slot => slot.Role != NumberRole.Coefficient);
        Assign(context, slots, limits, (slot, number) => BaseCost(context, slot, number, goldLabels), matches);
        var limitOf = limits.Where(index => slots[index].Role == NumberRole.Limit && matches[index] is not null)
            .GroupBy(index => slots[index].Declaration).ToDictionary(group => group.Key, group => matches[group.First()]!);
        var used = limits.Select(index => matches[index]).Where(number => number is not null).ToHashSet();
        Assign(context, slots, Positions(slot => slot.Role == NumberRole.Coefficient), CoefficientCost, matches);
        return matches;

        int[] Positions(Predicate<Slot> predicate) => [.. Enumerable.Range(0, slots.Count).Where(index => predicate(slots[index]))];

        double CoefficientCost(Slot slot, NumberContext number)
        {
            var cost = BaseCost(context, slot, number, goldLabels);
            if (limitOf.TryGetValue(slot.Declaration, out var limit))
            {
                cost -= 0.2 * Math.Min(3, limit.AllWords.Count(number.AllWords.Contains)) + (limit.Unit == number.Unit ? 0.3 : 0);
            }
            else if (slot.Declaration == Slot.Objective)
            {
                cost -= 0.3 * Math.Min(3, context.Text.ObjectiveNames.Count(number.AllWords.Contains)) + (IsNearObjectiveName(context, number) ? 0.2 : 0);
            }

            return cost + (used.Contains(number) ? 8 : 0);
        }
    }

    private static void Assign(
        ReadingContext context, List<Slot> slots, int[] positions, Func<Slot, NumberContext, double> cost, NumberContext?[] matches)
    {
        if (positions.Length == 0 || context.Numbers.Length == 0) return;
        // Further columns stand for "no number": they keep every assignment possible.
        var costs = new double[positions.Length, context.Numbers.Length + positions.Length];
        for (var row = 0; row < positions.Length; row++)
        {
            for (var column = 0; column < costs.GetLength(1); column++)
                costs[row, column] = column < context.Numbers.Length ? cost(slots[positions[row]], context.Numbers[column]) : TooFar;
        }

        var assigned = Assignment.Solve(costs);
        for (var row = 0; row < positions.Length; row++)
        {
            var column = assigned[row];
            if (column >= context.Numbers.Length || costs[row, column] >= TooFar)
                column = Enumerable.Range(0, context.Numbers.Length).MinBy(candidate => costs[row, candidate]);
            if (costs[row, column] < TooFar) matches[positions[row]] = context.Numbers[column];
        }
    }

    private static double BaseCost(ReadingContext context, Slot slot, NumberContext number, int[] goldLabels)
    {
        if (slot.Number.Start is { } start)
            return context.Tokens[number.First].Start <= start && start < context.Tokens[number.End - 1].End ? 0 : NoMatch;
        var exact = Near(number.Value, slot.Number.Value);
        // Labels sometimes lose a percent sign or keep one that the text lacks.
        if (!exact && !Near(number.Value / 100, slot.Number.Value) && !Near(number.Value * 100, slot.Number.Value)) return NoMatch;
        var cost = exact ? 0.0 : 1.0;
        var tag = TagOf(goldLabels, number);
        var wanted = slot.Role == NumberRole.Limit ? TagKind.Limit : TagKind.Parameter;
        if (tag != wanted) cost += tag == TagKind.None ? 3 : 5;
        if (slot.Variable is { } variable) cost += 2 * DistanceTo(number, variable);
        if (slot.Role == NumberRole.Limit) cost += 0.001 * Math.Abs(number.Position - slot.Declaration);
        return cost;
    }

    private static bool Near(double left, double right) => Math.Abs(left - right) <= 1e-6 * Math.Max(1, Math.Abs(right));

    private static double DistanceTo(NumberContext number, int variable)
    {
        if (number.Before.Length > 0 && number.Before[0].Variable == variable) return 0;
        if (number.After.Length > 0 && number.After[0].Variable == variable) return 0.1;
        return Array.Exists(number.Before, place => place.Variable == variable) || Array.Exists(number.After, place => place.Variable == variable) ? 0.3 : 0.5;
    }

    private static TagKind TagOf(int[] labels, NumberContext number)
    {
        for (var index = number.First; index < number.End; index++)
            if (labels[index] != Tag.Outside) return Tag.KindOf(labels[index]);
        return TagKind.None;
    }

    private static bool IsNearObjectiveName(ReadingContext context, NumberContext number)
    {
        for (var index = Math.Max(0, number.First - 5); index < Math.Min(context.Tokens.Length, number.End + 4); index++)
            if (context.Tokens[index].Sentence == number.Sentence && Tag.KindOf(context.Text.Labels[index]) == TagKind.ObjectiveName) return true;
        return false;
    }
}

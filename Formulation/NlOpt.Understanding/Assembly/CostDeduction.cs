using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>
/// Where the text wants profit but gives prices, and costs that nothing else uses, the profit of a piece is its price less its cost.
/// </summary>
internal static class CostDeduction
{
    private static readonly HashSet<uint> Prices = Hashes("sell sold sale price revenue charge");
    private static readonly HashSet<uint> Costs = Hashes("cost pay spend buy bought expense");
    private static readonly HashSet<uint> Profits = Hashes("profit");

    /// <summary>The cost of each variable; null where the objective is no price or not every variable has exactly one cost.</summary>
    public static NumberContext[]? Of(DecodedReading reading)
    {
        if (reading.IsMinimization || reading.ObjectiveTerms is not { } prices) return null;
        var wanted = reading.Context.Text.ObjectiveTail.Select(token => token.StemHash).Concat(reading.Context.Text.ObjectiveNames);
        if (!wanted.Any(Profits.Contains)) return null;
        if (!Array.TrueForAll(prices, price => price is { Quantity.IsMoney: true } && Says(price, Prices) && !Says(price, Profits))) return null;
        var used = reading.Rows.SelectMany(row => row.Terms ?? []).Concat(reading.Rows.Select(row => row.Number)).Concat(prices).ToHashSet();
        var costs = new NumberContext?[prices.Length];
        foreach (var number in reading.Context.Numbers)
        {
            if (used.Contains(number) || !number.Quantity.IsMoney || !Says(number, Costs) || VariableOf(number) is not { } variable) continue;
            if (costs[variable] is not null) return null;
            costs[variable] = number;
        }

        return Array.TrueForAll(costs, cost => cost is not null) ? Array.ConvertAll(costs, cost => cost!) : null;
    }

    /// <summary>The variable named nearest before the number in its sentence, else after it.</summary>
    private static int? VariableOf(NumberContext number) =>
        number.Before.Length > 0 ? number.Before[0].Variable : number.After.Length > 0 ? number.After[0].Variable : null;

    private static bool Says(NumberContext number, HashSet<uint> words) =>
        number.Left.Concat(number.Right).Any(token => words.Contains(token.StemHash));

    private static HashSet<uint> Hashes(string words) => [.. words.Split(' ').Select(word => Hash.Of(word))];
}

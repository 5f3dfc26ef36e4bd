using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>What a piece sells for and what it costs, by variable.</summary>
internal sealed record PricesAndCosts(NumberContext[] Prices, NumberContext[] Costs);

/// <summary>
/// Where the text wants profit and says of no amount that it is one, but gives prices and costs, the profit of a piece is its price less its
/// cost. The costs may also be limited by a budget.
/// </summary>
internal static class CostDeduction
{
    private enum Kind
    {
        None,
        Price,
        Cost,
    }

    private static readonly HashSet<uint> PriceWords = Hashes("sell selling sold sale price priced revenue charge");
    private static readonly HashSet<uint> CostWords = Hashes("cost pay spend buy bought expense");
    private static readonly HashSet<uint> Profits = Hashes("profit");
    private static readonly HashSet<uint> EachWords = Hashes("each every both all either");

    /// <summary>Prices and costs; null where the objective is neither or not every variable has exactly one of the other.</summary>
    public static PricesAndCosts? Of(DecodedReading reading)
    {
        if (reading.IsMinimization || reading.ObjectiveTerms is not { } terms) return null;
        var wanted = reading.Context.Text.ObjectiveTail.Select(token => token.StemHash).Concat(reading.Context.Text.ObjectiveNames);
        if (!wanted.Any(Profits.Contains)) return null;
        if (!Array.TrueForAll(terms, term => term is { Quantity.IsMoney: true } && !Says(term, Profits))) return null;
        var column = Array.ConvertAll(terms, term => term!);
        var kinds = KindsOf(reading);
        if (Array.TrueForAll(column, term => kinds.GetValueOrDefault(term) == Kind.Price))
            return (Unused(reading, column, kinds, Kind.Cost) ?? Budgeted(reading, column, kinds)) is { } costs ? new(column, costs) : null;
        return Array.TrueForAll(column, term => kinds.GetValueOrDefault(term) == Kind.Cost) && Unused(reading, column, kinds, Kind.Price) is { } prices
            ? new(prices, column)
            : null;
    }

    /// <summary>What each amount of money is; one that says nothing ("and that of a chair $50") is what the one before it in its sentence is.</summary>
    private static Dictionary<NumberContext, Kind> KindsOf(DecodedReading reading)
    {
        var kinds = new Dictionary<NumberContext, Kind>();
        (int Sentence, Kind Kind) last = (-1, Kind.None);
        foreach (var number in reading.Context.Numbers)
        {
            if (!number.Quantity.IsMoney || Says(number, Profits)) continue;
            var own = KindOf(number);
            if (own == Kind.None && last.Sentence == number.Sentence) own = last.Kind;
            kinds[number] = own;
            last = (number.Sentence, own);
        }

        return kinds;
    }

    /// <summary>"It costs $3 and sells for $5": the nearer word speaks of the number, and one before it rather than one behind.</summary>
    private static Kind KindOf(NumberContext number)
    {
        foreach (var side in new[] { number.Left, number.Right })
        {
            var (price, cost) = (Distance(side, PriceWords), Distance(side, CostWords));
            if (price != cost) return price < cost ? Kind.Price : Kind.Cost;
        }

        return Kind.None;
    }

    /// <summary>One amount of money a variable that nothing else uses; null where some variable has none or several.</summary>
    private static NumberContext[]? Unused(DecodedReading reading, NumberContext[] objective, Dictionary<NumberContext, Kind> kinds, Kind kind)
    {
        var used = reading.Rows.SelectMany(row => row.Terms ?? []).Concat(reading.Rows.Select(row => row.Number)).Concat(objective).ToHashSet();
        var found = new NumberContext?[objective.Length];
        foreach (var number in reading.Context.Numbers)
        {
            if (used.Contains(number) || kinds.GetValueOrDefault(number) != kind) continue;
            foreach (var variable in VariablesOf(number, objective.Length))
            {
                if (found[variable] is not null) return null;
                found[variable] = number;
            }
        }

        return Complete(found);
    }

    /// <summary>The costs that a budget limits; null where no row has one a variable.</summary>
    private static NumberContext[]? Budgeted(DecodedReading reading, NumberContext[] objective, Dictionary<NumberContext, Kind> kinds) => reading.Rows
        .Where(row => row is { IsAtLeast: false, Terms: not null, Number.Quantity.IsMoney: true })
        .Select(row => Complete(row.Terms!))
        .FirstOrDefault(costs => costs is not null && !costs.Intersect(objective).Any()
            && Array.TrueForAll(costs, cost => kinds.GetValueOrDefault(cost) == Kind.Cost));

    private static NumberContext[]? Complete(NumberContext?[] numbers) =>
        Array.TrueForAll(numbers, number => number is not null) ? Array.ConvertAll(numbers, number => number!) : null;

    /// <summary>The variable named nearest before the number in its sentence, else after it; all of them for "each costs $3".</summary>
    private static IEnumerable<int> VariablesOf(NumberContext number, int count) =>
        number.Before.Length > 0 ? [number.Before[0].Variable]
        : number.After.Length > 0 ? [number.After[0].Variable]
        : Says(number, EachWords) ? Enumerable.Range(0, count) : [];

    private static bool Says(NumberContext number, HashSet<uint> words) =>
        number.Left.Concat(number.Right).Any(token => words.Contains(token.StemHash));

    private static int Distance(Token[] tokens, HashSet<uint> words) =>
        Array.FindIndex(tokens, token => words.Contains(token.StemHash)) is >= 0 and var index ? index : int.MaxValue;

    private static HashSet<uint> Hashes(string words) => [.. words.Split(' ').Select(word => Hash.Of(word))];
}

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

    private static readonly HashSet<uint> PriceWords = Hashes("sell selling sold sale price priced revenue charge fetch");
    private static readonly HashSet<uint> CostWords = Hashes("cost pay spend buy bought expense");
    private static readonly HashSet<uint> Profits = Hashes("profit");
    private static readonly HashSet<uint> EachWords = Hashes("each every both all either");

    /// <summary>Prices and costs; null where the objective is neither or not every variable has exactly one of the other.</summary>
    public static PricesAndCosts? Of(DecodedReading reading)
    {
        if (reading.IsMinimization || reading.ObjectiveTerms is not { } terms) return null;
        var wanted = reading.Context.Text.ObjectiveTail.Select(token => token.StemHash).Concat(reading.Context.Text.ObjectiveNames);
        if (!wanted.Any(Profits.Contains)) return null;
        if (!Array.TrueForAll(terms, term => term is { Quantity.IsMoney: true } && !IsProfit(term))) return null;
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
            if (!number.Quantity.IsMoney || IsProfit(number)) continue;
            var own = KindOf(reading.Context, number);
            if (own == Kind.None && last.Sentence == number.Sentence) own = last.Kind;
            kinds[number] = own;
            last = (number.Sentence, own);
        }

        return kinds;
    }

    /// <summary>"It costs $3 and sells for $5": the nearer word speaks of the number, and one before it rather than one behind.</summary>
    private static Kind KindOf(ReadingContext context, NumberContext number)
    {
        var said = new List<Token>();
        for (var index = number.First - 1; index >= 0 && context.Tokens[index].Sentence == number.Sentence && !context.IsNumberToken[index]; index--)
            said.Add(context.Tokens[index]);
        foreach (var (side, isLeft) in new[] { (said.ToArray(), true), (number.Right, false) })
        {
            var (price, cost) = (Distance(side, PriceWords, isLeft), Distance(side, CostWords, isLeft));
            if (price != cost) return price < cost ? Kind.Price : Kind.Cost;
        }

        return Kind.None;
    }

    /// <summary>One amount of money a variable that nothing else uses; null where some variable has none or several.</summary>
    private static NumberContext[]? Unused(DecodedReading reading, NumberContext[] objective, Dictionary<NumberContext, Kind> kinds, Kind kind)
    {
        var used = reading.Rows.SelectMany(row => row.Terms ?? []).Concat(reading.Rows.Select(row => row.Number)).Concat(objective).ToHashSet();
        var found = new NumberContext?[objective.Length];
        var unused = reading.Context.Numbers.Where(number => !used.Contains(number) && kinds.GetValueOrDefault(number) == kind).ToList();
        if (Listed(reading.Context, unused, objective.Length) is { } listed) return listed;
        foreach (var number in unused)
        {
            foreach (var variable in VariablesOf(number, objective.Length))
            {
                // "A kite costs $5 and the latter costs $7": what stands for a name is the one thing that is left.
                var place = found[variable] is not null && found.Count(one => one is null) == 1 && StandsForName(number)
                    ? Array.IndexOf(found, null) : variable;
                if (found[place] is not null) return null;
                found[place] = number;
            }
        }

        return Complete(found);
    }

    /// <summary>"A, B and C cost $3, $5 and $8", "$3, $5 and $8 for A, B and C": one number a thing in the order of the things; null where no such list is all.</summary>
    private static NumberContext[]? Listed(ReadingContext context, List<NumberContext> numbers, int count)
    {
        if (count < 2 || numbers.Count != count || numbers.Exists(number => number.Sentence != numbers[0].Sentence)) return null;
        if (context.Occurrences.Any(place => numbers[0].End <= place.First && place.End <= numbers[^1].First)) return null;
        var order = (numbers[0].Before.Length > 0 ? numbers[0].Before.Select(place => place.Variable).Distinct().Take(count).Reverse()
            : numbers[^1].After.Select(place => place.Variable).Distinct().Take(count)).ToList();
        if (order.Count != count) return null;
        var found = new NumberContext[count];
        for (var position = 0; position < count; position++) found[order[position]] = numbers[position];
        return found;
    }

    private static bool StandsForName(NumberContext number) =>
        number.Left.Concat(number.RightClause).Any(token => token.Lower is "latter" or "other" or "former" or "second" or "rest");

    /// <summary>The costs that a budget limits; null where no row has one a variable.</summary>
    private static NumberContext[]? Budgeted(DecodedReading reading, NumberContext[] objective, Dictionary<NumberContext, Kind> kinds) => reading.Rows
        .Where(row => row is { IsAtLeast: false, Terms: not null, Number.Quantity.IsMoney: true })
        .Select(row => Complete(row.Terms!))
        .FirstOrDefault(costs => costs is not null && !costs.Intersect(objective).Any()
            && Array.TrueForAll(costs, cost => kinds.GetValueOrDefault(cost) == Kind.Cost));

    private static NumberContext[]? Complete(NumberContext?[] numbers) =>
        Array.TrueForAll(numbers, number => number is not null) ? Array.ConvertAll(numbers, number => number!) : null;

    /// <summary>The variable named right behind "$3 for", else nearest before the number in its sentence, else after it; all of them for "each costs $3".</summary>
    private static IEnumerable<int> VariablesOf(NumberContext number, int count) =>
        number.After.Length > 0 && number.After[0].First - number.End < number.RightClause.Length
            && number.Right is [{ Lower: "to" or "for" or "per" or "on" or "of" }, ..]
            ? [number.After[0].Variable]
        : number.Before.Length > 0 ? [number.Before[0].Variable]
        : number.After.Length > 0 ? [number.After[0].Variable]
        : Says(number, EachWords) ? Enumerable.Range(0, count) : [];

    private static bool Says(NumberContext number, HashSet<uint> words) =>
        number.Left.Concat(number.Right).Any(token => words.Contains(token.StemHash));

    /// <summary>A number that is a profit itself; "..., how many maximize profit" behind its clause says nothing of it.</summary>
    private static bool IsProfit(NumberContext number) => number.Left.Concat(number.RightClause).Any(token => Profits.Contains(token.StemHash));

    /// <summary>The nearest of some words; "it costs $5 to sell a chair" names no price.</summary>
    private static int Distance(Token[] tokens, HashSet<uint> words, bool isLeft)
    {
        for (var index = 0; index < tokens.Length; index++)
        {
            if (!words.Contains(tokens[index].StemHash)) continue;
            var before = isLeft ? index + 1 : index - 1;
            if (before < 0 || before >= tokens.Length || tokens[before].Lower != "to") return index;
        }

        return int.MaxValue;
    }

    private static HashSet<uint> Hashes(string words) => [.. words.Split(' ').Select(word => Hash.Of(word))];
}

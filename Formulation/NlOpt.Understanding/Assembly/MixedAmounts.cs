using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;

namespace NlOpt.Understanding.Assembly;

/// <summary>Finds sums that add money to other amounts: no plan can be right by them.</summary>
internal static class MixedAmounts
{
    /// <summary>The first token of a number of each such sum, in order.</summary>
    public static IEnumerable<int> Find(DecodedReading reading) =>
        reading.Rows.Select(row => row.Terms).Prepend(reading.ObjectiveTerms).OfType<NumberContext?[]>()
            .Where(IsMixed).Select(terms => terms.First(term => term is not null)!.First).Distinct();

    private static bool IsMixed(NumberContext?[] terms)
    {
        var amounts = terms.OfType<NumberContext>().Where(term => !term.Quantity.IsPercent).ToList();
        return amounts.Exists(amount => amount.Quantity.IsMoney) && amounts.Exists(amount => !amount.Quantity.IsMoney && amount.UnitStems.Count > 0);
    }
}

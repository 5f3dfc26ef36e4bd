using NlOpt.Formulation;
using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Assembly;

/// <summary>
/// Finds numbers that were set aside although others of their kind were used: of five prices, four in the model. They tell that a thing to
/// decide on was overlooked or that amounts were mixed up, which nothing else shows.
/// </summary>
internal static class UnusedAmounts
{
    /// <summary>The numbers, those of one sentence together, in the order of the text.</summary>
    public static IEnumerable<List<NumberContext>> Find(AssembledReading best, TextSpans spans)
    {
        var reading = best.Reading;
        var used = reading.Rows.SelectMany(row => row.Terms ?? []).Concat(reading.ObjectiveTerms ?? []).OfType<NumberContext>().Select(KindOf).ToHashSet();
        var aside = best.Formulation.Ledger.Where(entry => entry.Use is NumberUse.SetAside(LedgerAssembly.NotNeeded)).Select(entry => entry.Evidence).ToHashSet();
        return reading.Context.Numbers
            .Where(number => aside.Contains(spans.Number(number.Quantity)) && KindOf(number) is { } kind && used.Contains(kind))
            .GroupBy(number => number.Sentence)
            .Select(group => group.ToList());

        // Money and shares are told by their signs, other amounts by their nouns; null for a bare number.
        string? KindOf(NumberContext number) =>
            number.Quantity.IsMoney ? "$" : number.Quantity.IsPercent ? "%" : AmountNoun.Of(reading.Context, number, spans);
    }
}

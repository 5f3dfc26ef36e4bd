using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Training;

/// <summary>
/// Rewords the objective of a training reading: "the total amount of UNIT" makes the column measured in UNIT the objective, "the number of
/// THINGS" makes a count of it. Labelled texts hold few such objectives.
/// </summary>
internal static class ObjectiveWordings
{
    private static readonly string[] Amounts =
    [
        "the total number of *", "the amount of *", "the total *", "the number of *", "the total amount of *", "its *", "total * used", "their * intake", "* usage",
    ];

    private static readonly string[] Counts = ["the total number of *", "the number of *", "the number of total *"];

    private static readonly string[] TimeCounts = ["the total number of *", "the number of *", "the amount of *", "the total *"];

    private static readonly string[] Tails = ["", ".", "used?", "produced.", "needed", "needed?", "that can be"];

    private static readonly string[] Counted =
        ["time", "trip", "worker", "vehicle", "patient", "hour", "minute", "unit", "item", "meal", "experiment", "batch", "day", "machine", "container", "box"];

    /// <summary>Variants of the wording with the column that becomes the objective; null for a count.</summary>
    public static IEnumerable<(TextContext Text, int? Column)> Vary(GoldReading gold, RandomStream random)
    {
        var context = gold.Context;
        var units = gold.Columns.Select(UnitWords).ToList();
        var measured = Enumerable.Range(0, units.Count).Where(index => units[index].Count > 0).ToList();
        if (measured.Count > 0)
        {
            var column = random.Choose(measured);
            yield return (Reword(context, random, Amounts, random.Choose(units[column])), column);
        }

        var taken = units.SelectMany(list => list).ToHashSet();
        var shared = context.Tokens.Where(token => context.NameStems.Contains(token.StemHash)
            && (context.SharedNameStems.Count == 0 || context.SharedNameStems.Contains(token.StemHash)))
            .Select(token => token.Stem).Distinct().Where(stem => !taken.Contains(stem)).ToList();
        var free = Counted.Where(word => !taken.Contains(word)).ToList();
        if (free.Count == 0) yield break;
        var counted = shared.Count > 0 && random.NextDouble() < 0.6 ? random.Choose(shared) : random.Choose(free);
        yield return (Reword(context, random, counted is "time" or "hour" or "minute" ? TimeCounts : Counts, counted), null);
    }

    /// <summary>Stems that measure every number of a column; none for money.</summary>
    private static List<string> UnitWords(Column column)
    {
        if (column.Numbers[0].Quantity.IsMoney) return [];
        var common = column.Numbers[0].Right.Where(token => column.Numbers[0].UnitStems.Contains(token.StemHash)).Select(token => token.Stem).Distinct();
        return [.. common.Where(stem => stem is not ("unit" or "gram") && column.Numbers.All(number => number.UnitStems.Contains(Hash.Of(stem))))];
    }

    private static TextContext Reword(ReadingContext context, RandomStream random, string[] patterns, string word)
    {
        var text = random.Choose(patterns).Replace("*", word, StringComparison.Ordinal) + " " + random.Choose(Tails);
        uint[] names = random.NextDouble() < 0.3 ? [Hash.Of(Stemmer.Stem(word))] : [];
        return new TextContext(context.Text, random.NextDouble() < 0.5, Tokenizer.Tokenize(text), names);
    }
}

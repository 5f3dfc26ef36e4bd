using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Telling;

/// <summary>How the sentences of a text are laid out.</summary>
internal enum TextLayout
{
    /// <summary>Sentences one after another.</summary>
    Prose,

    /// <summary>Headings and bullets, as people sum a problem up.</summary>
    Bullets,

    /// <summary>Sentences in any order.</summary>
    AnyOrder,

    /// <summary>The question stands before the data.</summary>
    QuestionFirst,
}

/// <summary>The habits of one writer.</summary>
/// <param name="Layout">How sentences are laid out.</param>
/// <param name="Numbers">How numbers are written.</param>
/// <param name="Spelling">How words are spelled.</param>
/// <param name="AmountsByThing">Whether amounts are told thing by thing; false: amount by amount.</param>
/// <param name="ObjectiveLate">Whether the amounts of the objective are told in the question.</param>
/// <param name="ShareOfPronouns">How often "it" or "they" stands for who decides.</param>
/// <param name="ShareOfOtherNames">How often a thing is called by another of its names.</param>
/// <param name="ShareOfEllipsis">How often what was said before is left out.</param>
/// <param name="ShareOfConnectors">How often a limit begins with "in addition" or the like.</param>
/// <param name="ShareOfReasons">How often a limit has a reason.</param>
/// <param name="ShareOfPaces">How often an amount is told with how often it comes up: "carries 20 people every day".</param>
/// <param name="AsksWithLimit">Whether the question tells a limit: "If at least 20 tents are needed, how many".</param>
/// <param name="RatedOpening">Whether the opening tells an amount of each thing: "tents costing $20 each and".</param>
internal sealed record TellingStyle(
    TextLayout Layout, NumberStyle Numbers, Spelling Spelling, bool AmountsByThing, bool ObjectiveLate, double ShareOfPronouns,
    double ShareOfOtherNames, double ShareOfEllipsis, double ShareOfConnectors, double ShareOfReasons,
    double ShareOfPaces, bool AsksWithLimit, bool RatedOpening)
{
    /// <summary>The habits of a writer drawn by chance.</summary>
    public static TellingStyle Draw(RandomNumbers random) => new(
        random.Pick([(TextLayout.Prose, 0.76), (TextLayout.Bullets, 0.08), (TextLayout.AnyOrder, 0.06), (TextLayout.QuestionFirst, 0.10)], pair => pair.Item2).Item1,
        new NumberStyle(random.Chance(0.4), random.Chance(0.35) ? random.Between(0.2, 0.9) : 0, random.Chance(0.9) ? "%" : " percent", random.Chance(0.12)),
        random.Chance(0.3) ? Spelling.British : Spelling.American,
        AmountsByThing: random.Chance(0.62),
        ObjectiveLate: random.Chance(0.38),
        ShareOfPronouns: random.Between(0.1, 0.6),
        ShareOfOtherNames: random.Chance(0.25) ? random.Between(0.1, 0.4) : 0.02,
        ShareOfEllipsis: random.Between(0.0, 0.7),
        ShareOfConnectors: random.Between(0.0, 0.6),
        ShareOfReasons: random.Chance(0.6) ? random.Between(0.1, 0.7) : 0,
        ShareOfPaces: random.Chance(0.15) ? random.Between(0.3, 0.9) : 0,
        AsksWithLimit: random.Chance(0.28),
        RatedOpening: random.Chance(0.08));
}

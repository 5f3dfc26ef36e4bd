using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>Words that say in what something is measured or counted.</summary>
internal static class MeasureWords
{
    /// <summary>Stems of units of which parts make sense: acres, kilograms, hours.</summary>
    public static readonly FrozenSet<string> Measured = Set(
        "acre hectare kilogram kilo kg gram gm mg milligram microgram ton tonne lb lbs ounce oz liter litre ml milliliter millilitre cl gallon quart pint "
        + "barrel bushel meter metre kilometer kilometre km mile foot feet inch yard sqft hour minute kwh mwh kilowatt megawatt watt cc "
        + "pound dollar euro");

    /// <summary>Stems of pieces that come whole: bottles, boxes, servings.</summary>
    public static readonly FrozenSet<string> Pieces = Set(
        "bottle can packet package box bag jar carton case crate cone plate bowl dish serving portion slice piece pair set pack tray pitcher glass loaf "
        + "batch bouquet bunch order ream roll pill capsule tablet container tanker truckload scoop sheet bar keg tub basket bucket meal cup bundle "
        + "sack pallet tube stick pot pan load trip shipment");

    /// <summary>Stems of stuff that is poured, weighed or cut, but not counted.</summary>
    public static readonly FrozenSet<string> Stuff = Set(
        "water milk oil flour sugar salt sand gravel cement concrete steel iron copper gold silver aluminum aluminium wheat corn rice barley oats soy hay "
        + "gasoline diesel fuel gas coal cream butter juice syrup wine beer paint glue soil fertilizer feed meat beef pork chicken fish cheese yogurt "
        + "coffee tea honey wool cotton silk cloth fabric leather lumber wood timber plastic rubber acid ink soap shampoo detergent electricity power "
        + "chocolate dough sauce grain land");

    /// <summary>Roots of words that say that money itself is placed.</summary>
    public static readonly string[] MoneyPlaced = ["invest", "lend", "loan", "deposit", "portfolio", "bond"];

    private static readonly FrozenSet<string> Abbreviations = Set("kg mg gm lb lbs oz ml cl km sqft kwh mwh cc feet");

    /// <summary>A unit as it stands behind a number: "acre" as "acres", "kg" as it is.</summary>
    public static string Plural(Token unit) => unit.Lower switch
    {
        "foot" => "feet",
        "inch" => "inches",
        var lower when lower != unit.Stem || Abbreviations.Contains(lower) => lower,
        var lower when lower.EndsWith('x') || lower.EndsWith("ch", StringComparison.Ordinal) || lower.EndsWith("sh", StringComparison.Ordinal)
            || lower.EndsWith("ss", StringComparison.Ordinal) => lower + "es",
        "loaf" => "loaves",
        var lower => lower + "s",
    };

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}

using System.Collections.Frozen;

namespace NlOpt.Formulation.Units;

/// <summary>The measures that are known, by the words for them in British and American spelling.</summary>
public static class MeasureTable
{
    /// <summary>Most words in the name of a measure.</summary>
    public const int MostWords = 2;

    private const double Pound = 453.59237;
    private const double Foot = 0.3048;
    private const double Gallon = 3.785411784;

    private static readonly FrozenDictionary<string, Measure> ByWords = new (string Words, Measure Measure)[]
    {
        ("seconds secs sec", new("seconds", Dimension.Time, 1)),
        ("minutes minute mins min", new("minutes", Dimension.Time, 60)),
        ("hours hour hrs hr", new("hours", Dimension.Time, 3600)),
        ("days day", new("days", Dimension.Time, 86400, "days")),
        ("weeks week wks", new("weeks", Dimension.Time, 604800, "days")),

        ("micrograms microgram mcg", new("micrograms", Dimension.Mass, 1e-6)),
        ("mg milligrams milligram milligrammes milligramme", new("mg", Dimension.Mass, 1e-3)),
        ("grams gram g gm gms grammes gramme", new("grams", Dimension.Mass, 1)),
        ("kg kgs kilograms kilogram kilogrammes kilogramme kilos kilo", new("kg", Dimension.Mass, 1e3)),
        ("tonnes tonne metric_tons metric_ton metric_tonnes metric_tonne", new("tonnes", Dimension.Mass, 1e6)),
        ("tons ton", new("tons", Dimension.Mass, 1e6, "tons")),
        ("ounces ounce oz", new("ounces", Dimension.Mass, Pound / 16)),
        ("pounds pound lbs lb", new("pounds", Dimension.Mass, Pound)),

        ("mm millimetres millimetre millimeters millimeter", new("mm", Dimension.Length, 1e-3)),
        ("cm centimetres centimetre centimeters centimeter", new("cm", Dimension.Length, 1e-2)),
        ("metres metre meters meter", new("metres", Dimension.Length, 1)),
        ("km kms kilometres kilometre kilometers kilometer", new("km", Dimension.Length, 1e3)),
        ("inches inch", new("inches", Dimension.Length, Foot / 12)),
        ("feet foot ft", new("feet", Dimension.Length, Foot)),
        ("yards yard yds", new("yards", Dimension.Length, 3 * Foot)),
        ("miles mile", new("miles", Dimension.Length, 5280 * Foot)),

        ("square_metres square_metre square_meters square_meter sq_m sqm", new("square metres", Dimension.Area, 1)),
        ("square_feet square_foot sq_ft sqft sq_feet", new("square feet", Dimension.Area, Foot * Foot)),
        ("square_yards square_yard sq_yards", new("square yards", Dimension.Area, 9 * Foot * Foot)),
        ("square_miles square_mile", new("square miles", Dimension.Area, 5280.0 * 5280 * Foot * Foot)),
        ("square_kilometres square_kilometre square_kilometers square_kilometer square_km", new("square km", Dimension.Area, 1e6)),
        ("acres acre", new("acres", Dimension.Area, 43560 * Foot * Foot)),
        ("hectares hectare", new("hectares", Dimension.Area, 1e4)),

        ("ml millilitres millilitre milliliters milliliter cc", new("ml", Dimension.Volume, 1e-3)),
        ("cl centilitres centilitre centiliters centiliter", new("cl", Dimension.Volume, 1e-2)),
        ("litres litre liters liter", new("litres", Dimension.Volume, 1)),
        ("cubic_metres cubic_metre cubic_meters cubic_meter", new("cubic metres", Dimension.Volume, 1e3)),
        ("cubic_feet cubic_foot", new("cubic feet", Dimension.Volume, 1e3 * Foot * Foot * Foot)),
        ("gallons gallon", new("gallons", Dimension.Volume, Gallon, "gallons")),
        ("quarts quart", new("quarts", Dimension.Volume, Gallon / 4, "gallons")),
        ("pints pint", new("pints", Dimension.Volume, Gallon / 8, "gallons")),
        ("fluid_ounces fluid_ounce fl_oz", new("fluid ounces", Dimension.Volume, Gallon / 128, "fluid ounces")),

        ("kwh kilowatt_hours kilowatt_hour", new("kWh", Dimension.Energy, 1e3)),
        ("mwh megawatt_hours megawatt_hour", new("MWh", Dimension.Energy, 1e6)),

        ("$ dollars dollar usd", new("$", Dimension.Money, 1)),
        ("€ euros euro eur", new("€", Dimension.Money, 1)),
        ("£ gbp", new("£", Dimension.Money, 1)),
    }.SelectMany(row => row.Words.Split(' ').Select(words => (Words: words.Replace('_', ' '), row.Measure)))
        .ToFrozenDictionary(row => row.Words, row => row.Measure, StringComparer.OrdinalIgnoreCase);

    /// <summary>The measure with a name or spelling, for example <c>kilogrammes</c> or <c>square feet</c>; null when there is none.</summary>
    public static Measure? Find(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return ByWords.GetValueOrDefault(words);
    }
}

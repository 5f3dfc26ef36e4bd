namespace NlOpt.Formulation.Units;

/// <summary>The numbers of one row with their units, brought to one measure where they are mixed.</summary>
internal sealed class RowUnits
{
    private const double PoundsOfShortTon = 2000;

    private readonly Dictionary<Evidence, UnitConversion> _conversions = [];

    /// <summary>Judges a row.</summary>
    /// <param name="amounts">The amounts that are added up.</param>
    /// <param name="limits">What the sum is compared with; empty for an objective.</param>
    /// <param name="given">The measure of the amounts where they are the variables themselves; null when their words say it.</param>
    public RowUnits(IEnumerable<MeasuredNumber> amounts, IEnumerable<MeasuredNumber> limits, Measure? given = null)
    {
        List<MeasuredNumber> all = [.. InOneMeasure([.. amounts]), .. limits];
        var measures = all.Select(number => number.Unit?.Numerator).Append(given).OfType<Measure>().Distinct().ToList();
        if (measures.Count > 1)
        {
            var expected = given ?? measures[0];
            Conflict = all.Where(number => number.Unit?.Numerator.ConvertsTo(expected) != true)
                .Select(number => new UnitConflict(number.Evidence, number.Unit?.Numerator, expected)).FirstOrDefault();
            if (Conflict is not null) return;
            Target = given ?? measures.MinBy(measure => measure.Scale)!;
        }

        foreach (var number in all) Convert(number, measures.Exists(measure => measure.Name is "pounds" or "ounces"));
    }

    /// <summary>The measure that all numbers of the row have now; null where nothing was mixed or nothing could be done.</summary>
    public Measure? Target { get; }

    /// <summary>What does not go together; null when all does.</summary>
    public UnitConflict? Conflict { get; }

    /// <summary>The conversions of the row.</summary>
    public IEnumerable<UnitConversion> Conversions => _conversions.Values;

    /// <summary>A number of the row in its new measure.</summary>
    public SourcedNumber Convert(SourcedNumber number) =>
        number.Evidence is { } evidence && _conversions.TryGetValue(evidence, out var conversion) ? number with { Value = conversion.Converted } : number;

    /// <summary>"2 hours of cutting and 3 of sewing": what says nothing is measured as the others, where they agree.</summary>
    private static List<MeasuredNumber> InOneMeasure(List<MeasuredNumber> amounts)
    {
        var measures = amounts.Select(amount => amount.Unit?.Numerator).OfType<Measure>().Distinct().ToList();
        return measures.Count == 1 ? amounts.ConvertAll(amount => amount with { Unit = amount.Unit ?? new Unit(measures[0]) }) : amounts;
    }

    private void Convert(MeasuredNumber number, bool isImperial)
    {
        if (number.Unit is not { } unit) return;
        var own = isImperial && unit.Numerator.Name == "tons"
            ? unit with { Numerator = unit.Numerator with { Scale = PoundsOfShortTon * MeasureTable.Find("pounds")!.Scale } }
            : unit;
        var to = own with { Numerator = Target ?? own.Numerator, Denominator = number.PerVariable ?? own.Denominator };
        if (own == to) return;
        _conversions[number.Evidence] = new(
            number.Evidence, number.Value, own, own.Convert(number.Value, to), to, own.ConvertsSurelyTo(to));
    }
}

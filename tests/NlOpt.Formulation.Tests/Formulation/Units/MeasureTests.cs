using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NlOpt.Formulation.Units;
using Xunit;

namespace NlOpt.Formulation.Tests.Formulation.Units;

public class MeasureTests
{
    private static readonly string[] Words =
        ["seconds", "minute", "hours", "days", "weeks", "mg", "grams", "kilogrammes", "tonnes", "ounces", "lbs", "acres", "hectares", "square feet", "litres", "gallons", "quarts"];

    [Theory]
    [InlineData(2, "hours", 120, "minutes")]
    [InlineData(90, "minutes", 1.5, "hours")]
    [InlineData(1, "week", 7, "days")]
    [InlineData(3, "pounds", 48, "ounces")]
    [InlineData(0.35, "kg", 350, "grams")]
    [InlineData(250, "milligrammes", 0.25, "g")]
    [InlineData(2.5, "tonnes", 2500, "kilos")]
    [InlineData(3, "yards", 9, "feet")]
    [InlineData(1, "square yard", 9, "sq ft")]
    [InlineData(1, "square mile", 640, "acres")]
    [InlineData(2, "gallons", 16, "pints")]
    [InlineData(1, "hectare", 10000, "square meters")]
    [InlineData(7, "ounces", 0.4375, "pounds")]
    public void Amounts_are_converted_to_the_last_digit(double amount, string from, double expected, string to) =>
        MeasureTable.Find(from)!.Convert(amount, MeasureTable.Find(to)!).Should().Be(expected);

    [Fact]
    public void British_and_american_spellings_are_one_measure()
    {
        MeasureTable.Find("litre").Should().BeSameAs(MeasureTable.Find("liters"));
        MeasureTable.Find("metres").Should().BeSameAs(MeasureTable.Find("meter"));
        MeasureTable.Find("Kilogrammes").Should().BeSameAs(MeasureTable.Find("kg"));
        MeasureTable.Find("bottles").Should().BeNull();
    }

    [Fact]
    public void Only_amounts_of_one_kind_convert()
    {
        Measure Of(string words) => MeasureTable.Find(words)!;
        Of("hours").ConvertsTo(Of("kg")).Should().BeFalse();
        Of("$").ConvertsTo(Of("€")).Should().BeFalse("the rate is not known");
        Of("dollars").ConvertsTo(Of("$")).Should().BeTrue();
        Of("hours").ConvertsSurelyTo(Of("minutes")).Should().BeTrue();
        Of("hours").ConvertsSurelyTo(Of("days")).Should().BeFalse("a working day has fewer than 24");
        Of("days").ConvertsSurelyTo(Of("weeks")).Should().BeTrue();
        Of("gallons").ConvertsSurelyTo(Of("litres")).Should().BeFalse("there are two gallons");
        var act = () => Of("hours").Convert(1, Of("kg"));
        act.Should().Throw<ArgumentException>();
    }

    [Property(MaxTest = 200)]
    public Property There_and_back_is_the_same() => Prop.ForAll(
        Gen.Elements(Words).ToArbitrary(), Gen.Elements(Words).ToArbitrary(), Gen.Choose(1, 100000).ToArbitrary(), (one, other, amount) =>
        {
            var (from, to) = (MeasureTable.Find(one)!, MeasureTable.Find(other)!);
            if (!from.ConvertsTo(to)) return;
            var value = amount / 8.0;
            to.Convert(from.Convert(value, to), from).Should().BeApproximately(value, value * 1e-9);
        });
}

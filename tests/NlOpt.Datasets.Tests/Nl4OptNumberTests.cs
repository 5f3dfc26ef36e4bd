using FluentAssertions;
using FsCheck.Xunit;
using Xunit;

namespace NlOpt.Datasets.Tests;

public sealed class Nl4OptNumberTests
{
    [Theory]
    [InlineData("42", 42)]
    [InlineData("1,250,000", 1250000)]
    [InlineData("$1.8", 1.8)]
    [InlineData("1.8$.", 1.8)]
    [InlineData("200;", 200)]
    [InlineData("3...", 3)]
    [InlineData("20%", 0.2)]
    [InlineData("11.4%", 11.4 / 100)]
    [InlineData("thirty percent", 0.3)]
    [InlineData("5 per cent", 0.05)]
    [InlineData("80 cents", 0.8)]
    [InlineData("4 times", 4)]
    [InlineData("1.5 times", 1.5)]
    [InlineData("three times", 3)]
    [InlineData("8000 minutes", 8000)]
    [InlineData("half", 0.5)]
    [InlineData("a third", 1.0 / 3)]
    [InlineData("one third", 1.0 / 3)]
    [InlineData("Twice", 2)]
    [InlineData("thrice", 3)]
    [InlineData("fifteen", 15)]
    [InlineData("twenty-five", 25)]
    [InlineData("one hundred thousand", 100000)]
    [InlineData("one hundred and twenty thousand", 120000)]
    public void BothReadingsAgreeOnOrdinaryNumbers(string raw, double expected)
    {
        Nl4OptNumber.OfficialValue(raw).Should().Be(expected);
        Nl4OptNumber.Value(raw).Should().BeApproximately(expected, 1e-12);
    }

    [Theory]
    [InlineData("2 million", 2, 2e6)]
    [InlineData("2.5 million", 2.5, 2.5e6)]
    [InlineData("two thirds", 1.0 / 3, 2.0 / 3)]
    [InlineData("three quarters", 0.25, 0.75)]
    [InlineData("1/2", 1, 0.5)]
    [InlineData("3 dozen", 3, 36)]
    [InlineData("double", 0, 2)]
    [InlineData("50k", 50, 50000)]
    public void TheOfficialReadingKeepsItsQuirks(string raw, double official, double meant)
    {
        Nl4OptNumber.OfficialValue(raw).Should().Be(official);
        Nl4OptNumber.Value(raw).Should().BeApproximately(meant, 1e-9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plenty")]
    [InlineData("%")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void WhatIsNoNumberIsOfficiallyZeroAndOtherwiseAbsent(string raw)
    {
        Nl4OptNumber.OfficialValue(raw).Should().Be(0);
        Nl4OptNumber.Value(raw).Should().BeNull();
    }

    [Property(MaxTest = 500)]
    public bool NeverThrowsAndStaysFinite(string? raw) =>
        double.IsFinite(Nl4OptNumber.OfficialValue(raw ?? "")) && double.IsFinite(Nl4OptNumber.Value(raw ?? "") ?? 0);
}

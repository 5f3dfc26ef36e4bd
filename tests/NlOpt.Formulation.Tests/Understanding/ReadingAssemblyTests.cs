using FluentAssertions;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class ReadingAssemblyTests
{
    private const string Text = "Stools earn $4 and desks earn $9. At most 50 pieces fit. At least 10 stools are ordered. Maximize the profit.";

    private static readonly Sketch Shop = new(Text, "stool", "desk");

    // One factor, the share, becomes half of itself: the logistic curve is undone by steps along it.
    private static readonly double[] Steps = [.. Enumerable.Range(0, 101).Select(step => step / 100.0)];
    private static readonly Calibration Halved =
        new([1], Array.ConvertAll(Steps, share => 1 / (1 + Math.Exp(-share))), Array.ConvertAll(Steps, share => share / 2));

    private static DecodedReading With(params DecodedRow[] rows) => Shop.Reading(Shop.Column("4", "9"), rows);

    private static Reading? Assemble(params (DecodedReading Reading, double Share)[] ranked) => ReadingAssembly.Assemble(
        Shop.Source, Shop.Tokens, [.. ranked.Select(item => new RankedReading(item.Reading, item.Share, [item.Share]))], Halved);

    [Fact]
    public void The_best_reading_comes_with_rivals_that_differ()
    {
        var most = Shop.Row(LimitKind.Sum, "50");
        var least = Shop.Row(LimitKind.Bound, "10", true, 0);
        var turned = new Sketch(Text, "desk", "stool");
        var reading = Assemble(
            (With(most, least), 0.5),
            (With(least, most), 0.2),
            (turned.Reading(turned.Column("9", "4"), turned.Row(LimitKind.Sum, "50"), turned.Row(LimitKind.Bound, "10", true, 1)), 0.1),
            (With(most), 0.08), (With(least), 0.05), (With(), 0.04), (Shop.Reading(null, most), 0.03))!;
        reading.Best.Statements.Should().HaveCount(2);
        reading.Rivals.Select(rival => rival.Statements.Length).Should().Equal([1, 1, 0], "two of the others mean the same, and at most three rivals are kept");
        reading.Best.Probability.Should().BeApproximately(0.25, 1e-9);
        reading.Rivals.Select(rival => rival.Probability).Should().BeInDescendingOrder();
        reading.Rivals.Should().OnlyContain(rival => rival.Questions.IsEmpty);
    }

    [Fact]
    public void A_reading_that_cannot_be_said_gives_way_to_the_next()
    {
        var reading = Assemble((With(Shop.Row(LimitKind.Ratio, "50", variable: 0)), 0.6), (With(Shop.Row(LimitKind.Sum, "50")), 0.4))!;
        reading.Best.Statements.Should().ContainSingle().Which.Should().BeOfType<Statement.Sum>();
        reading.Rivals.Should().BeEmpty();
    }

    [Fact]
    public void Hopeless_rivals_are_left_out() =>
        Assemble((With(Shop.Row(LimitKind.Sum, "50")), 0.995), (With(), 0.005))!.Rivals.Should().BeEmpty();

    [Fact]
    public void No_reading_gives_none() => Assemble().Should().BeNull();
}

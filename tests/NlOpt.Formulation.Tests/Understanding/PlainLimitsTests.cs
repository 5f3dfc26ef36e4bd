using FluentAssertions;
using NlOpt.Understanding;
using NlOpt.Understanding.Decisions;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>Limits that everyday phrases tell: what each number of a text is.</summary>
public class PlainLimitsTests
{
    private const string Takes = "A lamp takes 20 minutes and a stool takes 45 minutes. ";

    private static readonly EmbeddedReader Reader = new();

    private static PlainLimit? Of(string text, string number)
    {
        var sketch = new Sketch(text, "lamp|lamps", "stool|stools");
        return sketch.Context.Plain[sketch[number].Position];
    }

    [Theory]
    [InlineData("The saw runs 7 hours a day.")]
    [InlineData("The saw can be used 7 hours a day.")]
    [InlineData("The saw is up 7 hours a day.")]
    [InlineData("He has a 7-hour day.")]
    [InlineData("The joiner can spare 7 hours.")]
    [InlineData("The joiner has got 7 hours.")]
    [InlineData("The joiners have 7 hours between them.")]
    public void What_there_is_of_what_things_take_is_a_stock(string text) => Of(Takes + text, "7").Should().Be(PlainLimit.Stock);

    [Theory]
    [InlineData("A lamp takes 20 minutes and a stool takes 45 minutes, with 900 sawing minutes a week.")]
    [InlineData("A lamp takes 20 minutes and a stool takes 45 minutes out of 900 minutes.")]
    [InlineData("A lamp takes 20 minutes and a stool takes 45 minutes; 900 minutes are left.")]
    [InlineData("A lamp takes 20 minutes and a stool takes 45 minutes, and 900 minutes come in.")]
    public void A_stock_may_be_told_beside_what_is_taken(string text) => Of(text, "900").Should().Be(PlainLimit.Stock);

    [Theory]
    [InlineData("Each helper works 7 hours.")]
    [InlineData("The saw runs 7 hours for each stool.")]
    [InlineData("The saw needs to be run for 7 minutes. There are 900 minutes.")]
    [InlineData("With a lamp, the joiner can earn 7 points.")]
    [InlineData("Last year the joiner had 7 hours.")]
    public void What_is_of_one_thing_or_was_is_no_stock(string text) => Of(Takes + text, "7").Should().BeNull();

    [Fact]
    public void An_amount_in_another_unit_is_a_limit_whose_direction_other_words_tell()
        => Of(Takes + "The lights are on for 7 hours.", "7").Should().Be(PlainLimit.Amount);

    [Theory]
    [InlineData("She has time for 22 items.")]
    [InlineData("There is only room for 22 pieces.")]
    [InlineData("The workshop can handle 22 orders a day.")]
    [InlineData("Her helpers can tie 22 pieces.")]
    [InlineData("He has enough paint for 22 toys.")]
    [InlineData("He has wood left for 22 pieces.")]
    [InlineData("The shelf fits 22 things.")]
    [InlineData("The shelves hold 22 things.")]
    [InlineData("The crew gets through 22 pieces a day.")]
    [InlineData("Storage is available for 22 goods.")]
    public void What_there_is_room_or_time_for_is_of_all_together(string text) => Of(Takes + text, "22").Should().Be(PlainLimit.Together);

    [Theory]
    [InlineData("The workshop can handle 22 lamps.")]
    [InlineData("A stool can carry 22 things.")]
    [InlineData("The workshop can make 2 different goods.", "2")]
    [InlineData("The workshop can make two products.", "two")]
    public void What_is_of_one_thing_or_counts_the_kinds_is_not_of_all(string text, string number = "22") =>
        Of(Takes + text, number).Should().BeNull();

    [Theory]
    [InlineData("A cafe has already ordered 25 stools.", true)]
    [InlineData("The cafe has reserved 25 stools.", true)]
    [InlineData("25 stools are already sold.", true)]
    [InlineData("25 stools have been promised to a cafe.", true)]
    [InlineData("We have promised a cafe 25 stools.", true)]
    [InlineData("A cafe has placed an order for 25 stools.", true)]
    [InlineData("She already has 25 stools booked.", true)]
    [InlineData("The client needs 25 stools.", true)]
    [InlineData("A school has already bought 25 stools.", true)]
    [InlineData("We have already bought 25 stools.", false)]
    [InlineData("We have 25 stools.", false)]
    [InlineData("25 stools can be sold.", false)]
    public void What_others_have_ordered_is_committed(string text, bool isCommitted) =>
        Of(text, "25").Should().Be(isCommitted ? PlainLimit.Committed : null);

    [Fact]
    public void Capacities_in_another_unit_and_orders_are_read()
    {
        Rules("A print shop makes posters and flyers. Each poster takes 6 minutes on the printer and each flyer 2 minutes, and the printer runs "
            + "7 hours a day. A poster earns $5 and a flyer $1.50. A museum has already ordered 20 posters. Maximize the daily profit.")
            .Should().BeEquivalentTo("Posters at 6 minutes each and flyers at 2 minutes each: at most 420 minutes in all.", "At least 20 posters.");
    }

    [Fact]
    public void A_rest_and_the_time_for_things_are_read()
    {
        Rules("Mia makes bracelets and necklaces. A bracelet sells for $12 and a necklace for $30. A bracelet uses 20 beads and a necklace "
            + "60, and she has 900 beads left. Last month she sold 40 bracelets. She has time for 24 pieces this weekend. Maximize her income.")
            .Should().BeEquivalentTo(
                "Bracelets at 20 beads each and necklaces at 60 beads each: at most 900 beads in all.",
                "Bracelets and necklaces together: at most 24.");
    }

    [Fact]
    public void Halves_of_a_measure_are_converted()
    {
        Rules("A charity packs parcels and kits. A parcel takes half an hour to pack and a kit 10 minutes. The volunteers have 30 hours. A parcel "
            + "helps 4 people and a kit 1 person. The van has room for 110 boxes. Maximise the number of people helped.")
            .Should().BeEquivalentTo(
                "Parcels at 30 minutes each and kits at 10 minutes each: at most 1,800 minutes in all.",
                "Parcels and kits together: at most 110.");
    }

    [Fact]
    public void Stuff_tells_amounts_of_one_measure_apart()
    {
        Rules("A cattery feeds cats dry food and wet food. A kilo of dry food costs $4 and has 380 g of protein; a kilo of wet food costs $3 "
            + "and has 110 g of protein. The cats need 9 kg of protein a month. The storeroom can take 50 kg of food. Minimize the cost.")
            .Should().BeEquivalentTo(
                "Dry food at 380 grams of protein per kilo and wet food at 110 grams of protein per kilo: at least 9,000 grams of protein in all.",
                "Dry food and wet food together: at most 50 kilos.");
    }

    private static IEnumerable<string> Rules(string text)
    {
        var best = Reader.Formulate(Source.Of(text)).Value.Best;
        return best.Statements.Select(statement => PlainSentence.Of(statement, best));
    }
}

using FluentAssertions;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using Xunit;

namespace NlOpt.Dialogue.Tests.Elicitation;

public sealed class ConversationTextTests
{
    [Fact]
    public void FactsAreKeptOnceAndTalkIsLeftOut() => Told(
            "Hello! I want to maximize my profit from kites and drums.",
            "A kite takes 3 hours of sewing. Thank you for asking!",
            "As I said, a kite takes 3 hours of sewing.")
        .Should().Be("I want to maximize my profit from kites and drums.\nA kite takes 3 hours of sewing.");

    [Fact]
    public void EqualNumbersOfAnotherThingAreKept() => Told(
            "I want to maximize my profit.",
            "A small vase needs 2 kg of clay and 5 kg of sand.",
            "A large vase needs 5 kg of clay and 2 kg of sand.")
        .Should().EndWith("A large vase needs 5 kg of clay and 2 kg of sand.");

    [Fact]
    public void AComparisonNeedsNoNumber() => Told("I sell kites and drums.", "The number of drums must exceed the number of kites.")
        .Should().EndWith("The number of drums must exceed the number of kites.");

    [Theory]
    [InlineData("There's no limit on the number of kites.", "")]
    [InlineData("I don't have a fixed budget, but I can use at most 90 hours.", "I can use at most 90 hours.")]
    [InlineData("If I only made drums, I would need 3 hours.", "")]
    public void WhatSaysNothingIsLeftOut(string message, string left) =>
        Told("I sell kites.", message).Should().Be("I sell kites." + (left.Length == 0 ? "" : "\n" + left));

    [Fact]
    public void WhatIsTakenBackGoes() => Told("I sell kites.", "We are open 24 hours.", "I never mentioned 24 hours.").Should().Be("I sell kites.");

    [Theory]
    [InlineData("That's correct, except that there's no limit on the number of kites I can sew.", "We can sew up to 14 kites.")]
    [InlineData("Actually, we don't have a specific maximum number of kites or drums to sew.", "We can sew up to 14 kites or 9 drums.")]
    [InlineData("Actually, the opening hours of the workshop are not specified.", "The workshop opens for 24 hours.")]
    [InlineData("The summary is right, but there's no information about the time it takes to sew a kite.", "Sewing a kite takes 24 minutes of time.")]
    public void WhatIsDeniedInACorrectionGoesToo(string message, string denied) =>
        Told("I sell kites and drums.", denied, message).Should().Be("I sell kites and drums.");

    [Theory]
    [InlineData("No, there's no limit on the number of kites.", "We can sew up to 14 kites.", "an answer is no correction")]
    [InlineData("That's correct, but there's no limit on the number of drums.", "We can sew up to 14 kites.", "another thing")]
    [InlineData("That's correct, but there's no limit on the number of kites we sew.", "Sewing a kite takes 24 minutes.", "no limit")]
    [InlineData("Actually, there are no other restrictions on the kites we sew.", "We can sew up to 14 kites.", "the rest holds")]
    public void WhatIsNotDeniedStays(string message, string said, string because) =>
        Told("I sell kites and drums.", said, message).Should().Be("I sell kites and drums.\n" + said, because);

    [Fact]
    public void AnAsideThatDeniesIsCutOff() => Told("I sell kites.", "We sew for 90 hours, but there's no information about the prices of the kites.")
        .Should().Be("I sell kites.\nWe sew for 90 hours.");

    [Fact]
    public void ANumberIsPutRight() => Told("I sell kites.", "We can sew at most 14 kites.", "It is at most 40 kites, not 14.")
        .Should().Be("I sell kites.\nWe can sew at most 40 kites.");

    [Fact]
    public void AGoalSaidLaterIsNotLost() => Told(
            "I want to find the optimal number of buses and vans.", "A bus carries 40 people.", "We want to minimize the number of trips.")
        .Should().EndWith("We want to minimize the number of trips.");

    [Theory]
    [InlineData("Each kite gives us $5 of profit.", "Each kite gives $5 of profit.")]
    [InlineData("I want to find the most cost-effective way to buy 30 kg of sand.", "I want to find the cheapest way to buy 30 kg of sand.")]
    [InlineData("I grow peas on my 12-acre field.", "I grow peas on my field.\nThere are 12 acres of land in total.")]
    public void SpokenFormsAreMadePlain(string message, string plain) => Told(message).Should().Be(plain);

    [Fact]
    public void TheMarksOfAListAreNoNumbers() => Told("I have two rules:\n1. At least 5 kites.\n2. At most 9 drums.")
        .Should().Be("I have two rules:\nAt least 5 kites.\nAt most 9 drums.");

    [Fact]
    public void ASummaryStandsForWhatWasSaidBeforeItButForAGoalThatItLacks()
    {
        var summary = new Turn(Speaker.Agent, TurnKind.Summary, "- A kite takes 3 hours.\n- You have 40 hours.\nIs that right?");
        var tellings = ConversationText.Tellings(
        [
            Turn.OfClient("I want to maximize my profit."), Turn.OfClient("A kite takes 2 hours."), summary,
            Turn.OfClient("Yes. Also, at least 4 kites are ordered."),
        ]);

        tellings[0].Should().Be(
            "- A kite takes 3 hours.\n- You have 40 hours.\nIs that right?\nAt least 4 kites are ordered.\nI want to maximize my profit.");
        tellings[1].Should().Be("A kite takes 3 hours.\nYou have 40 hours.\nAt least 4 kites are ordered.\nI want to maximize my profit.");
        tellings[2].Should().Be("I want to maximize my profit.\nA kite takes 2 hours.\nAt least 4 kites are ordered.", "the client alone");
    }

    [Fact]
    public void ConversationsMayBeEmpty() => ConversationText.Of([]).Should().BeEmpty();

    private static string Told(params ReadOnlySpan<string> messages)
    {
        var turns = new List<Turn>();
        foreach (var message in messages) turns.AddRange([new Turn(Speaker.Agent, TurnKind.Question, "And then?"), Turn.OfClient(message)]);
        return ConversationText.Of(turns);
    }
}

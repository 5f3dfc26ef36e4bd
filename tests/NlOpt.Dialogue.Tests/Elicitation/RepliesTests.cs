using FluentAssertions;
using NlOpt.Dialogue.Elicitation;
using Xunit;

namespace NlOpt.Dialogue.Tests.Elicitation;

public class RepliesTests
{
    [Theory]
    [InlineData("Yes, that is right.", true)]
    [InlineData("Looks good, thank you!", true)]
    [InlineData("Yes. My aunt would like it.", true)]
    [InlineData("No, that is wrong.", false)]
    [InlineData("Yes, but at most 40 chairs.", false)]
    [InlineData("Almost right.", false)]
    [InlineData("Chairs", false)]
    public void Tells_agreement(string message, bool agrees) => Replies.Agrees(message).Should().Be(agrees);

    [Theory]
    [InlineData("No, that is all.", true)]
    [InlineData("Nothing else", true)]
    [InlineData("No more than 40 chairs.", false)]
    [InlineData("There are only 40 chairs.", false)]
    public void Tells_an_end(string message, bool ends) => Replies.Ends(message).Should().Be(ends);

    [Theory]
    [InlineData("No, 40 chairs.", "40 chairs.")]
    [InlineData("Sorry, I meant 40 chairs", "40 chairs")]
    [InlineData("No more than 40 chairs", "No more than 40 chairs")]
    [InlineData("Hello!", "")]
    public void Leaves_out_what_leads_in(string message, string rest) => Replies.WithoutLead(message).Should().Be(rest);

    [Fact]
    public void Keeps_only_sentences_about_the_problem() =>
        Replies.Relevant("It has been a long day. A lamp takes 3 hours. The weather is fine.", ["lamps", "chairs"])
            .Should().Be("A lamp takes 3 hours.");
}

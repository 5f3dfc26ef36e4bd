using FluentAssertions;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Understanding;
using Xunit;

namespace NlOpt.Dialogue.Tests.Elicitation;

public class ThingNamesTests
{
    private static readonly NoteReader Reader = new();

    [Theory]
    [InlineData("Scones and pies.", "scones|pies")]
    [InlineData("Hello! I have to decide how many lamps and how many chairs to make.", "lamps|chairs")]
    [InlineData("It is about oak tables, pine tables and stools.", "oak tables|pine tables|stools")]
    [InlineData("The amounts of rye, oats and barley.", "rye|oats|barley")]
    [InlineData("We are choosing between buses and trams", "buses|trams")]
    [InlineData("- lamps\n- chairs", "lamps|chairs")]
    public void Finds_listed_things(string message, string expected) =>
        ThingNames.Find(message, Reader).Select(name => name.ToLowerInvariant()).Should().Equal(expected.Split('|'));

    [Theory]
    [InlineData("")]
    [InlineData("I don't know.")]
    public void Finds_nothing_where_nothing_is_listed(string message) => ThingNames.Find(message, Reader).Should().BeEmpty();
}
